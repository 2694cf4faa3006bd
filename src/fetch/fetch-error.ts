/** What could not be fetched, and why: a refusal of ours, of the server or of the network. */
export class FetchError extends Error {
  /** As in `Problem`, such as `fetch/private-address`. */
  readonly code: string;

  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}
