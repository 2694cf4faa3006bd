import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { addDays } from '../../src/base/index.ts';
import type { EventType, Mode } from '../../src/codebook/index.ts';
import { groupTellings, type Telling, type TellingParty, type TellingPlace } from '../../src/link/index.ts';
import { makeChance } from '../../test/support/chance.ts';

/** How the cost of linking grows: `node bench/linking/scale.ts [--save]`. Tellings are drawn (seeded) from happenings of 40 countries with 30
 * towns each, 120 a day, each told by one to six reports that drop or blur a detail now and then. An archive of ten times the events
 * covers ten times the days, as news does. */

const SIZES = [1_000, 10_000, 100_000];
const TYPES: readonly (readonly [EventType, Mode | null])[] = [
  ['ASSAULT', 'explosives'],
  ['ASSAULT', 'heavy-weapons'],
  ['ASSAULT', 'firearms'],
  ['PROTEST', 'demo'],
  ['COERCE', 'arrest'],
  ['COERCE', 'restrict'],
  ['CONSULT', 'visit'],
  ['ACCUSE', 'allege'],
  ['REQUEST', 'change'],
  ['AID', null],
];
const COUNTRIES = Array.from({ length: 40 }, (_, at) => `C${String(at).padStart(2, '0')}`);

function draw(count: number): readonly Telling[] {
  const random = makeChance(17);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const tellings: Telling[] = [];
  for (let happening = 0; tellings.length < count; happening++) {
    const day = addDays('2010-01-01', Math.floor(happening / 120));
    const country = pick(COUNTRIES);
    const [type, mode] = pick(TYPES);
    const town = Math.floor(random() * 30);
    const actor: TellingParty =
      random() < 0.5
        ? { id: `${country}:MIL`, kind: 'military', country }
        : { id: `group-${country}`, kind: 'armed-group', country: null };
    const recipient: TellingParty = { id: `${country}:CVL`, kind: 'people', country };
    const place: TellingPlace = {
      id: `${country}-${town}`,
      kind: 'city',
      country,
      latitude: town,
      longitude: COUNTRIES.indexOf(country) * 4,
    };
    const killed = Math.floor(random() * 40);
    const reports = 1 + Math.floor(random() * 6);
    for (let report = 0; report < reports; report++) {
      const published = addDays(day, Math.floor(random() * 3));
      const document = `${happening}-${report}`;
      tellings.push({
        id: `${document}#e1`,
        document,
        event: 'e1',
        source: `Outlet ${Math.floor(random() * 30)}`,
        published,
        type,
        modes: mode === null || random() < 0.2 ? [] : [mode],
        status: 'actual',
        actors: random() < 0.2 ? [] : [actor],
        recipients: random() < 0.2 ? [] : [recipient],
        places: random() < 0.3 ? [] : [place],
        time: random() < 0.3 ? null : { start: day, end: day },
        harm: type === 'ASSAULT' && random() < 0.6 ? { killed: { low: killed, high: killed } } : {},
        words: [`word${happening % 50}`, `word${town}`, 'people'],
        trigger: type.toLowerCase(),
        sameAs: [],
        confidence: 0.8,
      });
    }
  }
  return tellings.slice(0, count);
}

const rows = SIZES.map((size) => {
  const tellings = draw(size);
  const before = process.cpuUsage();
  const groups = groupTellings(tellings);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return {
    events: size,
    incidents: groups.length,
    seconds: Math.round(seconds * 100) / 100,
    microsecondsPerEvent: Math.round((seconds * 1e6) / size),
  };
});
const result = {
  how: 'node bench/linking/scale.ts --save: processor time of groupTellings over generated tellings, one thread',
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${process.version}`,
  rows,
};
console.log(JSON.stringify(result, null, 1));
if (process.argv.includes('--save'))
  writeFileSync(new URL('../results/2026-11-23-linking-scale.json', import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
