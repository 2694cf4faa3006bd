import type { RecordActor } from '../api/index.ts';
import { foldName } from '../base/index.ts';
import { isSector } from '../codebook/index.ts';
import type { GoldActor, GoldSlot } from './gold.ts';

/** What is compared of a party. */
interface Party {
  readonly id: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly names: ReadonlySet<string>;
}

/** Decides whether a predicted actor id is acceptable in a gold slot. */
export interface PartyJudge {
  /** Whether one of the acceptable ids is this predicted actor. */
  accepts(slot: GoldSlot, predicted: string | null): boolean;
  /** Whether some of the predicted actors fill the slot, or it may stay empty. */
  isFilled(slot: GoldSlot, predicted: readonly string[]): boolean;
}

/** A judge for one document: same id; or same country and sector; or a bare state's government or military; or a name in common. */
export function makePartyJudge(goldActors: readonly GoldActor[], recordActors: readonly RecordActor[]): PartyJudge {
  const golds = new Map(goldActors.map((actor) => [actor.id, toParty(actor)]));
  const predictions = new Map(recordActors.map((actor) => [actor.id, toParty(actor)]));
  const accepts = (slot: GoldSlot, predicted: string | null) => {
    if (predicted === null) return slot.includes(null);
    const party = predictions.get(predicted) ?? partyOfId(predicted);
    return slot.some((id) => id !== null && isSameParty(golds.get(id) ?? partyOfId(id), party));
  };
  return {
    accepts,
    isFilled: (slot, predicted) => slot.includes(null) || predicted.some((id) => accepts(slot, id)),
  };
}

/** Whether a predicted actor has the gold actor's id, or its country and sector: names in common do not count here. */
export function isSameActor(gold: GoldActor | undefined, predicted: RecordActor | undefined): boolean {
  if (!gold || !predicted) return false;
  const [wanted, given] = [toParty(gold), toParty(predicted)];
  if (wanted.id === given.id) return true;
  return (
    wanted.country !== null && wanted.sector !== null && wanted.country === given.country && wanted.sector === given.sector
  );
}

function isSameParty(gold: Party, predicted: Party): boolean {
  if (gold.id === predicted.id) return true;
  if (gold.country !== null && gold.country === predicted.country) {
    if (gold.sector !== null && gold.sector === predicted.sector) return true;
    if (gold.id === gold.country && isOrgan(predicted)) return true;
  }
  return [...gold.names].some((name) => predicted.names.has(name));
}

function isOrgan({ sector }: Party): boolean {
  return sector === 'GOV' || sector === 'MIL';
}

function toParty(actor: GoldActor | RecordActor): Party {
  const byId = partyOfId(actor.id);
  return {
    id: actor.id,
    country: actor.country ?? byId.country,
    sector: actor.sector ?? byId.sector,
    names: new Set([actor.name, ...actor.aliases].map(comparable).filter((name) => name !== '')),
  };
}

/** Country and sector as a coded id shows them (`PAK:MIL`, `PAK`); nothing of a kebab-case name. */
function partyOfId(id: string): Party {
  const found = /^([A-Z]{3})(?::([A-Z]{3}))?$/.exec(id);
  const sector = found?.[2] ?? null;
  return { id, country: found?.[1] ?? null, sector: sector !== null && isSector(sector) ? sector : null, names: new Set() };
}

function comparable(name: string): string {
  return foldName(name)
    .trim()
    .replace(/^the\s+/, '');
}
