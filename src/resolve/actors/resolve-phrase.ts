import type { PlainDate } from '../../base/index.ts';
import type { ActorKind, Sector } from '../../codebook/index.ts';
import type { ActorIndex } from './actor-index.ts';
import { kindOfSector, type Party, stateParty } from './parties.ts';
import { phraseDocument } from './phrase-document.ts';
import { readHead, readHeads } from './read-heads.ts';
import type { Reading } from './reading.ts';
import { makeScene, type Scene } from './scene.ts';

/** What a bare actor phrase stands for; nulls where nothing is known. */
export interface PhraseActor {
  /** Entity id; null where the phrase names nobody in particular ("three gunmen"). */
  readonly actor: string | null;
  readonly name: string | null;
  readonly kind: ActorKind | null;
  readonly country: string | null;
  readonly sector: Sector | null;
}

const NOBODY: PhraseActor = { actor: null, name: null, kind: null, country: null, sector: null };

/** Resolves a phrase that stands alone: "the Peruvian foreign minister" is PER:GOV, "three gunmen" have sector UAF and no
 * country. Uses no context and no parser; where it is unsure it abstains.
 * @param published decides dated roles; null takes each person's latest */
export function resolvePhrase(
  text: string,
  published: PlainDate | null,
  knowledge: { readonly actors: ActorIndex },
): PhraseActor {
  const doc = phraseDocument(text, knowledge.actors);
  const scene = makeScene(doc, knowledge.actors, published);
  const root = doc.tokens.find((token) => token.head < 0);
  if (!root) return NOBODY;
  const reading = readHead(scene, root) ?? capitalAlone(scene) ?? nearestReading(scene, root.index);
  return reading ? toActor(reading) : NOBODY;
}

/** A capital given as an actor stands for its state. */
function capitalAlone(scene: Scene): Reading | null {
  const match = scene.matchAt[0];
  const capital = match?.to === scene.doc.tokens.length ? match.meanings.find(({ type }) => type === 'capital') : undefined;
  if (!match || capital?.type !== 'capital') return null;
  const parties = [stateParty(scene.index, capital.state)];
  return { head: 0, range: { from: 0, to: match.to }, form: 'name', parties, basis: 'name/capital', noun: null, human: false };
}

function nearestReading(scene: Scene, root: number): Reading | null {
  const readings = readHeads(scene).filter(({ parties, noun }) => parties.length > 0 || noun !== null);
  return [...readings].sort((a, b) => Math.abs(a.head - root) - Math.abs(b.head - root))[0] ?? null;
}

function toActor({ parties, noun }: Reading): PhraseActor {
  const [party] = parties;
  if (party) return fromParty(party);
  const sector = noun?.organ?.sector ?? noun?.role?.sector ?? null;
  if (sector === null) return NOBODY;
  return { ...NOBODY, kind: noun?.organ?.kind ?? kindOfSector(sector), sector };
}

function fromParty({ id, name, kind, country, sector }: Party): PhraseActor {
  return { actor: id, name, kind, country, sector };
}
