import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exported, TABLES } from '../../../test/support/exports/exported.ts';
import { readCsv } from '../../../test/support/exports/read-csv.ts';
import type { OpenedCase } from '../../store/index.ts';
import { gdeltColumns } from './gdelt.ts';

/** Names and order of columns in the public layouts. */
const words = (text: string, separator = ' ') => text.trim().split(new RegExp(`\\s*${separator}\\s*`));
const actor = (n: number) =>
  words('Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code').map(
    (column) => `Actor${n}${column}`,
  );
const geo = (name: string) =>
  words('Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID').map((column) => `${name}Geo_${column}`);

const LAYOUTS = {
  gdelt: [
    ...words('GLOBALEVENTID Day MonthYear Year FractionDate'),
    ...[...actor(1), ...actor(2)],
    ...words('IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources'),
    ...words('NumArticles AvgTone'),
    ...[...geo('Actor1'), ...geo('Actor2'), ...geo('Action')],
    ...words('DATEADDED SOURCEURL'),
  ],
  icews: words(
    `Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name,
    Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude`,
    ',',
  ),
  phoenix: words(
    `EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute TargetActorFull
    TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode QuadClass GoldsteinScore Issues Lat Lon
    LocationName StateName CountryCode SentenceID URLs NewsSources`,
  ),
  polecat: words(
    `Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW,
    Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country,
    Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID,
    Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source,
    Publication Date, Story People, Story Organizations, Story Locations, Language, Version`,
    ',',
  ),
  acled: words(
    `event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2
    assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude
    geo_precision source source_scale notes fatalities tags timestamp`,
  ),
  'ucdp-ged': words(
    `id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
    dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
    source_article source_office source_date source_headline source_original where_prec where_coordinates where_description
    adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec date_start date_end
    deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob`,
  ),
} as const;

const COUNTS = { gdelt: 61, icews: 20, phoenix: 26, polecat: 40, acled: 31, 'ucdp-ged': 49 } as const;

type Layout = keyof typeof LAYOUTS;
const NAMES = Object.keys(LAYOUTS) as Layout[];
const IS_CSV: readonly Layout[] = ['acled', 'ucdp-ged'];

/** Rows of a table as objects; every line has as many cells as the layout. */
async function rowsOf(db: OpenedCase, format: Layout, request = {}): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await exported(db, { format, withUnactual: true, ...request });
  const lines = IS_CSV.includes(format)
    ? readCsv(text)
    : text
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split('\t'));
  const layout = LAYOUTS[format];
  for (const line of lines) expect(line.length).toBe(COUNTS[format]);
  if (format !== 'gdelt') expect(lines[0]).toEqual(layout);
  return lines
    .slice(format === 'gdelt' ? 0 : 1)
    .map((line) => Object.fromEntries(line.map((cell, at) => [layout[at] ?? '', cell])));
}

onBothDatabases('tables of other projects', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());
  const only = { unit: 'events', filter: { document: [exampleRecord().document.id] } } as const;

  test.each(NAMES.flatMap((format) => (['events', 'incidents'] as const).map((unit) => ({ format, unit }))))(
    '$format of $unit has the columns of its layout',
    async ({ format, unit }) => {
      expect(LAYOUTS[format].length).toBe(COUNTS[format]);
      expect((await rowsOf(db, format, { unit })).length).toBeGreaterThan(0);
    },
  );

  test.each(NAMES)('%s: no cell of hostile names runs, reorders or breaks a line', async (format) => {
    for (const row of await rowsOf(db, format, { unit: 'events' }))
      for (const cell of Object.values(row)) {
        expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
        expect(cell).not.toContain('\u202e');
        expect(cell).not.toContain('\u0000');
      }
  });

  describe('CAMEO codes', () => {
    test('a denial is a row of who denies, though what is denied is none', async () => {
      const rows = await rowsOf(db, 'gdelt', { ...only, withUnactual: false });
      const denials = rows.filter(({ EventCode }) => EventCode === '016');
      expect(denials).toHaveLength(1);
      expect(denials[0]).toMatchObject({ Actor1Name: 'OSTLAND', EventRootCode: '01', QuadClass: '1' });
      expect(rows.map(({ EventCode }) => EventCode)).not.toContain('194');
    });

    test('what is alleged is a row when asked for', async () => {
      const rows = await rowsOf(db, 'gdelt', only);
      expect(rows.find(({ EventCode }) => EventCode === '194')).toMatchObject({
        Day: '20160304',
        FractionDate: '2016.2575',
        ActionGeo_FullName: 'Karsa',
        ActionGeo_Type: '4',
      });
    });

    test('ids are whole numbers, one for each row', async () => {
      const ids = (await rowsOf(db, 'icews', { unit: 'events' })).map((row) => row['Event ID'] ?? '');
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(Number.isSafeInteger(Number(id))).toBe(true);
    });
  });

  test('POLECAT says None where there is nothing', async () => {
    for (const row of await rowsOf(db, 'polecat', only)) {
      expect(Object.values(row)).not.toContain('');
      expect(row['Wikipedia Actor ID']).toBe('None');
    }
  });

  test('deaths and the kind of violence of the GED shape', async () => {
    const [row] = await rowsOf(db, 'ucdp-ged', only);
    expect(row).toMatchObject({
      ...{ best: '12', low: '12', high: '15', date_prec: '1', code_status: 'Check: alleged' },
      ...{ geom_wkt: 'POINT (-3.2 54.31)', priogrid_gid: String(288 * 720 + 353 + 1) },
    });
  });

  test('the ACLED shape tells shelling from protest, and says in the notes what is only alleged', async () => {
    const rows = await rowsOf(db, 'acled', only);
    expect(rows.find(({ sub_event_type }) => sub_event_type?.startsWith('Shelling'))).toMatchObject({
      ...{ event_date: '04 March 2016', event_type: 'Explosions/Remote violence', fatalities: '12', time_precision: '1' },
      notes: expect.stringMatching(/^\[alleged\] /),
    });
  });
});

test('the columns of GDELT are named as in its codebook', () => {
  expect(Object.keys(gdeltColumns(TABLES))).toEqual(LAYOUTS.gdelt);
});
