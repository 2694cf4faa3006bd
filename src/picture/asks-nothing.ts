/** Whether a filter wants everything. */
export function asksNothing(filter: object): boolean {
  return Object.values(filter).every((value) => value === undefined);
}
