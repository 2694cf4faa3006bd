/** Bytes of a stream, taken from its start as they are asked for. What is not asked for yet is held as it came, a chunk at a time. Where the stream
 * fails, what came before is given first: the failure is thrown when more is asked for. */
export class ByteQueue {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #isEnded = false;
  #failure: { readonly error: unknown } | null = null;
  #taken = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Bytes taken until now. */
  get taken(): number {
    return this.#taken;
  }

  /** The next bytes, left where they are: `count` of them, fewer at the end of the stream. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && (await this.#pull()));
    return this.#held.subarray(0, count);
  }

  /** Gives bytes back that were taken last. */
  putBack(bytes: Buffer): void {
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([bytes, this.#held]);
    this.#taken -= bytes.length;
  }

  /** Takes `count` bytes, fewer at the end of the stream. */
  async take(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = count; left > 0; ) {
      if (this.#held.length === 0 && !(await this.#pull())) break;
      const part = this.#held.subarray(0, left);
      this.#drop(part.length);
      left -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  /** Drops `count` bytes as they come. False where the stream ends before. */
  async skip(count: number): Promise<boolean> {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#pull())) return false;
      const step = Math.min(left, this.#held.length);
      this.#drop(step);
      left -= step;
    }
    return true;
  }

  /** Drops what stands before `marker`. False where it does not come. */
  async skipTo(marker: string): Promise<boolean> {
    for (;;) {
      const at = this.#held.indexOf(marker, 0, 'latin1');
      if (at >= 0) {
        this.#drop(at);
        return true;
      }
      // The end of what is held may begin the marker.
      this.#drop(Math.max(0, this.#held.length - marker.length + 1));
      if (!(await this.#pull())) {
        this.#drop(this.#held.length);
        return this.#pull();
      }
    }
  }

  /** Ends the stream, where it is given up before its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  #drop(count: number): void {
    this.#held = this.#held.subarray(count);
    this.#taken += count;
  }

  async #pull(): Promise<boolean> {
    if (this.#failure && this.#held.length === 0) throw this.#failure.error;
    if (this.#isEnded) return false;
    try {
      const { done, value } = await this.#chunks.next();
      if (done) this.#isEnded = true;
      else this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
      return !done;
    } catch (error) {
      this.#isEnded = true;
      this.#failure = { error };
      return this.#pull();
    }
  }
}
