import type { CaseFilter } from '../api/index.ts';
import { dateParts } from '../base/index.ts';
import { EVENT_TYPES, STANCES, STATUSES, TIE_KINDS } from '../codebook/index.ts';
import { type CaseDb, findActorIds, findDocumentId, findPlaceIds, suggestActorIds, suggestPlaces } from '../store/index.ts';

/** Filters as the command line gives them. */
export interface FilterOptions {
  readonly actor?: string;
  readonly recipient?: string;
  readonly dyad?: string;
  readonly type?: string;
  readonly status?: string;
  readonly speaker?: string;
  readonly place?: string;
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly document?: string;
}

/** A filter that cannot be understood: a message for the user. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
}

/** Lists of closed vocabularies that `--type` is checked against, by what is shown. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  events: EVENT_TYPES,
  incidents: EVENT_TYPES,
  dyads: EVENT_TYPES,
  disputes: ['happened', 'who', 'blame', 'figure', 'tie'],
  claims: STANCES,
  ties: TIE_KINDS,
  'told-ties': TIE_KINDS,
};

/** The filter that options stand for: names become ids, dates and types are checked.
 * @param what is shown
 * @throws FilterError where the case has no such actor, place or document, or a value is none */
export async function readFilter(db: CaseDb, what: string, options: FilterOptions): Promise<CaseFilter> {
  const { actor, recipient } = readDyad(options);
  const actors = async (phrase: string) =>
    toIds(
      phrase,
      'actor',
      (each) => findActorIds(db, each),
      (each) => suggestActorIds(db, each),
    );
  const places = async (phrase: string) =>
    toIds(
      phrase,
      'place',
      (each) => findPlaceIds(db, each),
      (each) => suggestPlaces(db, each),
    );
  return {
    ...(actor !== undefined && { actor: await actors(actor) }),
    ...(recipient !== undefined && { recipient: await actors(recipient) }),
    ...(options.speaker !== undefined && { speaker: await actors(options.speaker) }),
    ...(options.place !== undefined && { place: await places(options.place) }),
    ...(options.type !== undefined && { type: readCodes(options.type, '--type', TYPES[what]) }),
    ...(options.status !== undefined && { status: readCodes(options.status, '--status', STATUSES) }),
    ...(options.from !== undefined && { from: readDay(options.from, '--from') }),
    ...(options.to !== undefined && { to: readDay(options.to, '--to') }),
    ...(options.text !== undefined && { text: options.text }),
    ...(options.document !== undefined && { document: [await findDocumentId(db, options.document)] }),
  };
}

function readDyad({ actor, recipient, dyad }: FilterOptions): { readonly actor?: string; readonly recipient?: string } {
  if (dyad === undefined) return { ...(actor !== undefined && { actor }), ...(recipient !== undefined && { recipient }) };
  const [first = '', second = '', ...more] = dyad.split(',').map((part) => part.trim());
  if (first === '' || second === '' || more.length > 0)
    throw new FilterError('--dyad takes two actors, who acts first: --dyad PAK,AFG');
  return { actor: first, recipient: second };
}

async function toIds(
  phrase: string,
  noun: string,
  find: (phrase: string) => Promise<readonly string[]>,
  suggest: (phrase: string) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const ids = await find(phrase);
  if (ids.length > 0) return ids;
  const near = await suggest(phrase);
  throw new FilterError(
    `no ${noun} "${phrase}" in this case${near.length === 0 ? '' : `; there is ${near.slice(0, 5).join(', ')}`}`,
  );
}

/** Codes of a vocabulary, parted by commas; capitals do not matter. Without a vocabulary they are taken as they are. */
function readCodes(text: string, option: string, known?: readonly string[]): readonly string[] {
  return text.split(',').map((part) => {
    const given = part.trim();
    if (!known) return given;
    const code = known.find((each) => each.toLowerCase() === given.toLowerCase());
    if (code === undefined) throw new FilterError(`${option} is one of ${known.join(', ')}`);
    return code;
  });
}

function readDay(text: string, option: string): string {
  if (dateParts(text) === null) throw new FilterError(`${option} must be a day of the form YYYY-MM-DD`);
  return text;
}
