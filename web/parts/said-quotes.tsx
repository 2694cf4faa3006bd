import type { StatementLine } from '../../src/api/index.ts';
import { STANCE_VERB } from '../../src/wording/index.ts';
import { Voice } from './names.tsx';
import { Quote } from './quote.tsx';

/** Statements shown at once of one side or of one happening. */
export const QUOTES = 3;

/** The first of some statements, each with who makes it and its words, as items of a list. */
export function SaidQuotes({ of }: { readonly of: readonly StatementLine[] }) {
  return of.slice(0, QUOTES).map((statement) => (
    <li key={statement.id}>
      <Voice of={statement.speaker} /> {STANCE_VERB[statement.stance]}
      <Quote id={statement.id} text={statement.quote.text} document={statement.document} />
    </li>
  ));
}
