const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters that could reorder or hide what a reader sees: C0 (without tab and line ends), DEL, C1, and the
 *  bidirectional controls of Unicode Standard Annex 9. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text for an HTML attribute: escaped, control characters replaced by U+FFFD. */
export function attribute(text: string): string {
  return text.replace(CONTROLS, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Text for HTML content: escaped, control characters shown by name so that none can act. */
export function content(text: string): string {
  const shown: string[] = [];
  let from = 0;
  for (const found of text.matchAll(CONTROLS)) {
    shown.push(escapeMarkup(text.slice(from, found.index)), `<span class="control">${codePointName(found[0])}</span>`);
    from = found.index + found[0].length;
  }
  shown.push(escapeMarkup(text.slice(from)));
  return shown.join('');
}

/** A name or quote from a document, set apart so that its direction cannot spill into what stands around it. */
export function isolate(text: string): string {
  return `<bdi>${content(text)}</bdi>`;
}

/** Text for a terminal: one line, without any character that could move the cursor or reorder the line. */
export function plain(text: string): string {
  return text
    .replace(/[\s\u00ad]+/g, ' ')
    .replace(CONTROLS, '\ufffd')
    .trim();
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
