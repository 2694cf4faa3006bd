import type { Result } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import type { ContainerFacts } from '../read/index.ts';
import type { InputFormat } from './formats.ts';
import type { Growth } from './growth.ts';

/** Bytes to be read, and what is known of them before. */
export interface Source {
  /** How problems name it: the file; a colon and the number of the entry, or an exclamation mark and its name, where it is in a container. */
  readonly name: string;
  /** A name whose ending tells the format; that of `report.html.gz` is `report.html` once it is unpacked. */
  readonly hint: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Of containers around it. */
  readonly depth: number;
  /** The file on the disk that holds just these bytes; null where they come from elsewhere. */
  readonly file: string | null;
  /** Told of bytes of that file that are read beside `chunks`. */
  readonly onBytes?: (count: number) => void;
  readonly format?: InputFormat;
  readonly encoding?: string | null;
  readonly container?: ContainerFacts;
  /** Of the outermost packed file around it, where it was packed. */
  readonly growth?: Growth;
}

/** Why files and entries are passed over whose names do not end in what is read. */
export const NOT_READ = 'an ending that is not read';

/** What is known of all documents of a run. */
export interface RunFacts {
  /** Day of publication of those that do not say theirs, ISO. */
  readonly published: string | null;
  /** Who published those that do not say. */
  readonly source: string | null;
}

/** What came of one document or entry. */
export type Reading =
  | {
      readonly kind: 'document';
      readonly name: string;
      readonly result: Result<Article>;
      /** What the container says of it and no article holds, such as the day of a download. */
      readonly note?: string;
    }
  | { readonly kind: 'skipped'; readonly name: string; readonly reason: string };

/** Reads what a container holds. */
export type ReadInner = (source: Source) => AsyncGenerator<Reading>;

/** Reads one format. */
export type Reader = (source: Source, facts: RunFacts, readInner: ReadInner) => AsyncGenerator<Reading>;
