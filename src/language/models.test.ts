import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packSections } from '../model/index.ts';
import { loadLanguageModels } from './models.ts';

const whole = new Uint8Array(readFileSync('weights/english.bin'));
const otherVersion = Uint8Array.from(whole.subarray(0, 100), (byte, at) => (at === 4 ? 99 : byte));

test.each([
  { name: 'no bytes', bytes: new Uint8Array(), error: /not a Lapwing weights file/ },
  {
    name: 'another kind of file',
    bytes: new TextEncoder().encode('PK\u0003\u0004 something else'),
    error: /not a Lapwing weights file/,
  },
  { name: 'another version', bytes: otherVersion, error: /version 99, expected/ },
  { name: 'cut short', bytes: whole.subarray(0, 5000), error: /weights end at byte/ },
  { name: 'a section missing', bytes: packSections(new Map()), error: /lack the section/ },
])('refuses $name', ({ bytes, error }) => {
  expect(() => loadLanguageModels(bytes)).toThrow(RangeError);
  expect(() => loadLanguageModels(bytes)).toThrow(error);
});
