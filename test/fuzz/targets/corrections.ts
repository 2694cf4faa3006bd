import { recordFaults } from '../../../src/api/index.ts';
import { decisionObjection } from '../../../src/ingest/decision-shape.ts';
import { correctRecord, pairRulings, type ReviewDecision, ruledTellings, undoneBy } from '../../../src/review/index.ts';
import { exampleRecord } from '../../support/example-record.ts';
import { makeDecisions } from '../make/decisions.ts';
import { toBytes, twisted } from '../make/json.ts';
import type { Check, Target } from '../target.ts';

/** A log whose decisions a bundle may bring, in any order and about anything, corrects a record into one that keeps its promises. */
async function open(): Promise<Check> {
  const record = exampleRecord();
  return async (input) => {
    const given = JSON.parse(Buffer.from(input).toString('utf8')) as readonly ReviewDecision[];
    const log = given.filter((decision) => decisionObjection(decision) === null);
    const { record: corrected, marks, lost } = correctRecord(record, log);
    const recordOf = (id: string) => (id === record.document.id ? record : null);
    pairRulings(log, recordOf);
    ruledTellings(log, 0, recordOf);
    undoneBy(log);
    const numbers = new Set(log.map(({ number }) => number));
    const strange = [...lost, ...marks.flatMap(({ decisions }) => decisions)].filter((number) => !numbers.has(number));
    return [...recordFaults(corrected), ...strange.map((number) => `there is no decision ${number}`)];
  };
}

/** Corrections of a record by a log of decisions. */
export const CORRECTIONS: Target = {
  ...{ name: 'corrections', cases: 1000, open },
  make: (chance) => {
    const log = makeDecisions(chance, chance.size(1, 12));
    return toBytes(log.map((decision) => (chance.is(0.15) ? { ...decision, what: twisted(chance, decision.what) } : decision)));
  },
};
