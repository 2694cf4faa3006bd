import { fail, ok, type Result } from '../base/index.ts';

/** Share of zero bytes or control characters from which a file is not text. */
const BINARY_SHARE = 0.02;
/** Bytes looked at to tell text from other files and to guess the encoding. */
const SAMPLE = 65_536;

/** Bytes to text: by byte order mark, else UTF-8 where the bytes are valid UTF-8, else UTF-16 where zero bytes say so, else by a
 * guess among the single-byte and East Asian encodings, Latin ones taken as windows-1252.
 * @param label encoding named by the document or its transport, trusted where the bytes are not UTF-8 */
export async function decodeText(bytes: Uint8Array, name: string, label: string | null = null): Promise<Result<string>> {
  const marked = byteOrderMark(bytes);
  if (marked) return checkText(new TextDecoder(marked).decode(bytes), name);
  const utf16 = utf16ByZeros(bytes);
  if (utf16) return checkText(new TextDecoder(utf16).decode(bytes), name);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return checkText(utf8, name);
  if (bytes.subarray(0, SAMPLE).includes(0)) return binary(name);
  return checkText(await decodeLegacy(bytes, label), name);
}

function byteOrderMark([a, b, c]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark: in English text every second byte is zero. */
function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 1024);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.8 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.8 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** iconv-lite decodes, because TextDecoder's windows-1252 loses curly quotes on some Node versions. */
async function decodeLegacy(bytes: Uint8Array, label: string | null): Promise<string> {
  const [{ default: iconv }, { detect }] = await Promise.all([import('iconv-lite'), import('jschardet')]);
  if (label !== null && iconv.encodingExists(label) && !/^utf-?8$/i.test(label)) return iconv.decode(bytes, latin(label));
  const guess = detect(bytes.subarray(0, SAMPLE)).encoding;
  const isUsable = guess !== null && iconv.encodingExists(guess) && !/^(utf|ascii)/i.test(guess);
  return iconv.decode(bytes, isUsable ? latin(guess) : 'windows-1252');
}

/** Latin-1 is read as windows-1252, as browsers do: pages that claim the one are written in the other. */
function latin(encoding: string): string {
  return /^(?:iso-?8859-?(?:1|2|15)|latin-?[12]|us-ascii|macroman|x-mac-roman|windows-1250)$/i.test(encoding)
    ? 'windows-1252'
    : encoding;
}

function checkText(text: string, name: string): Result<string> {
  const sample = text.slice(0, SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they mark files that are not text
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  return controls > sample.length * BINARY_SHARE ? binary(name) : ok(text);
}

function binary(name: string): Result<string> {
  return fail('read/binary', name, 'not a text file');
}
