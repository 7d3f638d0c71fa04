/** The different cells of a column of a file, as bytes: a text is made of one only when somebody asks for it. */
import type { Cell } from '../../tables/reading/cell';
import { plainCell, type Coded } from './coded';

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** What no rule about spaces and invisible characters applies to. */
export const isPlain = (byte: number): boolean => byte > 32 && byte < 127;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes behind a text that may be read with it, and count for nothing: it is read four bytes at a time. */
export const SLACK = 4;

/** The one to three bytes behind whole words; 0 where there are none. */
const restOf = (view: DataView, at: number, bytes: number): number =>
  view.getInt32(at, true) & ((1 << (bytes * 8)) - 1);

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** Every bit of it in the lowest ones, by which slots are found. */
function finished(hash: number): number {
  const product = Math.imul(hash, 0x85ebca6b);
  return product ^ (product >>> 16);
}

/** Of a cell’s record in 32-bit words: its code, its length in bytes, then its bytes with zeros behind them. */
const HEADER = 2;
const wordsOf = (length: number): number => HEADER + ((length + 3) >> 2);

export class ByteDictionary {
  /** A record a different cell, in the order of their codes. */
  private records = new Int32Array(1 << 8);
  private recorded = 0;
  /** By hash where a record begins. */
  private slots = new Int32Array(1 << 9).fill(-1);
  private size = 0;
  private rows: Int32Array;
  private filled = 0;

  /** @param expectedRows so that memory is taken once */
  constructor(expectedRows: number) {
    this.rows = new Int32Array(Math.max(16, expectedRows));
  }

  /** @param view of the same bytes, with SLACK behind them */
  add(source: Uint8Array, view: DataView, from: number, to: number): void {
    if (from < to && isPlain(source[from]) && isPlain(source[to - 1])) this.push(this.code(view, from, to));
    else this.addTrimmed(source, view, from, to);
  }

  private addTrimmed(source: Uint8Array, view: DataView, from: number, to: number): void {
    while (from < to && isSpace(source[from])) from++;
    while (from < to && isSpace(source[to - 1])) to--;
    if (from === to) this.push(-1);
    else if (isPlain(source[from]) && isPlain(source[to - 1])) this.push(this.code(view, from, to));
    // Spaces beyond those of ASCII are rare: the slow way knows them.
    else this.addText(DECODER.decode(source.subarray(from, to)));
  }

  addText(text: string): void {
    const plain = plainCell(text) as string | null;
    if (plain === null) this.push(-1);
    else {
      const bytes = ENCODER.encode(plain);
      const padded = new Uint8Array(bytes.length + SLACK);
      padded.set(bytes);
      this.push(this.code(viewOf(padded), 0, bytes.length));
    }
  }

  end(): Coded {
    const { records, size } = this;
    this.slots = new Int32Array(0);
    let begins: Int32Array | undefined;
    const cell = (code: number): Cell => textAt(records, (begins ??= beginsOf(records, size))[code]);
    return { size, cell, rows: this.rows.subarray(0, this.filled) };
  }

  private push(code: number): void {
    if (this.filled === this.rows.length) this.rows = larger(this.rows);
    this.rows[this.filled++] = code;
  }

  private code(source: DataView, from: number, to: number): number {
    const { slots, records } = this;
    const mask = slots.length - 1;
    const length = to - from;
    const whole = to - (length & 3);
    const rest = restOf(source, whole, length & 3);
    let hash = length;
    for (let at = from; at < whole; at += 4) hash = mixed(hash, source.getInt32(at, true));
    hash = finished(mixed(hash, rest));
    search: for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const record = slots[slot];
      if (record < 0) return this.insert(slot, source, from, to);
      if (records[record + 1] !== length) continue;
      let word = record + HEADER;
      for (let at = from; at < whole; at += 4) if (records[word++] !== source.getInt32(at, true)) continue search;
      if (whole === to || records[word] === rest) return records[record];
    }
  }

  private insert(slot: number, source: DataView, from: number, to: number): number {
    const length = to - from;
    const record = this.recorded;
    this.recorded += wordsOf(length);
    while (this.recorded > this.records.length) this.records = larger(this.records);
    const { records } = this;
    records[record] = this.size++;
    records[record + 1] = length;
    let word = record + HEADER;
    const whole = to - (length & 3);
    for (; from < whole; from += 4) records[word++] = source.getInt32(from, true);
    if (whole < to) records[word] = restOf(source, whole, length & 3);
    this.slots[slot] = record;
    if (this.size * 2 > this.slots.length) this.spread();
    return this.size - 1;
  }

  /** Twice the slots, once half of them are taken. */
  private spread(): void {
    const { records, recorded } = this;
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let record = 0; record < recorded;) {
      const length = records[record + 1];
      const end = record + wordsOf(length);
      let hash = length;
      for (let word = record + HEADER; word < end; word++) hash = mixed(hash, records[word]);
      if ((length & 3) === 0) hash = mixed(hash, 0);
      let slot = finished(hash) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = record;
      record = end;
    }
    this.slots = slots;
  }
}

function beginsOf(records: Int32Array, size: number): Int32Array {
  const begins = new Int32Array(size);
  for (let code = 0, begin = 0; code < size; code++) {
    begins[code] = begin;
    begin += wordsOf(records[begin + 1]);
  }
  return begins;
}

function textAt(records: Int32Array, record: number): string {
  const length = records[record + 1];
  const bytes = new Uint8Array(length + SLACK);
  const view = viewOf(bytes);
  for (let at = 0, word = record + HEADER; at < length; at += 4) view.setInt32(at, records[word++], true);
  return DECODER.decode(bytes.subarray(0, length));
}

function larger(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const array = new Int32Array(numbers.length * 2);
  array.set(numbers);
  return array;
}
