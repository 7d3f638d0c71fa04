/** The different cells of a column of a file, as bytes: a text is made of one only when somebody asks for it. */
import type { Cell } from '../../tables/reading/cell';
import type { CellPlaces } from './cell-places';
import { plainCell, type Coded } from './coded';
import { CodesByRow } from './codes-by-row';

const DECODER = new TextDecoder();
const ENCODER = new TextEncoder();

export const isSpace = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** What no rule about spaces and invisible characters applies to. */
export const isPlain = (byte: number): boolean => byte > 32 && byte < 127;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes before and behind cells that may be read with them, and count for nothing: they are read four at a time. */
export const SLACK = 12;

/** Most cells are that short: numbers, dates, codes. In bytes. */
const SHORT = 12;
/**
 * Of a different cell in 32-bit words. A short one is its bytes as one large number, zeros before them, so that 9 comes
 * before 10 as P009 does before P010; a longer one is LONG, where it begins among the longer ones, and its length.
 */
const KEY = 3;
/** No text begins with such bytes. */
const LONG = -1;

/** By the length of a short cell which bits of the last four bytes of twelve, of those before and of the first are its own. */
const [OWN_LOW, OWN_MIDDLE, OWN_HIGH] = [0, 4, 8].map((bytesBehind) =>
  Int32Array.from({ length: SHORT + 1 }, (_, length) => {
    const bytes = Math.min(4, Math.max(0, length - bytesBehind));
    return bytes === 4 ? -1 : (1 << (8 * bytes)) - 1;
  }),
);

/** Of a short cell; every bit of it in the lowest ones, by which slots are found. */
function hashOf(high: number, middle: number, low: number): number {
  let hash = Math.imul(high, 0x9e3779b1) ^ Math.imul(middle, 0x85ebca6b) ^ Math.imul(low, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** The same of a longer one, by some of many words. */
function hashOfLong(words: Int32Array, from: number, to: number): number {
  let hash = to - from;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ words[i], 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return hash ^ (hash >>> 16);
}

/** In words of 32 bits, the last filled up with zeros. */
const wordsIn = (bytes: number): number => (bytes + 3) >> 2;

export class ByteDictionary {
  private size = 0;
  private keys = new Int32Array(KEY << 8);
  /** Whether each cell was the last one or came after it: numbers of claims in their order need not be looked up. */
  private isRising = true;
  /** By hash 1 + the code, 0 where the slot is free; of no use while the cells rise. */
  private slots = new Int32Array(1);
  /** Words of the longer cells, one behind another. */
  private words = new Int32Array(1 << 8);
  private filledWords = 0;
  private readonly codes: CodesByRow;
  private taken = new Int32Array(0);

  /** @param expectedRows so that memory is taken once */
  constructor(expectedRows: number) {
    this.codes = new CodesByRow(expectedRows);
  }

  /** Takes a column of some rows. */
  add(cells: CellPlaces, column: number): void {
    const { bytes, view, starts, ends, stride, rows } = cells;
    if (rows > this.taken.length) this.taken = new Int32Array(rows);
    const { taken } = this;
    let { keys, slots } = this;
    for (let row = 0, at = column; row < rows; row++, at += stride) {
      const from = starts[at];
      const to = ends[at];
      const length = to - from;
      if (length > 0 && length <= SHORT && isPlain(bytes[from]) && isPlain(bytes[to - 1])) {
        const high = view.getInt32(to - 12) & OWN_HIGH[length];
        const middle = view.getInt32(to - 8) & OWN_MIDDLE[length];
        const low = view.getInt32(to - 4) & OWN_LOW[length];
        // Most have come before, and lie where they are looked for first.
        const code = slots[hashOf(high, middle, low) & (slots.length - 1)] - 1;
        const key = KEY * code;
        if (code >= 0 && keys[key + 2] === low && keys[key + 1] === middle && keys[key] === high) {
          taken[row] = code;
          continue;
        }
        taken[row] = this.shortCode(high, middle, low);
      } else taken[row] = this.codeOf(cells, at);
      ({ keys, slots } = this);
    }
    this.codes.append(taken.subarray(0, rows), this.size - 1);
  }

  end(): Coded {
    const { keys, words, size } = this;
    this.slots = this.taken = new Int32Array(0);
    const cell = (code: number): Cell => {
      const [high, middle, low] = [keys[KEY * code], keys[KEY * code + 1], keys[KEY * code + 2]];
      return high === LONG ? longText(words, middle, low) : shortText(high, middle, low);
    };
    return { size, cell, rows: this.codes.end() };
  }

  /** Of a cell that may be blank, long, have spaces around it or quotation marks in it. */
  private codeOf(cells: CellPlaces, at: number): number {
    if (cells.ends[at] < 0) return this.codeOfText(cells.unquoted(at));
    const { bytes, view } = cells;
    let [from, to] = [cells.starts[at], cells.ends[at]];
    while (from < to && isSpace(bytes[from])) from++;
    while (from < to && isSpace(bytes[to - 1])) to--;
    if (from === to) return -1;
    if (isPlain(bytes[from]) && isPlain(bytes[to - 1])) return this.codeOfBytes(bytes, view, from, to);
    // Spaces beyond those of ASCII are rare: the slow way knows them.
    return this.codeOfText(DECODER.decode(bytes.subarray(from, to)));
  }

  private codeOfText(text: string): number {
    const plain = plainCell(text) as string | null;
    if (plain === null) return -1;
    const encoded = ENCODER.encode(plain);
    const bytes = new Uint8Array(SLACK + encoded.length + SLACK);
    bytes.set(encoded, SLACK);
    return this.codeOfBytes(bytes, viewOf(bytes), SLACK, SLACK + encoded.length);
  }

  private codeOfBytes(bytes: Uint8Array, view: DataView, from: number, to: number): number {
    const length = to - from;
    if (length > SHORT || bytes[from] === 0) return this.longCode(view, from, to);
    return this.shortCode(
      view.getInt32(to - 12) & OWN_HIGH[length],
      view.getInt32(to - 8) & OWN_MIDDLE[length],
      view.getInt32(to - 4) & OWN_LOW[length],
    );
  }

  private shortCode(high: number, middle: number, low: number): number {
    if (this.isRising) {
      const { keys } = this;
      const last = KEY * (this.size - 1);
      const order = last < 0 ? 1 : high - keys[last] || middle - keys[last + 1] || low - keys[last + 2];
      if (order === 0) return this.size - 1;
      if (order > 0) return this.append(high, middle, low);
      this.spread();
    }
    const { keys, slots } = this;
    const mask = slots.length - 1;
    for (let slot = hashOf(high, middle, low) & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot] - 1;
      if (code < 0) return this.insert(slot, high, middle, low);
      const key = KEY * code;
      if (keys[key + 2] === low && keys[key + 1] === middle && keys[key] === high) return code;
    }
  }

  private longCode(source: DataView, from: number, to: number): number {
    if (this.isRising) this.spread();
    const length = to - from;
    const begin = this.write(source, from, to);
    const end = begin + wordsIn(length);
    const { keys, slots, words } = this;
    const mask = slots.length - 1;
    search: for (let slot = hashOfLong(words, begin, end) & mask; ; slot = (slot + 1) & mask) {
      const code = slots[slot] - 1;
      if (code < 0) {
        this.filledWords = end;
        return this.insert(slot, LONG, begin, length);
      }
      const key = KEY * code;
      if (keys[key] !== LONG || keys[key + 2] !== length) continue;
      for (let i = begin, other = keys[key + 1]; i < end; i++, other++) if (words[i] !== words[other]) continue search;
      return code;
    }
  }

  /** Writes a longer cell behind the others, where it is kept if it is a new one; answers where. */
  private write(source: DataView, from: number, to: number): number {
    const begin = this.filledWords;
    while (begin + wordsIn(to - from) > this.words.length) this.words = larger(this.words);
    let word = begin;
    for (; from + 4 <= to; from += 4) this.words[word++] = source.getInt32(from);
    if (from < to) this.words[word] = source.getInt32(from) & (-1 << (8 * (4 - (to - from))));
    return begin;
  }

  private insert(slot: number, high: number, middle: number, low: number): number {
    const code = this.append(high, middle, low);
    this.slots[slot] = this.size;
    if (this.size * 2 >= this.slots.length) this.spread();
    return code;
  }

  private append(high: number, middle: number, low: number): number {
    const key = KEY * this.size;
    if (key === this.keys.length) this.keys = larger(this.keys);
    this.keys[key] = high;
    this.keys[key + 1] = middle;
    this.keys[key + 2] = low;
    return this.size++;
  }

  /** Slots for all the cells, at most a quarter of them taken. */
  private spread(): void {
    const { keys, words, size } = this;
    const slots = new Int32Array(1 << (32 - Math.clz32(Math.max(512, 4 * size) - 1)));
    const mask = slots.length - 1;
    for (let code = 0; code < size; code++) {
      const [high, middle, low] = [keys[KEY * code], keys[KEY * code + 1], keys[KEY * code + 2]];
      const hash = high === LONG ? hashOfLong(words, middle, middle + wordsIn(low)) : hashOf(high, middle, low);
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.slots = slots;
    this.isRising = false;
  }
}

const shortBytes = new Uint8Array(SHORT);
const shortView = viewOf(shortBytes);

function shortText(high: number, middle: number, low: number): string {
  shortView.setInt32(0, high);
  shortView.setInt32(4, middle);
  shortView.setInt32(8, low);
  let at = 0;
  while (shortBytes[at] === 0) at++;
  if (((high | middle | low) & 0x80808080) !== 0) return DECODER.decode(shortBytes.subarray(at));
  // Of a few letters and digits of ASCII a text is made faster than by the decoder.
  let text = '';
  for (; at < SHORT; at++) text += String.fromCharCode(shortBytes[at]);
  return text;
}

function longText(words: Int32Array, begin: number, length: number): string {
  const bytes = new Uint8Array(4 * wordsIn(length));
  const view = viewOf(bytes);
  for (let i = 0; 4 * i < length; i++) view.setInt32(4 * i, words[begin + i]);
  return DECODER.decode(bytes.subarray(0, length));
}

function larger(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const array = new Int32Array(numbers.length * 2);
  array.set(numbers);
  return array;
}
