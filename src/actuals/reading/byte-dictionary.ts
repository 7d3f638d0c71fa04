/** The different cells of a column of a file, as bytes: a text is made of one only when somebody asks for it. */
import type { Cell } from '../../tables/reading/cell';
import { plainCell, type Coded } from './coded';

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** What no rule about spaces and invisible characters applies to. */
export const isPlain = (byte: number): boolean => byte > 32 && byte < 127;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function hashOf(view: DataView, from: number, to: number): number {
  let hash = to - from;
  for (; from + 4 <= to; from += 4) {
    hash = Math.imul(hash ^ view.getInt32(from, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; from < to; from++) hash = Math.imul(hash ^ view.getUint8(from), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

export class ByteDictionary {
  private bytes = new Uint8Array(1 << 10);
  private view = viewOf(this.bytes);
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

  /** @param view of the same bytes, of which it reads four at a time */
  add(source: Uint8Array, view: DataView, from: number, to: number): void {
    while (from < to && isSpace(source[from])) from++;
    while (from < to && isSpace(source[to - 1])) to--;
    // Spaces beyond those of ASCII are rare: the slow way knows them.
    if (from < to && !(isPlain(source[from]) && isPlain(source[to - 1]))) {
      this.addText(DECODER.decode(source.subarray(from, to)));
      return;
    }
    this.push(from < to ? this.code(source, view, from, to) : -1);
  }

  addText(text: string): void {
    const plain = plainCell(text);
    if (plain === null) this.push(-1);
    else {
      const bytes = ENCODER.encode(plain as string);
      this.push(this.code(bytes, viewOf(bytes), 0, bytes.length));
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

  private code(source: Uint8Array, view: DataView, from: number, to: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(view, from, to) & mask;
    for (;;) {
      const code = this.slots[slot];
      if (code < 0) return this.insert(slot, source, from, to);
      if (this.isSame(code, view, from, to)) return code;
      slot = (slot + 1) & mask;
    }
  }

  private isSame(code: number, source: DataView, from: number, to: number): boolean {
    const { view, ends } = this;
    let at = code === 0 ? 0 : ends[code - 1];
    if (ends[code] - at !== to - from) return false;
    for (; from + 4 <= to; from += 4, at += 4)
      if (view.getInt32(at, true) !== source.getInt32(from, true)) return false;
    for (; from < to; from++, at++) if (view.getUint8(at) !== source.getUint8(from)) return false;
    return true;
  }

  private insert(slot: number, source: Uint8Array, from: number, to: number): number {
    const begin = this.size === 0 ? 0 : this.ends[this.size - 1];
    const end = begin + to - from;
    while (end > this.bytes.length) {
      this.bytes = larger(this.bytes);
      this.view = viewOf(this.bytes);
    }
    if (this.size === this.ends.length) this.ends = larger(this.ends);
    for (let i = from, at = begin; i < to; i++, at++) this.bytes[at] = source[i];
    this.ends[this.size] = end;
    this.slots[slot] = this.size;
    if (++this.size * 2 > this.slots.length) this.spread();
    return this.size - 1;
  }

  /** Twice the slots, once half of them are taken. */
  private spread(): void {
    const { view, ends, size } = this;
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0, begin = 0; code < size; begin = ends[code++]) {
      let slot = hashOf(view, begin, ends[code]) & mask;
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
