import { contains, overlaps } from '../../base/index.ts';
import type { Mention, Resolved } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';

/** How many drafts back a deed without doer is looked for, that somebody then claims. */
const WINDOW = 8;

/** Who claims a deed did it: a claim of responsibility gives its speaker to the deed it names, and to the nearest attack told before it
 * without a doer, unless the two name different victims. Accusations by others give nothing: they only allege.
 * @param drafts in text order */
export function giveClaimedDeeds(doc: Resolved, drafts: readonly Draft[], claims: readonly Claim[]): readonly Draft[] {
  let current = drafts;
  for (const claim of claims) {
    const doer = claim.stance === 'claims-responsibility' ? doerOf(doc, claim) : null;
    if (doer) current = give(current, claim, doer);
  }
  return current;
}

function doerOf(doc: Resolved, { speaker, speakerSpan }: Claim): Party | null {
  if (speaker === null) return null;
  const mentions = doc.mentions.filter(({ entities }) => entities.includes(speaker));
  const mention: Mention | undefined =
    mentions.find(({ span }) => speakerSpan !== null && overlaps(span, speakerSpan)) ?? mentions[0];
  return mention ? { entities: [speaker], mention, within: false } : null;
}

function give(drafts: readonly Draft[], claim: Claim, doer: Party): readonly Draft[] {
  const isDeed = (draft: Draft) => draft.type === 'ASSAULT' && draft.governor === null;
  const named = drafts.filter((draft) => isDeed(draft) && contains(claim.content, draft.trigger[0]));
  const before = drafts.filter((draft) => isDeed(draft) && draft.trigger[0].end <= (claim.cue ?? claim.content).start);
  const isRefusal = named.some(({ predicate }) => predicate.negated);
  if (isRefusal) return drafts;
  const victims = named.flatMap(({ recipients }) => partyIds(recipients));
  const told = before.slice(-WINDOW).findLast((draft) => isUnclaimed(draft) && sharesVictims(draft, victims));
  return drafts.map((draft) => {
    if (named.includes(draft) && !draft.actors.some((party) => !party.within)) return { ...draft, actors: [doer] };
    return draft === told ? { ...draft, actors: [doer] } : draft;
  });
}

/** Nobody is named who did it, and it was done. */
function isUnclaimed({ actors, predicate }: Draft): boolean {
  return actors.length === 0 && !predicate.negated && predicate.modal === null;
}

function sharesVictims({ recipients }: Draft, victims: readonly string[]): boolean {
  const mine = partyIds(recipients);
  return victims.length === 0 || mine.length === 0 || mine.some((id) => victims.includes(id));
}
