import { deflateSync } from 'node:zlib';
import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeText } from './text.ts';

/** A document in PDF of a page or some, sound or not. */
export function makePdf(chance: Chance): Uint8Array {
  const pages = chance.some(1, 3, () => makePage(chance));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${4 + 2 * at} 0 R`).join(' ')}] /Count ${chance.is(0.9) ? pages.length : -1} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${5 + 2 * at} 0 R /Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 600 800] >>`,
      page,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n`;
  const bytes = Buffer.from(`${text}${end}startxref\n${text.length}\n%%EOF\n`, 'latin1');
  return chance.is(0.5) ? damage(chance, bytes) : bytes;
}

function makePage(chance: Chance): string {
  const lines = makeText(chance, 400)
    .split(/\n/)
    .map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`);
  const content = Buffer.from(`BT /F1 11 Tf 50 750 Td ${lines.join('\n')} ET`, 'latin1');
  const packed = chance.is(0.3) ? deflateSync(content) : content;
  const filter = packed === content ? '' : ' /Filter /FlateDecode';
  return `<< /Length ${chance.is(0.95) ? packed.length : chance.below(9999)}${filter} >>\nstream\n${packed.toString('latin1')}\nendstream`;
}
