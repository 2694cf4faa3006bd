import type { Token } from '../../document/index.ts';
import { stateParty } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** "the North", "the South": the state of that name, where the document names it or its counterpart ("North Korea"). */
export function joinCompassStates(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const states = compassStates(scene);
  if (states.size === 0) return readings;
  const kept = readings.filter(({ head, basis }) => basis !== 'person-name' || !states.has(scene.forms[head] ?? ''));
  const heads = new Set(kept.map(({ head }) => head));
  const added = scene.doc.tokens.flatMap((token): Reading[] => {
    const state = states.get(token.form);
    if (!state || heads.has(token.index) || scene.matchAt[token.index] || !standsForState(scene, token)) return [];
    const article = /^the$/i.test(scene.forms[token.index - 1] ?? '') ? 1 : 0;
    const range = { from: token.index - article, to: token.index + 1 };
    const parties = [stateParty(scene.index, state)];
    return [{ head: token.index, range, form: 'name', parties, basis: 'name/compass', noun: null, human: false }];
  });
  return joinPairs(scene, kept, added).sort((a, b) => a.head - b.head);
}

/** "North and South Korea" is one mention of both states. */
function joinPairs(scene: Scene, kept: readonly Reading[], added: readonly Reading[]): Reading[] {
  const firsts = new Map<number, Reading>();
  for (const reading of added) {
    const match = /^and$/i.test(scene.forms[reading.head + 1] ?? '') ? scene.matchAt[reading.head + 2] : null;
    if (match) firsts.set(match.from, reading);
  }
  const used = new Set<Reading>();
  const joined = kept.map((reading) => {
    const first = firsts.get(scene.matchAt[reading.head]?.from ?? -1);
    if (!first || reading.form !== 'name') return reading;
    used.add(first);
    const range = { from: Math.min(first.range.from, reading.range.from), to: reading.range.to };
    return { ...reading, range, parties: [...first.parties, ...reading.parties] };
  });
  return [...joined, ...added.filter((reading) => !used.has(reading))];
}

/** State ids by compass word, of the states with one in their name that the document mentions, and of their counterparts. */
function compassStates({ matchAt, index }: Scene): ReadonlyMap<string, string> {
  const mentioned = new Set(
    matchAt.flatMap((match) => (match?.meanings ?? []).flatMap((meaning) => (meaning.type === 'state' ? [meaning.state] : []))),
  );
  const found = new Map<string, string>();
  for (const id of mentioned) {
    const [word = '', rest = ''] = (index.states.get(id)?.name ?? '').split(' ');
    if (word !== 'North' && word !== 'South') continue;
    if (!found.has(word)) found.set(word, id);
    const other = word === 'North' ? 'South' : 'North';
    const counterpart = index.names.get(`${other} ${rest}`).find(({ type }) => type === 'state');
    if (counterpart?.type === 'state' && !found.has(other)) found.set(other, counterpart.state);
  }
  return found;
}

function standsForState(scene: Scene, token: Token): boolean {
  if (/^(amod|compound|flat|nmod:desc)$/.test(token.deprel) && !/^and$/i.test(scene.forms[token.index + 1] ?? '')) return false;
  return (
    /^(the|and|between|with|against)$/i.test(scene.forms[token.index - 1] ?? '') ||
    /^(and|['’]s)$/.test(scene.forms[token.index + 1] ?? '')
  );
}
