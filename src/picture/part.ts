/** Part of a list, and how long the whole is. */
export interface Part<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** The part of a list that a filter asks for. */
export function partOf<Item>(
  all: readonly Item[],
  { limit, offset = 0 }: { readonly limit?: number; readonly offset?: number },
): Part<Item> {
  return { items: all.slice(offset, limit === undefined ? undefined : offset + limit), total: all.length };
}
