/** Bytes that cannot be read further: ends the reading of one file or entry, is told with its name, and the rest goes on. */
export class BadInput extends Error {
  /** As in `Problem`. */
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}
