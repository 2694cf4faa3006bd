/** What the process that asks a case file is sent first; after every page but the last, `'more'`. */
export interface FileQuestion {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  readonly seconds: number;
}

/** What it sends back. */
export type FileAnswer =
  | { readonly kind: 'page' | 'last'; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'failed'; readonly code: string; readonly subject: string; readonly detail: string };
