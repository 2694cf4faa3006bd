import type { Telling } from './telling.ts';

/** Where a report comes from. */
export interface Origin {
  /** Name of the outlet, or null. */
  readonly source: string | null;
  /** All outlets that printed the very text, where there are more. */
  readonly outlets?: readonly string[];
  /** First of the near copies that the report belongs to; itself where it has none. */
  readonly copyOf: string;
}

/** Parts the reports of some tellings into independent origins, by document: reports of one outlet and near copies of one text are one
 * origin, whatever chain joins them. A report of no named outlet stands for itself. */
export function originsOf(tellings: readonly Telling[], origins: ReadonlyMap<string, Origin>): ReadonlyMap<string, number> {
  const groups: { readonly marks: Set<string>; readonly documents: Set<string> }[] = [];
  for (const { document, source } of tellings) {
    const origin = origins.get(document);
    const outlets = outletsOf(document, source, origins);
    const marks = [
      `copy:${origin?.copyOf ?? document}`,
      ...(outlets.length === 0 ? [`document:${document}`] : outlets.map((outlet) => `outlet:${outlet}`)),
    ];
    const met = groups.filter((group) => marks.some((mark) => group.marks.has(mark)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      marks: new Set([...marks, ...met.flatMap((group) => [...group.marks])]),
      documents: new Set([document, ...met.flatMap((group) => [...group.documents])]),
    });
  }
  return new Map(groups.flatMap(({ documents }, origin) => [...documents].map((document) => [document, origin] as const)));
}

/** The outlets that printed a report, by name; empty where none is known. */
export function outletsOf(document: string, source: string | null, origins: ReadonlyMap<string, Origin>): readonly string[] {
  const origin = origins.get(document);
  return [...new Set([source ?? origin?.source ?? [], origin?.outlets ?? []].flat())].sort();
}
