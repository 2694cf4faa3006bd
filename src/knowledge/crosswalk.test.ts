import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type EventType, isModeOf, MODE_SCORES, type Mode, QUAD_OF } from '../codebook/index.ts';
import { type CameoEvent, loadCrosswalk } from './crosswalk.ts';
import { readTable } from './data-files.ts';

const FILE = 'codebook/crosswalk.tsv';
const PROFILE = 'frames/profile-cameo.tsv';
const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
const FILES = new Map([FILE, PROFILE].map((path) => [path, read(path)]));
const CROSSWALK = loadCrosswalk(FILES);

function event(type: EventType, more: Partial<CameoEvent> = {}): CameoEvent {
  return { type, modes: [], contexts: [], status: 'actual', claims: [], ...more };
}

const codes = (of: CameoEvent, claims: Parameters<typeof CROSSWALK.cameoOf>[1] = []) =>
  CROSSWALK.cameoOf(of, claims).map(({ code }) => code);

const MODES = EVENT_TYPES.flatMap((type) =>
  Object.keys(MODE_SCORES[type]).flatMap((mode) => (isModeOf(type, mode) ? [{ type, mode }] : [])),
);

describe('the crosswalk is whole', () => {
  test('it has all twenty roots and every second-level code of each', () => {
    const last = [9, 8, 9, 6, 7, 4, 5, 7, 4, 8, 6, 9, 9, 5, 5, 6, 6, 6, 6, 4];
    const wanted = last.flatMap((most, index) => {
      const root = String(index + 1).padStart(2, '0');
      return [root, ...Array.from({ length: most + 1 }, (_, at) => `${root}${at}`)];
    });
    const known = CROSSWALK.rows.map(({ code }) => code);
    expect(wanted.filter((code) => !known.includes(code))).toEqual([]);
    expect(known).toEqual([...known].sort());
  });

  test('only statements and appeals are dropped', () => {
    const without = CROSSWALK.rows.filter(({ plover }) => plover === null);
    expect(new Set(without.map(({ root }) => root))).toEqual(new Set(['01']));
    const dropped = CROSSWALK.rows.filter(({ tradition }) => tradition === null);
    expect(new Set(dropped.map(({ root }) => root))).toEqual(new Set(['01', '02']));
  });

  test.each(EVENT_TYPES.map((type) => ({ type })))('$type has a code, and comes back from it', ({ type }) => {
    const [code = ''] = codes(event(type));
    expect(CROSSWALK.ploverOf(code)?.type).toBe(type);
  });

  test.each(MODES)('$type $mode has a code whose type comes back', ({ type, mode }) => {
    const [code = ''] = codes(event(type, { modes: [mode] }));
    expect(CROSSWALK.ploverOf(code)?.type).toBe(type);
  });

  /** Modes for which CAMEO has no code of their own, and so go out as another one. */
  const FOLDED: readonly string[] = [
    'THREATEN/arrest',
    'THREATEN/expel',
    'PROTEST/boycott',
    'PROTEST/vandalize',
    'MOBILIZE/weapons',
    'MOBILIZE/militia',
    'SANCTION/expel',
    'COERCE/withhold',
    'COERCE/misinformation',
    'ASSAULT/primitive',
  ];

  test.each(MODES.filter(({ type, mode }) => !FOLDED.includes(`${type}/${mode}`)))(
    '$type $mode comes back as itself',
    ({ type, mode }) => {
      const [code = ''] = codes(event(type, { modes: [mode] }));
      expect(CROSSWALK.ploverOf(code)).toEqual({ type, modes: [mode] });
    },
  );

  test('no mode is folded that has a code of its own', () => {
    const own = (type: EventType, mode: Mode) =>
      CROSSWALK.ploverOf(codes(event(type, { modes: [mode] }))[0] ?? '')?.modes.includes(mode);
    expect(MODES.filter(({ type, mode }) => own(type, mode) && FOLDED.includes(`${type}/${mode}`))).toEqual([]);
  });

  test('conflict stays conflict and cooperation cooperation', () => {
    const side = (type: EventType) => (QUAD_OF[type] <= 2 ? 'cooperation' : 'conflict');
    const torn = CROSSWALK.rows.filter(({ plover, tradition }) => plover && tradition && side(plover.type) !== side(tradition));
    expect(torn).toEqual([]);
  });
});

describe('cameoOf', () => {
  test.each<{ name: string; of: CameoEvent; codes: readonly string[] }>([
    { name: 'a shelling', of: event('ASSAULT', { modes: ['heavy-weapons'] }), codes: ['194'] },
    { name: 'a closed crossing', of: event('COERCE', { modes: ['restrict'] }), codes: ['191'] },
    { name: 'a party banned', of: event('COERCE', { modes: ['restrict'], contexts: ['election'] }), codes: ['1722'] },
    { name: 'captives asked for', of: event('REQUEST', { modes: ['assist'], contexts: ['legal'] }), codes: ['1013'] },
    { name: 'military aid', of: event('AID', { contexts: ['military'] }), codes: ['072'] },
    { name: 'an unknown context', of: event('AID', { contexts: ['gender'] }), codes: ['070'] },
    { name: 'a withdrawal', of: event('RETREAT', { modes: ['withdraw'] }), codes: ['0874'] },
    { name: 'a withdrawal announced', of: event('CONCEDE', { status: 'planned' }), codes: ['035'] },
    { name: 'sanctions', of: event('SANCTION', { modes: ['discontinue'], contexts: ['economic'] }), codes: ['163'] },
  ])('$name', ({ of, codes: expected }) => {
    expect(codes(of)).toEqual(expected);
  });

  const bombing = event('ASSAULT', { modes: ['explosives'], claims: ['c1'] });

  test('responsibility claimed gives 015 beside the deed', () => {
    expect(codes(bombing, [{ id: 'c1', stance: 'claims-responsibility' }])).toEqual(['183', '015']);
  });

  test('a denial gives 016, alone where the deed is denied', () => {
    const claims = [{ id: 'c1', stance: 'denies' as const }];
    expect(codes(bombing, claims)).toEqual(['183', '016']);
    expect(codes({ ...bombing, status: 'denied' }, claims)).toEqual(['016']);
  });

  test('other stances and claims about other events give nothing', () => {
    expect(
      codes(bombing, [
        { id: 'c1', stance: 'accuses' },
        { id: 'c2', stance: 'denies' },
      ]),
    ).toEqual(['183']);
  });
});

describe('ploverOf', () => {
  test.each([
    { code: '194', plover: { type: 'ASSAULT', modes: ['heavy-weapons'] } },
    { code: '1411', plover: { type: 'PROTEST', modes: ['demo'] } },
    { code: '081', plover: { type: 'CONCEDE', modes: [] } },
    { code: '0813', plover: { type: 'RETREAT', modes: ['access'] } },
    { code: '025', plover: { type: 'REQUEST', modes: ['yield'] } },
    { code: '015', plover: null },
    { code: '21', plover: null },
    { code: '', plover: null },
    { code: 'x', plover: null },
  ])('$code', ({ code, plover }) => {
    expect(CROSSWALK.ploverOf(code)).toEqual(plover);
  });
});

describe('the profile of CAMEO habits agrees', () => {
  const lines = readTable(FILES, PROFILE).map((row) => ({
    line: row.line,
    type: row.cell('type'),
    mode: row.cell('mode'),
    rule: row.cell('rule'),
    result: row.cell('result'),
  }));

  test.each(lines)('line $line: $type $mode $rule is $result in the tradition', ({ type, mode, rule, result }) => {
    const fits = CROSSWALK.rows.filter(({ plover, code }) =>
      rule === '<agree/'
        ? code === '035'
        : plover?.type === type && (mode === '' || plover.modes.some((each) => each === mode)),
    );
    expect(fits.map(({ tradition }) => tradition)).toContain(result);
  });

  test('a line without a counterpart would be seen', () => {
    const habits = CROSSWALK.rows.filter(({ plover }) => plover?.type === 'AID').map(({ tradition }) => tradition);
    expect(habits).not.toContain('ASSAULT');
  });
});

describe('a damaged table', () => {
  const HEAD = 'code\tabout\tplover\ttradition\tbest\tnote\n';
  test.each([
    { name: 'a code of letters', line: 'ab\tx\tAID\tAID\t\t', says: /crosswalk\.tsv:2: "ab"/ },
    { name: 'an unknown type', line: '07\tx\tHELP\tAID\t\t', says: /:2: "HELP"/ },
    { name: 'a mode of another type', line: '07\tx\tAID/visit\tAID\t\t', says: /:2: "visit"/ },
    { name: 'an unknown tradition', line: '07\tx\tAID\tHELP\t\t', says: /:2: "HELP"/ },
    { name: 'an unknown context', line: '07\tx\tAID\tAID\tAID+weather\t', says: /:2: "weather"/ },
    { name: 'a code twice', line: '07\tx\tAID\tAID\t\t\n07\tx\tAID\tAID\t\t', says: /:3: 07 stands twice/ },
    {
      name: 'two best codes',
      line: '07\tx\tAID\tAID\tAID\t\n070\tx\tAID\tAID\tAID\t',
      says: /:3: AID has a best code already, 07/,
    },
  ])('$name stops the start', ({ line, says }) => {
    expect(() => loadCrosswalk(new Map([[FILE, `${HEAD}${line}\n`]]))).toThrow(says);
  });
});
