import { fail, ok, type Problem, type Result, type Span } from '../base/index.ts';
import { type EventType, isEventType, QUAD_OF, type Quad } from '../codebook/index.ts';

/** PLOVER roots of the pair set: its types, with CONCEDE and RETREAT as one. */
export type Root = Exclude<EventType, 'CONCEDE' | 'RETREAT'> | 'YIELD';

/** A sentence with the two parties marked, and what the one does to the other. */
export interface RelatePair {
  readonly id: string;
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  readonly root: Root;
  readonly quad: Quad;
}

/** Which pairs: by the last digit of the number that ends their id. Even ids are for development, odd ids only for scoring. */
export type PairChoice = 'odd' | 'even' | 'all';

/** The root of a type. */
export function rootOf(type: EventType): Root {
  return type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;
}

/** The quad of a root. YIELD takes RETREAT's, as in the pair set, though CONCEDE alone is verbal. */
export function quadOfRoot(root: Root): Quad {
  return root === 'YIELD' ? QUAD_OF.RETREAT : QUAD_OF[root];
}

/** Whether the id ends in an odd number; ids without a number count as even. */
export function isOddId(id: string): boolean {
  return /[13579]\D{0,100}$/.test(id.slice(-120)) && /\d/.test(id);
}

/** Reads pairs, one JSON object a line; bad lines are problems naming file and line. */
export function readPairs(
  jsonl: string,
  name: string,
  choice: PairChoice,
): { readonly pairs: readonly RelatePair[]; readonly problems: readonly Problem[] } {
  const pairs: RelatePair[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readPair(line, `${name}:${index + 1}`);
    if (!read.ok) problems.push(read.problem);
    else if (choice === 'all' || isOddId(read.value.id) === (choice === 'odd')) pairs.push(read.value);
  }
  return { pairs, problems };
}

function readPair(line: string, subject: string): Result<RelatePair> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('evaluate/bad-json', subject, error.message);
  }
  if (!isObject(value)) return fail('evaluate/bad-pair', subject, 'not an object');
  const { id, text, source, target, root, quad } = value;
  if (typeof id !== 'string' || typeof text !== 'string') return fail('evaluate/bad-pair', subject, 'no id or no text');
  if (!isSpans(source) || !isSpans(target))
    return fail('evaluate/bad-pair', subject, 'source and target must be lists of spans');
  if (!isRoot(root) || !isQuad(quad))
    return fail('evaluate/bad-pair', subject, `root "${root}" or quad "${quad}" is not known`);
  return ok({ id, text, source, target, root, quad });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSpans(value: unknown): value is readonly Span[] {
  return (
    Array.isArray(value) && value.every((span) => isObject(span) && Number.isInteger(span.start) && Number.isInteger(span.end))
  );
}

function isRoot(value: unknown): value is Root {
  return value === 'YIELD' || (typeof value === 'string' && isEventType(value) && rootOf(value) === value);
}

function isQuad(value: unknown): value is Quad {
  return value === 1 || value === 2 || value === 3 || value === 4;
}
