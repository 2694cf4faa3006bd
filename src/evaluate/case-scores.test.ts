import { describe, expect, test } from 'vitest';
import type { CaseRecord, RecordActor, RecordClaim, RecordEvent, RecordSpan } from '../api/index.ts';
import { evaluateCase, type Measure, sumScores } from './case-scores.ts';
import type { CaseGold, GoldClaim, GoldEvent } from './gold.ts';
import { f1, precision, ratio, recall } from './tally.ts';

const TEXT = 'Rebels shelled the port of Veldra on Monday. The navy said the rebels would pay if they came back.';

function at(words: string): RecordSpan {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new RangeError(`"${words}" does not stand in the text`);
  return { start, end: start + words.length, text: words };
}

const FIRST = at('Rebels shelled the port of Veldra on Monday.');

function goldEvent(changes: Partial<GoldEvent> = {}): GoldEvent {
  return {
    id: 'e1',
    core: true,
    types: ['ASSAULT'],
    trigger: at('shelled'),
    evidence: FIRST,
    actors: [['veldran-rebels']],
    recipients: [['VEL']],
    status: 'actual',
    ...changes,
  };
}

function event(changes: Partial<RecordEvent> = {}): RecordEvent {
  return {
    id: 'x1',
    type: 'ASSAULT',
    modes: [],
    contexts: [],
    actors: ['veldran-rebels'],
    recipients: ['VEL'],
    places: [],
    time: null,
    status: 'actual',
    score: -9,
    harm: null,
    trigger: at('shelled'),
    evidence: FIRST,
    claims: [],
    sameAs: [],
    confidence: 1,
    ...changes,
  };
}

function goldClaim(changes: Partial<GoldClaim> = {}): GoldClaim {
  return {
    id: 'c1',
    speaker: ['VEL:MIL'],
    stance: ['threatens'],
    content: at('the rebels would pay'),
    cue: at('said'),
    ...changes,
  };
}

function claim(changes: Partial<RecordClaim> = {}): RecordClaim {
  return {
    id: 'y1',
    speaker: 'VEL:MIL',
    speakerSpan: null,
    stance: 'threatens',
    addressee: null,
    content: at('the rebels would pay'),
    condition: null,
    events: [],
    quoted: false,
    cue: at('said'),
    evidence: FIRST,
    ...changes,
  };
}

function actor(id: string, changes: Partial<RecordActor> = {}): RecordActor {
  return { id, name: id, kind: 'unknown', country: null, sector: null, aliases: [], mentions: [], ...changes };
}

function gold(changes: Partial<CaseGold>): CaseGold {
  return {
    format: 'case-gold/1',
    document: { file: 'a.txt', published: null, length: TEXT.length },
    actors: [{ id: 'veldran-rebels', name: 'Veldran rebels', aliases: ['the Rebels'] }],
    events: [],
    claims: [],
    ties: [],
    figures: [],
    times: [],
    places: [],
    ...changes,
  };
}

function record(changes: Partial<CaseRecord>): CaseRecord {
  return {
    schema: 'lapwing/1',
    versions: { lapwing: '', model: '', lexicon: '', knowledge: '' },
    document: {
      id: '',
      externalId: null,
      title: null,
      source: null,
      url: null,
      published: null,
      publishedBasis: 'unknown',
      publishedEvidence: [],
      language: 'en',
      text: TEXT,
    },
    actors: [],
    places: [],
    events: [],
    claims: [],
    ties: [],
    figures: [],
    times: [],
    ...changes,
  };
}

/** matched of predicted, found of core */
function counts(changesOfGold: Partial<CaseGold>, changesOfRecord: Partial<CaseRecord>, measure: Measure): readonly number[] {
  const { matched, predicted, coreMatched, core } = evaluateCase('a', gold(changesOfGold), record(changesOfRecord)).tallies[
    measure
  ];
  return [matched, predicted, coreMatched, core];
}

describe('events', () => {
  test.each<{ name: string; gold: GoldEvent; event: RecordEvent; actors?: RecordActor[]; type: boolean; dyad: boolean }>([
    { name: 'all right', gold: goldEvent(), event: event(), type: true, dyad: true },
    {
      name: 'other acceptable type',
      gold: goldEvent({ types: ['COERCE', 'ASSAULT'] }),
      event: event(),
      type: true,
      dyad: true,
    },
    { name: 'wrong type', gold: goldEvent(), event: event({ type: 'COERCE' }), type: false, dyad: false },
    {
      name: 'trigger elsewhere in the sentence',
      gold: goldEvent(),
      event: event({ trigger: at('Monday') }),
      type: true,
      dyad: true,
    },
    { name: 'trigger in another sentence', gold: goldEvent(), event: event({ trigger: at('pay') }), type: false, dyad: false },
    { name: 'wrong actor', gold: goldEvent(), event: event({ actors: ['VEL:MIL'] }), type: true, dyad: false },
    { name: 'actor left out', gold: goldEvent(), event: event({ actors: [] }), type: true, dyad: false },
    {
      name: 'slot that may stay empty',
      gold: goldEvent({ actors: [['x', null]] }),
      event: event({ actors: [] }),
      type: true,
      dyad: true,
    },
    {
      name: 'second slot not filled',
      gold: goldEvent({ actors: [['veldran-rebels'], ['other-rebels']] }),
      event: event(),
      type: true,
      dyad: false,
    },
    {
      name: "state's military for the state",
      gold: goldEvent(),
      event: event({ recipients: ['VEL:MIL'] }),
      type: true,
      dyad: true,
    },
    {
      name: "state's police for the state",
      gold: goldEvent(),
      event: event({ recipients: ['VEL:COP'] }),
      type: true,
      dyad: false,
    },
    {
      name: 'the state for its military',
      gold: goldEvent({ recipients: [['VEL:MIL']] }),
      event: event(),
      type: true,
      dyad: false,
    },
    {
      name: 'same country and sector',
      gold: goldEvent({ recipients: [['VEL:MIL']] }),
      event: event({ recipients: ['admiral-oster'] }),
      actors: [actor('admiral-oster', { country: 'VEL', sector: 'MIL' })],
      type: true,
      dyad: true,
    },
    {
      name: 'name in common',
      gold: goldEvent(),
      event: event({ actors: ['front'] }),
      actors: [actor('front', { name: 'Front', aliases: ['rebels'] })],
      type: true,
      dyad: true,
    },
  ])('$name', ({ gold: entry, event: given, actors = [], type, dyad }) => {
    const given1 = { events: [given], actors };
    expect(counts({ events: [entry] }, given1, 'event')).toEqual(type ? [1, 1, 1, 1] : [0, 1, 0, 1]);
    expect(counts({ events: [entry] }, given1, 'dyad')).toEqual(dyad ? [1, 1, 1, 1] : [0, 1, 0, 1]);
  });

  test('an entry that is not core is neither required nor punished', () => {
    const events = [goldEvent({ core: false })];
    expect(counts({ events }, {}, 'event')).toEqual([0, 0, 0, 0]);
    expect(counts({ events }, { events: [event()] }, 'event')).toEqual([1, 1, 0, 0]);
  });

  test('one prediction stands for one entry, the core one first', () => {
    const events = [goldEvent({ core: false }), goldEvent({ id: 'e2' })];
    expect(counts({ events }, { events: [event()] }, 'event')).toEqual([1, 1, 1, 1]);
    expect(counts({ events: [goldEvent()] }, { events: [event(), event({ id: 'x2' })] }, 'event')).toEqual([1, 2, 1, 1]);
  });

  test('overlapping triggers are matched before those that only share the sentence', () => {
    const events = [goldEvent(), goldEvent({ id: 'e2', trigger: at('port') })];
    const given = [event({ trigger: at('port') }), event({ id: 'x2', trigger: at('shelled'), actors: ['VEL:COP'] })];
    const scores = evaluateCase('a', gold({ events }), record({ events: given }));
    expect(scores.tallies.event.matched).toBe(2);
    expect(scores.tallies.dyad.matched).toBe(1);
  });

  test.each<{ name: string; gold: Partial<GoldEvent>; event: Partial<RecordEvent>; right: readonly [number, number, number] }>([
    {
      name: 'all named and right',
      gold: { modes: ['firearms', 'heavy-weapons'], time: ['2017-02-20', '2017-02-20'] },
      event: { modes: ['heavy-weapons'], time: { start: '2017-02-20', end: '2017-02-20', span: null } },
      right: [1, 1, 1],
    },
    {
      name: 'all wrong',
      gold: { modes: ['drone'], time: ['2017-02-20', '2017-02-20'] },
      event: { modes: [], time: { start: '2017-02-20', end: '2017-02-21', span: null }, status: 'alleged' },
      right: [0, 0, 0],
    },
    {
      name: 'loose time within a week',
      gold: { modes: ['drone'], time: ['2017-02-20', '2017-02-26'], loose: true },
      event: { modes: ['drone'], time: { start: '2017-02-13', end: '2017-02-26', span: null } },
      right: [1, 1, 1],
    },
    {
      name: 'loose time more than a week off',
      gold: { modes: ['drone'], time: ['2017-02-20', '2017-02-26'], loose: true },
      event: { modes: ['drone'], time: { start: '2017-02-12', end: '2017-02-26', span: null } },
      right: [1, 0, 1],
    },
    {
      name: 'no time given',
      gold: { modes: ['drone'], time: ['2017-02-20', '2017-02-20'] },
      event: { modes: ['drone'] },
      right: [1, 0, 1],
    },
    {
      name: 'any acceptable status',
      gold: { modes: ['drone'], time: ['2017-02-20', '2017-02-20'], status: ['alleged', 'actual'] },
      event: {},
      right: [0, 0, 1],
    },
  ])('attributes: $name', ({ gold: ofGold, event: ofEvent, right }) => {
    const { shares } = evaluateCase('a', gold({ events: [goldEvent(ofGold)] }), record({ events: [event(ofEvent)] }));
    expect([shares.mode.right, shares.time.right, shares.status.right]).toEqual(right);
  });
});

describe('claims', () => {
  test.each<{ name: string; gold: Partial<GoldClaim>; claim: Partial<RecordClaim>; right: readonly [number, number, number] }>([
    { name: 'all right', gold: {}, claim: {}, right: [1, 1, 1] },
    { name: 'wrong stance', gold: {}, claim: { stance: 'warns' }, right: [1, 1, 0] },
    { name: 'wrong speaker', gold: {}, claim: { speaker: 'VEL:COP' }, right: [1, 0, 0] },
    { name: 'no speaker', gold: {}, claim: { speaker: null }, right: [1, 0, 0] },
    {
      name: 'no speaker where none is needed',
      gold: { speaker: ['critics', null] },
      claim: { speaker: null },
      right: [1, 1, 1],
    },
    { name: 'a third of the content and the cue', gold: {}, claim: { content: at('the rebels') }, right: [1, 1, 1] },
    {
      name: 'a third of the content, no cue',
      gold: { content: at('the rebels would pay if they') },
      claim: { content: at('the rebels'), cue: null },
      right: [0, 0, 0],
    },
    {
      name: 'one of several contents',
      gold: { content: [at('navy'), at('the rebels would pay')] },
      claim: { cue: null },
      right: [1, 1, 1],
    },
    { name: 'elsewhere', gold: {}, claim: { content: at('Monday') }, right: [0, 0, 0] },
  ])('$name', ({ gold: ofGold, claim: ofClaim, right }) => {
    const { tallies } = evaluateCase('a', gold({ claims: [goldClaim(ofGold)] }), record({ claims: [claim(ofClaim)] }));
    expect([tallies.claim.matched, tallies.speaker.matched, tallies.stance.matched]).toEqual(right);
  });

  test('conditions', () => {
    const claims = [goldClaim({ condition: at('if they came back') })];
    expect(counts({ claims }, { claims: [claim({ condition: at('if they came') })] }, 'condition')).toEqual([1, 1, 1, 1]);
    expect(counts({ claims }, { claims: [claim({ condition: at('if') })] }, 'condition')).toEqual([0, 1, 0, 1]);
    expect(counts({ claims }, { claims: [claim()] }, 'condition')).toEqual([0, 0, 0, 1]);
  });
});

describe('ties, figures, times, places', () => {
  const span = at('Monday');

  test('a tie needs from, to and kind', () => {
    const ties = [{ from: ['a', 'b'], to: ['VEL'], kind: ['part-of', 'member'], evidence: FIRST }];
    const given = { from: 'b', to: 'VEL', kind: 'member', evidence: FIRST, attributedTo: null, deniedBy: [] } as const;
    expect(counts({ ties }, { ties: [given] }, 'tie')).toEqual([1, 1, 1, 1]);
    expect(counts({ ties }, { ties: [{ ...given, kind: 'leads' }] }, 'tie')).toEqual([0, 1, 0, 1]);
    expect(counts({ ties }, { ties: [{ ...given, from: 'VEL', to: 'b' }] }, 'tie')).toEqual([0, 1, 0, 1]);
  });

  test('a figure needs both bounds', () => {
    const figures = [{ span, low: 24, high: 99, lowOk: [12], of: 'killed' }];
    const given = { span, low: 24, high: 99, approximate: false, of: 'killed', event: null };
    expect(counts({ figures }, { figures: [given] }, 'figure')).toEqual([1, 1, 1, 1]);
    expect(counts({ figures }, { figures: [{ ...given, low: 12 }] }, 'figure')).toEqual([1, 1, 1, 1]);
    expect(counts({ figures }, { figures: [{ ...given, high: null }] }, 'figure')).toEqual([0, 1, 0, 1]);
    expect(counts({ figures }, { figures: [{ ...given, span: at('port') }] }, 'figure')).toEqual([0, 1, 0, 1]);
  });

  test('a time needs both days', () => {
    const times = [{ span, start: '2017-02-20', end: '2017-02-20' }];
    expect(counts({ times }, { times: [{ span, start: '2017-02-20', end: '2017-02-20' }] }, 'time')).toEqual([1, 1, 1, 1]);
    expect(counts({ times }, { times: [{ span, start: '2017-02-20', end: '2017-02-21' }] }, 'time')).toEqual([0, 1, 0, 1]);
    expect(
      counts(
        { times: [{ ...times[0], span, start: '2017-02-20', end: '2017-02-20', loose: true }] },
        { times: [{ span, start: '2017-02-20', end: '2017-02-21' }] },
        'time',
      ),
    ).toEqual([1, 1, 1, 1]);
  });

  test('a place counts within its tolerance; one without coordinates does not count', () => {
    const places = [{ id: 'veldra', name: 'Veldra', latitude: 50, longitude: 10, toleranceKm: 12 }];
    const given = { id: 'p', name: 'Veldra', kind: 'city', country: null, mentions: [] };
    expect(counts({ places }, { places: [{ ...given, latitude: 50.1, longitude: 10 }] }, 'place')).toEqual([1, 1, 1, 1]);
    expect(counts({ places }, { places: [{ ...given, latitude: 50.2, longitude: 10 }] }, 'place')).toEqual([0, 1, 0, 1]);
    expect(counts({ places }, { places: [{ ...given, latitude: null, longitude: null }] }, 'place')).toEqual([0, 0, 0, 1]);
  });
});

test('sums add counts, not shares', () => {
  const one = evaluateCase(
    'a',
    gold({ events: [goldEvent()] }),
    record({ events: [event(), event({ id: 'x2', trigger: at('pay') })] }),
  );
  const two = evaluateCase(
    'b',
    gold({ events: [goldEvent(), goldEvent({ id: 'e2', trigger: at('port') })] }),
    record({ events: [event()] }),
  );
  const { tallies, findings } = sumScores('both', [one, two]);
  expect([precision(tallies.event), recall(tallies.event), f1(tallies.event)]).toEqual([2 / 3, 2 / 3, 2 / 3]);
  expect(findings.map(({ document, kind, about }) => [document, kind, about])).toEqual([
    ['a', 'extra', 'event'],
    ['b', 'missed', 'event'],
  ]);
});

test('nothing to find and nothing given is no score, not a bad one', () => {
  const { tallies, shares } = evaluateCase('a', gold({}), record({}));
  expect([f1(tallies.event), ratio(shares.mode)]).toEqual([null, null]);
});
