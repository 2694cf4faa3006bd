import type { CaseExchange } from '../api/index.ts';
import { fieldsOf, listText, MOVE_LIST } from '../show/index.ts';
import { printTable, type ShowView } from './shown.ts';

/** The moves of a pair in order, and as JSON also what third parties do and the sums of each day.
 * @param limit most moves in a table or CSV */
export async function* printExchange(
  exchange: CaseExchange,
  { format, width }: ShowView,
  limit: number | undefined,
): AsyncGenerator<string> {
  const moves = limit === undefined ? exchange.moves : exchange.moves.slice(0, limit);
  if (format === 'json') yield `${JSON.stringify(exchange)}\n`;
  else if (format === 'csv') yield* listText(moves, fieldsOf(MOVE_LIST), 'csv');
  else yield* printTable(MOVE_LIST, moves, exchange.moves.length, width);
}
