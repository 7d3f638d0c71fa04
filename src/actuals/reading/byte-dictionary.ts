/** The different cells of a column of a file, as bytes: a text is made of one only when somebody asks for it. */
import type { Cell } from '../../tables/reading/cell';
import { plainCell, type Coded } from './coded';

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** What no rule about spaces and invisible characters applies to. */
export const isPlain = (byte: number): boolean => byte > 32 && byte < 127;

export class ByteDictionary {
  private bytes = new Uint8Array(1 << 10);
  /** By code where its bytes end; they begin where those of the code before end. */
  private ends = new Int32Array(1 << 8);
  private slots = new Int32Array(1 << 9).fill(-1);
  private size = 0;
  private rows: Int32Array;
  private filled = 0;

  /** @param expectedRows so that memory is taken once */
  constructor(expectedRows: number) {
    this.rows = new Int32Array(Math.max(16, expectedRows));
  }

  /** Takes the cell that lies at these bytes. */
  add(source: Uint8Array, from: number, to: number): void {
    while (from < to && isSpace(source[from])) from++;
    while (from < to && isSpace(source[to - 1])) to--;
    let code = -1;
    // Spaces beyond those of ASCII are rare: the slow way knows them.
    if (from < to && !(isPlain(source[from]) && isPlain(source[to - 1]))) {
      this.addText(DECODER.decode(source.subarray(from, to)));
      return;
    }
    if (to - from > 1 || (to - from === 1 && source[from] !== 48)) code = this.code(source, from, to);
    this.push(code);
  }

  addText(text: string): void {
    const plain = plainCell(text);
    if (plain === null) this.push(-1);
    else {
      const bytes = ENCODER.encode(plain as string);
      this.push(this.code(bytes, 0, bytes.length));
    }
  }

  end(): Coded {
    const { bytes, ends } = this;
    const cell = (code: number): Cell => DECODER.decode(bytes.subarray(code === 0 ? 0 : ends[code - 1], ends[code]));
    return { size: this.size, cell, rows: this.rows.subarray(0, this.filled) };
  }

  private push(code: number): void {
    if (this.filled === this.rows.length) this.rows = larger(this.rows);
    this.rows[this.filled++] = code;
  }

  private code(source: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ source[i], 0x01000193);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const code = this.slots[slot];
      if (code < 0) return this.insert(slot, source, from, to);
      if (this.isSame(code, source, from, to)) return code;
      slot = (slot + 1) & mask;
    }
  }

  private isSame(code: number, source: Uint8Array, from: number, to: number): boolean {
    const { bytes, ends } = this;
    let at = code === 0 ? 0 : ends[code - 1];
    if (ends[code] - at !== to - from) return false;
    for (let i = from; i < to; i++, at++) if (bytes[at] !== source[i]) return false;
    return true;
  }

  private insert(slot: number, source: Uint8Array, from: number, to: number): number {
    const begin = this.size === 0 ? 0 : this.ends[this.size - 1];
    const end = begin + to - from;
    while (end > this.bytes.length) this.bytes = larger(this.bytes);
    if (this.size === this.ends.length) this.ends = larger(this.ends);
    for (let i = from, at = begin; i < to; i++, at++) this.bytes[at] = source[i];
    this.ends[this.size] = end;
    this.slots[slot] = this.size;
    if (++this.size * 2 > this.slots.length) this.spread();
    return this.size - 1;
  }

  /** Twice the slots, once half of them are taken. */
  private spread(): void {
    const { bytes, ends, size } = this;
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0, begin = 0; code < size; begin = ends[code++]) {
      let hash = 0x811c9dc5;
      for (let i = begin; i < ends[code]; i++) hash = Math.imul(hash ^ bytes[i], 0x01000193);
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}

function larger<Numbers extends Int32Array | Uint8Array>(numbers: Numbers): Numbers {
  const array = new (numbers.constructor as new (length: number) => Numbers)(numbers.length * 2);
  array.set(numbers);
  return array;
}
