/** Characters that could reorder, hide or forge what a reader sees: C0 (without tab and line ends), DEL, C1, the bidirectional controls of
 *  Unicode Standard Annex 9, the byte order mark, and halves of surrogate pairs. */
export const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be found
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with U+FFFD in the place of each of {@link CONTROLS}. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '\ufffd');
}
