import type { ReviewDecision } from '../../../src/review/index.ts';
import { exampleRecord } from '../../support/example-record.ts';
import type { Chance } from '../chance.ts';
import { makeWords } from './text.ts';

const { document, actors, places, events, claims, ties, figures } = exampleRecord();
const ACTORS = [...actors.map(({ id }) => id), 'nobody', 'FRA:GOV', '__proto__'];
const PLACES = [...places.map(({ id }) => id), 'nowhere'];
const STRANGER = { id: 'nobody', name: 'Nobody', kind: 'unknown', country: null, sector: null };
const NOWHERE = { id: 'nowhere', name: 'Nowhere', kind: 'city', country: null, latitude: null, longitude: null, mentions: [] };
const ANCHORED = [
  ...events.map(({ id, trigger, type }) => ({ entry: 'event', id, span: trigger, label: type })),
  ...claims.map(({ id, content, stance }) => ({ entry: 'claim', id, span: content, label: stance })),
  ...ties.map(({ evidence, kind }, at) => ({ entry: 'tie', id: `t${at + 1}`, span: evidence, label: kind })),
  ...figures.map(({ span, of }, at) => ({ entry: 'figure', id: `f${at + 1}`, span, label: of })),
];

/** Decisions of the shapes that the log keeps, about entries that are there and others that are not, in any order. */
export function makeDecisions(chance: Chance, count: number): readonly ReviewDecision[] {
  return Array.from({ length: count }, (_, at) => {
    const { kind, what } = makeDecision(chance, at + 1);
    const subject = chance
      .pick([`${document.id}#ev-1`, 'actor:OST:MIL', 'i-1', makeWords(chance)])
      .toWellFormed()
      .replaceAll('\0', '');
    return { number: at + 1, at: '2026-11-23T12:00:00.000Z', byWhom: 'Ada', kind, subject, why: null, what };
  });
}

function makeDecision(chance: Chance, number: number): { readonly kind: string; readonly what: unknown } {
  const known = chance.is(0.7) ? { actors: [STRANGER], places: [NOWHERE] } : {};
  switch (chance.below(8)) {
    case 0:
      return { kind: chance.pick(['accept', 'reject']), what: { anchor: makeAnchor(chance) } };
    case 1:
    case 2: {
      const anchor = makeAnchor(chance);
      return { kind: 'edit', what: { anchor, change: makeEdit(chance, anchor.entry), ...known } };
    }
    case 3:
      return { kind: 'add', what: { ...makeAdded(chance), ...known } };
    case 4:
      return {
        kind: chance.pick(['merge', 'split']),
        what: { pairs: [{ a: makeAnchor(chance), b: makeAnchor(chance) }], with: [] },
      };
    case 5:
      return {
        kind: 'merge',
        what: { with: chance.some(0, 3, () => chance.pick(ACTORS)), into: { ...STRANGER, id: chance.pick(ACTORS) } },
      };
    case 6:
      return {
        kind: 'split',
        what: { actor: chance.pick(ACTORS), documents: [document.id], as: { ...STRANGER, id: chance.pick(ACTORS) } },
      };
    default:
      return number > 1 ? { kind: 'undo', what: { decision: 1 + chance.below(number - 1) } } : { kind: 'note', what: null };
  }
}

function makeAnchor(chance: Chance) {
  const anchor = chance.pick(ANCHORED);
  const id = chance.is(0.2) ? `h${chance.below(6)}` : chance.is(0.2) ? 'ev-9' : anchor.id;
  const span = chance.is(0.3) ? { ...anchor.span, start: chance.below(700), end: chance.below(700) } : anchor.span;
  return { document: chance.is(0.9) ? document.id : 'none', ...anchor, id, span, nth: chance.size(0, 2) };
}

function makeEdit(chance: Chance, entry: string): object {
  const some = <T>(list: readonly T[]) => chance.some(0, 3, () => chance.pick(list));
  if (entry === 'event')
    return {
      ...(chance.is(0.4) && { type: chance.pick(['AID', 'ASSAULT', 'AGREE']) }),
      ...(chance.is(0.4) && { modes: some(['firearms', 'visit', 'ceasefire']) }),
      ...(chance.is(0.4) && { status: chance.pick(['actual', 'denied']) }),
      ...(chance.is(0.4) && { actors: some(ACTORS), recipients: some(ACTORS), places: some(PLACES) }),
      ...(chance.is(0.4) && {
        time: chance.pick([null, { start: '2016-03-04', end: null }, { start: '2017-01-01', end: '2016-01-01' }]),
      }),
    };
  if (entry === 'claim') return { stance: 'denies', speaker: chance.pick([null, ...ACTORS]) };
  return entry === 'tie' ? { from: chance.pick(ACTORS), to: chance.pick(ACTORS) } : {};
}

function makeAdded(chance: Chance): object {
  const start = chance.below(document.text.length - 1);
  const end = start + 1 + chance.below(document.text.length - start - 1);
  const span = { start, end, text: document.text.slice(start, end) };
  const selection = { start, end };
  const addition = chance.pick([
    { selection, event: { ...makeEdit(chance, 'event'), type: 'ASSAULT' } },
    { selection, claim: { stance: 'asserts', speaker: chance.pick(ACTORS) } },
    { selection, tie: { kind: 'allied', from: chance.pick(ACTORS), to: chance.pick(ACTORS) } },
  ]);
  return { document: chance.is(0.9) ? document.id : 'none', addition, span, evidence: span };
}
