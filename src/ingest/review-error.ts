/** A decision that cannot be taken, in words for who wants to take it. */
export class ReviewError extends Error {
  override readonly name = 'ReviewError';
  /** `no-entry` where there is nothing to decide about, `bad-decision` where it makes no sense, `conflict` where the log forbids it. */
  readonly code: 'no-entry' | 'bad-decision' | 'conflict';

  constructor(code: ReviewError['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
