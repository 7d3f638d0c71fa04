/** A column’s codes as its rows come, each in as few bytes as the largest of them asks for: most columns take one. */
import type { Codes } from '../rows';

/** The kind of integers that holds them all. */
export const narrowest = (largest: number) =>
  largest < 1 << 7 ? Int8Array : largest < 1 << 15 ? Int16Array : Int32Array;

export class CodesByRow {
  private codes: Codes;
  private filled = 0;

  /** @param expectedRows so that memory is taken once */
  constructor(expectedRows: number) {
    this.codes = new Int8Array(Math.max(16, expectedRows));
  }

  /** @param largest of all codes that have come; it never falls */
  append(codes: Int32Array, largest: number): void {
    const filled = this.filled + codes.length;
    const Integers = narrowest(largest);
    const hasRoom = filled <= this.codes.length;
    if (!hasRoom || Integers.BYTES_PER_ELEMENT > this.codes.BYTES_PER_ELEMENT) {
      const before = this.codes.subarray(0, this.filled);
      this.codes = new Integers(hasRoom ? this.codes.length : 2 * filled);
      this.codes.set(before);
    }
    this.codes.set(codes, this.filled);
    this.filled = filled;
  }

  end(): Codes {
    return this.codes.subarray(0, this.filled);
  }
}
