import { describe, expect, test } from 'vitest';
import { readTold } from '../../test/support/read-told.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';
const HEAD = [
  'From: "Daily Example" <news@d.example>',
  'Date: Sun, 19 Feb 2017 23:30:00 +0500 (PKT)',
  'Message-ID: <m-1@d.example>',
  'Subject: =?utf-8?q?Shelling_in_the_valley?=',
  'MIME-Version: 1.0',
];
const message = (...lines: readonly string[]) => [...HEAD, ...lines].join('\r\n');
const FACTS = 'Shelling in the valley|Daily Example||m-1@d.example|2017-02-19|metadata Shelling in the valley\n\n';

describe('messages', () => {
  test.each([
    {
      name: 'plain text; the day is that of the sender',
      mail: message('Content-Type: text/plain', '', REPORT),
      told: [`a.eml ${FACTS}${REPORT}\n`],
    },
    {
      name: 'marked up goes before plain; packed lines and another encoding',
      mail: message(
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Read this in your browser.',
        '--b',
        'Content-Type: text/html; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        `<p>Caf=E9 owners fled.</p><p>${REPORT.slice(0, 40)}=`,
        `${REPORT.slice(40)}</p>`,
        '--b--',
      ),
      told: [`a.eml ${FACTS}Café owners fled.\n\n${REPORT}`],
    },
    {
      name: 'attachments that are read, and those that are not',
      mail: message(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; name=report.txt',
        'Content-Disposition: attachment; filename=report.txt',
        '',
        REPORT,
        '--b',
        'Content-Type: image/png',
        'Content-Disposition: attachment; filename=logo.png',
        '',
        'x',
        '--b--',
      ),
      told: [`a.eml!report.txt |||||unknown ${REPORT}\n`, 'a.eml!logo.png skipped: an ending that is not read'],
    },
    { name: 'no text', mail: message('', ''), told: ['a.eml read/empty: a message without text'] },
    {
      name: 'too many parts',
      mail: message('Content-Type: multipart/mixed; boundary=b', '', '--b\r\n\r\nx\r\n'.repeat(1500)),
      told: ['a.eml read/too-large: more than 1000 parts'],
    },
    { name: 'too many lines', mail: message('', '\n'.repeat(300_000)), told: ['a.eml read/too-large: more than 250000 lines'] },
  ])('$name', async ({ mail, told }) => {
    expect(await readTold('a.eml', mail)).toEqual(told);
  });

  test('parts within parts without end are a problem', async () => {
    const nested = Array.from(
      { length: 100 },
      (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`,
    );
    expect(await readTold('a.eml', message(nested.join('')))).toEqual([expect.stringMatching(/^a\.eml read\/too-deep: /)]);
  });
});
