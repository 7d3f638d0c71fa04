/** Where the cells of some rows of a file lie in its bytes, before anything is made of them: a column is taken at a time. */
import { plainText } from './csv';

const DECODER = new TextDecoder();

export class CellPlaces {
  bytes = new Uint8Array(1 << 10);
  view: DataView = new DataView(this.bytes.buffer);
  /** By cell, a row after another. A blank one ends where it starts. */
  starts = new Int32Array(1 << 12);
  /** ~ of it, a number below 0, where quotation marks are written twice or line ends are within. */
  ends = new Int32Array(1 << 12);
  rows = 0;
  /** Cells from a row to the next; further ones of a row lie where the next row’s will. */
  stride = 0;

  /** Room for a cell more. */
  grow(): void {
    const { starts, ends } = this;
    this.starts = new Int32Array(starts.length * 2);
    this.ends = new Int32Array(starts.length * 2);
    this.starts.set(starts);
    this.ends.set(ends);
  }

  /** Where a cell ends, whatever is in it. */
  endOf(cell: number): number {
    const end = this.ends[cell];
    return end < 0 ? ~end : end;
  }

  /** What a cell with quotation marks or line ends in it says. */
  unquoted(cell: number): string {
    return plainText(DECODER.decode(this.bytes.subarray(this.starts[cell], this.endOf(cell))).replaceAll('""', '"'));
  }
}
