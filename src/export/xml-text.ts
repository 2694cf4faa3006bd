import { withoutControls } from '../base/index.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML 1.0, as content or attribute: markup escaped; what XML cannot hold or what reorders a line becomes U+FFFD, and tabs and line
 * ends stay as references. */
export function xmlText(text: string): string {
  return withoutControls(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
