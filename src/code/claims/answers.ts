import type { Token } from '../../document/index.ts';
import type { Draft, Reading } from './reading.ts';

/** Stances by which a claim answers another. */
const ANSWERS = new Set(['denies', 'rejects']);
const CHARGES = new Set(['accuses', 'asserts', 'claims-responsibility', 'demands', 'warns']);

/** The stance a noun points back to. */
const WANTED: Readonly<Record<string, string>> = {
  accusation: 'accuses',
  allegation: 'accuses',
  charge: 'accuses',
  criticism: 'accuses',
  demand: 'demands',
  call: 'demands',
  request: 'demands',
  appeal: 'demands',
};

/** Sentences back in which the denied charge is looked for. */
const REACH = 3;

/** "a charge it denies", "Kabul rejected the accusation": the content is what the charge said, where that stands close before. */
export function linkAnswers(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const linked = new Map<Draft, Draft>();
  for (const answer of drafts) {
    const noun = referringNoun(reading, answer);
    const charge = noun && chargeBefore(answer, noun, drafts);
    if (!noun || !charge) continue;
    const content = cutAt(reading, linked.get(charge)?.content ?? charge.content, noun, answer);
    const condition = cutCondition(reading, charge, noun, answer);
    if (content !== charge.content || condition !== charge.condition)
      linked.set(charge, { ...(linked.get(charge) ?? charge), content, condition });
    const stance = charge.stance === 'demands' || WANTED[noun.lemma.toLowerCase()] === 'demands' ? 'rejects' : answer.stance;
    linked.set(answer, { ...answer, stance, content, rule: `${answer.rule}+charge` });
  }
  return drafts.map((draft) => linked.get(draft) ?? draft);
}

/** The head of a content that only points back: "a charge", "the allegations", "this", "it". */
function referringNoun(reading: Reading, draft: Draft): Token | null {
  if (!ANSWERS.has(draft.stance) || draft.content.to - draft.content.from > 4) return null;
  const tokens = reading.tree.tokens.slice(draft.content.from, draft.content.to);
  const noun = tokens.find((token) => ['NOUN', 'PRON'].includes(token.upos));
  if (!noun || tokens.some((token) => ['VERB', 'PROPN', 'ADP'].includes(token.upos) && token.index > noun.index)) return null;
  if (tokens.some((token) => ['any', 'no', 'all', 'further', 'new'].includes(token.form.toLowerCase()))) return null;
  const points =
    reading.lexicon.words('referring').has(noun.lemma.toLowerCase()) ||
    ['it', 'this', 'that', 'which', 'them', 'these'].includes(noun.lemma.toLowerCase()) ||
    noun.lemma.toLowerCase() in WANTED;
  return points ? noun : null;
}

/** The charge an answer points back to: an accusation where the noun says so, a demand for "the demand", else the nearest claim. */
function chargeBefore(answer: Draft, noun: Token, drafts: readonly Draft[]): Draft | null {
  const wanted = WANTED[noun.lemma.toLowerCase()];
  let best: Draft | null = null;
  for (const draft of drafts) {
    if (draft === answer || !draft.cue || !CHARGES.has(draft.stance) || draft.content.from >= noun.index) continue;
    if (noun.sentence - draft.cue.sentence > REACH || (draft.speaker !== null && draft.speaker === answer.speaker)) continue;
    if (answer.cue && draft.cue.index > answer.cue.index) continue;
    if (!best || better(draft, best, wanted)) best = draft;
  }
  const elsewhere = best?.cue?.sentence !== noun.sentence;
  return best && wanted === 'demands' && best.stance !== 'demands' && elsewhere ? null : best;
}

function better(draft: Draft, best: Draft, wanted: string | undefined): boolean {
  const [fits, bestFits] = [draft.stance === wanted, best.stance === wanted];
  return fits === bestFits ? draft.content.from > best.content.from : fits;
}

function cutCondition(reading: Reading, charge: Draft, noun: Token, answer: Draft): Draft['condition'] {
  const { condition } = charge;
  return condition && condition.from < noun.index ? cutAt(reading, condition, noun, answer) : condition;
}

/** The charge ends where the answer hangs on to it (", a charge ..."). */
function cutAt(
  reading: Reading,
  content: { from: number; to: number },
  noun: Token,
  answer: Draft,
): { from: number; to: number } {
  if (noun.index >= content.to) return content;
  let to = Math.min(answer.content.from, noun.index);
  while (to - 1 > content.from && [',', '—', '–', '-', '(', 'but', 'and'].includes(reading.tree.token(to - 1).form)) to--;
  return to > content.from ? { from: content.from, to } : content;
}
