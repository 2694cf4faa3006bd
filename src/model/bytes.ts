/** Appends numbers to a growing byte array; {@link ByteReader} reads them back. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = value;
  }

  /** Seven bits a byte, low bits first. @param value 0 to 2^32 - 1 */
  unsigned(value: number): void {
    let rest = value >>> 0;
    while (rest > 127) {
      this.byte((rest & 127) | 128);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Small magnitudes take one byte. @param value a 32-bit signed integer */
  signed(value: number): void {
    this.unsigned((value << 1) ^ (value >> 31));
  }

  float(value: number): void {
    this.raw(new Uint8Array(new Float32Array([value]).buffer));
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.byte(byte);
  }

  /** UTF-8 with its length before it. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.unsigned(bytes.length);
    this.raw(bytes);
  }

  texts(values: readonly string[]): void {
    this.unsigned(values.length);
    for (const value of values) this.text(value);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Reads what {@link ByteWriter} wrote. Every method throws RangeError past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new RangeError(`weights end at byte ${this.#bytes.length}, more expected`);
    return value;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    return value >>> 0;
  }

  signed(): number {
    const value = this.unsigned();
    return (value >>> 1) ^ -(value & 1);
  }

  float(): number {
    return new Float32Array(this.raw(4).slice().buffer)[0] ?? 0;
  }

  raw(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError(`weights end at byte ${this.#bytes.length}, ${end} expected`);
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.unsigned()));
  }

  texts(): string[] {
    return Array.from({ length: this.unsigned() }, () => this.text());
  }
}
