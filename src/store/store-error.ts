/** Why a case cannot be opened, read or written, in words a user can act on. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Stable, e.g. `store/locked`. */
  readonly code: string;
  /** The case the failure is about: a file, or a server and its schema, never with a password. */
  readonly subject: string;

  constructor(code: string, subject: string, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.code = code;
    this.subject = subject;
  }
}
