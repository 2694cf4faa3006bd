import PostalMime, { type Address, type Email } from 'postal-mime';
import { fail, withoutControls } from '../base/index.ts';
import { readFullDate } from '../read/index.ts';
import { BadInput } from './bad-input.ts';
import { collect } from './chunks.ts';
import { inputFormatOf } from './formats.ts';
import { NOT_READ, type Reader, type Source } from './source.ts';

/** Largest message read, attachments included, in bytes: it is held whole. */
const MAX_MAIL = 16 * 1024 * 1024;
/** Bounds of the parser: parts within each other, messages within each other, bytes of headers. */
const LIMITS = { maxNestingDepth: 20, maxRfc822NestingDepth: 2, maxHeadersSize: 256 * 1024 } as const;
/** Most lines of a message: the parser takes some 2 kB and 15 µs for each. */
const MAX_LINES = 250_000;
/** Most parts of a message, counted by lines that can begin one: the parser's time grows faster than they do. */
const MAX_PARTS = 1_000;

/** Reads a message: its marked-up part, else its plain one, with subject, sender and day; then the attachments whose names end in what is
 * read, each named `message.eml!report.pdf`. */
export const readMail: Reader = async function* (source, _, readInner) {
  const bytes = await collect(source.chunks, MAX_MAIL);
  const mail = await parse(bytes);
  const { name } = source;
  const inner = (content: Uint8Array): Omit<Source, 'name' | 'hint'> => ({
    chunks: (async function* () {
      yield content;
    })(),
    depth: source.depth + 1,
    file: null,
    ...(source.growth ? { growth: source.growth } : {}),
  });
  const body = [mail.html, mail.text].find((part) => part !== undefined && part.trim() !== '');
  if (body !== undefined)
    yield* readInner({
      ...inner(Buffer.from(body, 'utf8')),
      name,
      hint: '',
      format: body === mail.html ? 'html' : 'text',
      container: factsOf(mail),
    });
  else if (mail.attachments.length === 0)
    yield { kind: 'document', name, result: fail('read/empty', name, 'a message without text') };
  for (const [index, { filename, content }] of mail.attachments.entries()) {
    const file = withoutControls(filename ?? `${index + 1}`).replace(/\s+/g, ' ');
    const entry = `${name}!${file}`;
    if (inputFormatOf(file) === null) yield { kind: 'skipped', name: entry, reason: NOT_READ };
    else yield* readInner({ ...inner(asBytes(content)), name: entry, hint: file });
  }
};

async function parse(bytes: Buffer): Promise<Email> {
  if (count(bytes, '\n', MAX_LINES) > MAX_LINES) throw new BadInput('read/too-large', `more than ${MAX_LINES} lines`);
  if (count(bytes, '\n--', MAX_PARTS) > MAX_PARTS) throw new BadInput('read/too-large', `more than ${MAX_PARTS} parts`);
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    // The library tells the bounds it was given by plain errors.
    if (error instanceof Error && /^Maximum /.test(error.message)) throw new BadInput('read/too-deep', error.message);
    throw error;
  }
}

/** How often bytes hold others, counted to one more than `most`. */
function count(bytes: Buffer, sought: string, most: number): number {
  let found = 0;
  for (let at = bytes.indexOf(sought); at >= 0 && found <= most; at = bytes.indexOf(sought, at + 1)) found++;
  return found;
}

function factsOf(mail: Email) {
  // The day as the sender wrote it: the library's own date is moved to Greenwich.
  const date =
    mail.headers
      .find(({ key }) => key === 'date')
      ?.value.trimEnd()
      .replace(/\s{0,8}\([^()]{0,40}\)$/, '') ?? null;
  return {
    externalId: mail.messageId?.replace(/^<|>$/g, '') || null,
    title: mail.subject?.replace(/\s+/g, ' ').trim() || null,
    source: senderOf(mail.from),
    url: null,
    published: date === null ? null : readFullDate(date),
  };
}

function senderOf(from: Address | undefined): string | null {
  if (!from) return null;
  return from.name.trim() || from.address || null;
}

function asBytes(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content as ArrayBuffer);
}
