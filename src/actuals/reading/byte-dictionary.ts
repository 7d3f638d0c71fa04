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
export const SLACK = 12;

/** Most cells are that short: numbers, dates, codes. In bytes. */
const SHORT = 12;
/**
 * Of a short cell’s slot in 32-bit words: its bytes with zeros behind them, then its code and its length in the last
 * four bits; 0 where the slot is free. All of it lies together, where the processor finds it in one go.
 */
const SLOT = 4;
const LENGTH_BITS = 4;
const LENGTH = (1 << LENGTH_BITS) - 1;

const firstBytes = (word: number, bytes: number): number => (bytes >= 4 ? word : word & ((1 << (bytes * 8)) - 1));

/** By the three words of a short cell; every bit of them in the lowest ones. */
function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

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
  private short = new Int32Array(SLOT << 8);
  private shorts = 0;
  /** A record a different longer cell, in the order of their codes. */
  private records = new Int32Array(1 << 8);
  private recorded = 0;
  private longs = 0;
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
    const { records, recorded, short, size } = this;
    this.slots = new Int32Array(0);
    let begins: Int32Array | undefined;
    const cell = (code: number): Cell => {
      const begin = (begins ??= beginsOf(records, recorded, short, size))[code];
      return begin < 0 ? shortTextAt(short, -1 - begin) : textAt(records, begin);
    };
    return { size, cell, rows: this.rows.subarray(0, this.filled) };
  }

  private push(code: number): void {
    if (this.filled === this.rows.length) this.rows = larger(this.rows);
    this.rows[this.filled++] = code;
  }

  private code(source: DataView, from: number, to: number): number {
    return to - from <= SHORT ? this.shortCode(source, from, to - from) : this.longCode(source, from, to);
  }

  private shortCode(source: DataView, from: number, length: number): number {
    const first = firstBytes(source.getInt32(from, true), length);
    const second = length > 4 ? firstBytes(source.getInt32(from + 4, true), length - 4) : 0;
    const third = length > 8 ? firstBytes(source.getInt32(from + 8, true), length - 8) : 0;
    const { short } = this;
    const mask = short.length - 1;
    for (let at = (hashOf(first, second, third) * SLOT) & mask; ; at = (at + SLOT) & mask) {
      const last = short[at + 3];
      if (last === 0) {
        short[at] = first;
        short[at + 1] = second;
        short[at + 2] = third;
        short[at + 3] = (this.size << LENGTH_BITS) | length;
        if (++this.shorts * SLOT * 2 > short.length) this.spreadShort();
        return this.size++;
      }
      if (short[at] === first && short[at + 1] === second && short[at + 2] === third && (last & LENGTH) === length)
        return last >>> LENGTH_BITS;
    }
  }

  /** Twice the slots, once half of them are taken. */
  private spreadShort(): void {
    const { short } = this;
    const wider = new Int32Array(short.length * 2);
    const mask = wider.length - 1;
    for (let from = 0; from < short.length; from += SLOT) {
      if (short[from + 3] === 0) continue;
      let at = (hashOf(short[from], short[from + 1], short[from + 2]) * SLOT) & mask;
      while (wider[at + 3] !== 0) at = (at + SLOT) & mask;
      for (let word = 0; word < SLOT; word++) wider[at + word] = short[from + word];
    }
    this.short = wider;
  }

  private longCode(source: DataView, from: number, to: number): number {
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
    if (++this.longs * 2 > this.slots.length) this.spread();
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

/** By code where a cell’s record begins; of a short one, −1 less its place among the short ones. */
function beginsOf(records: Int32Array, recorded: number, short: Int32Array, size: number): Int32Array {
  const begins = new Int32Array(size);
  for (let begin = 0; begin < recorded; begin += wordsOf(records[begin + 1])) begins[records[begin]] = begin;
  for (let at = 0; at < short.length; at += SLOT)
    if (short[at + 3] !== 0) begins[short[at + 3] >>> LENGTH_BITS] = -1 - at;
  return begins;
}

const shortBytes = new Uint8Array(SHORT);
const shortView = viewOf(shortBytes);

function shortTextAt(short: Int32Array, at: number): string {
  for (let word = 0; word < 3; word++) shortView.setInt32(4 * word, short[at + word], true);
  return DECODER.decode(shortBytes.subarray(0, short[at + 3] & LENGTH));
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
