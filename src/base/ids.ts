import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the text's UTF-8 bytes as 64 lower-case hex digits; the id of a document. */
export function textId(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Nothing to fold but capitals. */
const PLAIN = /^[ -_a-~]*$/;

/** Lower case, without diacritics: how names are compared. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`]/g, "'")
    .toLowerCase();
}

/** Kebab-case id of a common name: "Jamaat-ul-Ahrar" -> `jamaat-ul-ahrar`. Empty where the name has no letter or digit. */
export function kebabCase(name: string): string {
  return foldName(name)
    .replace(/'s\b/g, 's')
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** Hex digits of a document's id that are shown where all 64 would be in the way. */
const SHORT_DIGITS = 12;

/** The id of a document or of an entry of a case (`DOCUMENT#e3`) as shown to people, its document cut to twelve digits. */
export function shortId(id: string): string {
  const [document = '', ...local] = id.split('#');
  return [document.slice(0, SHORT_DIGITS), ...local].join('#');
}
