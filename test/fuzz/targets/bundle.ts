import { importCase, linkCase, weighCase } from '../../../src/ingest/index.ts';
import {
  collect,
  countDocuments,
  eachBundleLine,
  eachClaim,
  eachEvent,
  eachTie,
  listActors,
  openCase,
  StoreError,
} from '../../../src/store/index.ts';
import { makeBundle } from '../make/bundle.ts';
import type { Check, Target } from '../target.ts';

const PLACE = { dialect: 'sqlite', path: ':memory:', name: 'tried' } as const;

async function* linesOf(bundle: string): AsyncGenerator<string> {
  yield* bundle.split('\n');
}

/** A bundle is refused as a whole and in words, or gives a case that can be read, linked and handed on to the byte. */
async function open(): Promise<Check> {
  let db = await openCase(PLACE, 'create');
  return async (input) => {
    const bundle = Buffer.from(input).toString('utf8');
    try {
      await importCase(db, linesOf(bundle));
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store/bad-bundle') throw error;
      return (await countDocuments(db)) === 0 ? [] : ['something of a refused bundle is kept'];
    }
    const taken = db;
    db = await openCase(PLACE, 'create');
    try {
      return await takenViolations(taken);
    } finally {
      await taken.close();
    }
  };
}

async function takenViolations(taken: Awaited<ReturnType<typeof openCase>>): Promise<readonly string[]> {
  for await (const _ of linkCase(taken));
  await weighCase(taken);
  await Promise.all([collect(eachEvent(taken)), collect(eachClaim(taken)), collect(eachTie(taken)), listActors(taken)]);
  const handedOn = (await collect(eachBundleLine(taken))).join('');
  const again = await openCase(PLACE, 'create');
  try {
    await importCase(again, linesOf(handedOn));
    return (await collect(eachBundleLine(again))).join('') === handedOn ? [] : ['handed on differently'];
  } finally {
    await again.close();
  }
}

/** Importing a case that somebody else hands on. */
export const BUNDLE: Target = { name: 'bundle', cases: 40, make: makeBundle, open };
