/** Characters that steer the direction of text or cannot be seen; shown by name, so that no report can make its words read otherwise.
 * The joiners that some scripts and all composed emoji need stay as they are. */
const UNSEEN = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}]/u;

/** A run of ordinary text, or one unseen character by its name. */
export interface Run {
  /** Offset within the text given. */
  readonly start: number;
  readonly text: string;
  /** `U+202E`; null for ordinary text. */
  readonly name: string | null;
}

/** Parts text at characters that cannot be seen. */
export function runsOf(text: string): readonly Run[] {
  if (!UNSEEN.test(text)) return [{ start: 0, text, name: null }];
  const runs: Run[] = [];
  let at = 0;
  let from = 0;
  for (const character of text) {
    const end = at + character.length;
    if (UNSEEN.test(character)) {
      if (from < at) runs.push({ start: from, text: text.slice(from, at), name: null });
      runs.push({ start: at, text: character, name: nameOf(character) });
      from = end;
    }
    at = end;
  }
  if (from < text.length) runs.push({ start: from, text: text.slice(from), name: null });
  return runs;
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
