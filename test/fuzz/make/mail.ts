import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeText, makeWords } from './text.ts';

const ENCODINGS = ['7bit', '8bit', 'quoted-printable', 'base64', 'x-nonsense'];
const TYPES = [
  'text/plain',
  'text/html',
  'text/plain; charset=iso-8859-1',
  'text/plain; charset=nonsense',
  'application/zip',
  'message/rfc822',
  '',
];

/** A mail message of one part or of many, some within others; sound or not. */
export function makeMail(chance: Chance): Uint8Array {
  const heads = [
    ...[`From: ${makeWords(chance)} <a@b.example>`, `Subject: ${chance.is(0.3) ? '=?utf-8?B?!!?=' : makeWords(chance)}`],
    `Date: ${chance.pick(['Sun, 19 Feb 2017 10:00:00 +0000 (GMT)', '30 Feb 2017', ')('.repeat(chance.size(1, 300)), ''])}`,
    ...(chance.is(0.5) ? [`Message-ID: <${makeWords(chance)}>`] : []),
    ...(chance.is(0.1) ? chance.some(1, 300, () => `X-${chance.below(9)}: a`) : []),
  ];
  const bytes = Buffer.from(`${heads.join('\r\n')}\r\n${part(chance, 3)}`, 'utf8');
  return chance.is(0.5) ? damage(chance, bytes) : bytes;
}

function part(chance: Chance, depth: number): string {
  if (depth > 0 && chance.is(0.4)) {
    const mark = chance.pick(['b1', 'b2', '--', makeWords(chance)]);
    const parts = chance.some(0, 4, () => `--${mark}\r\n${part(chance, depth - 1)}\r\n`).join('');
    return `Content-Type: multipart/${chance.pick(['mixed', 'alternative', 'x'])}; boundary="${mark}"\r\n\r\n${parts}${chance.is(0.8) ? `--${mark}--` : ''}`;
  }
  const encoding = chance.pick(ENCODINGS);
  const text = makeText(chance, 300);
  const body = encoding === 'base64' && chance.is(0.8) ? Buffer.from(text).toString('base64') : text;
  return `Content-Type: ${chance.pick(TYPES)}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`;
}
