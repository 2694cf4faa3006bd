import { CONTROLS, withoutControls } from '../base/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function codePointName(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text for an HTML attribute: escaped, control characters replaced by U+FFFD. */
export function attribute(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
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
  return withoutControls(text.replace(/[\s\u00ad]+/g, ' ')).trim();
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
