/**
 * A file of rows in UTF-8, taken in pieces and never made into texts: a million rows of claims in a few typed arrays.
 * The answer is that of `tableOfText`, which a test holds it against.
 */
import { ByteDictionary, isPlain, isSpace, SLACK, viewOf } from './byte-dictionary';
import { delimiterOf, firstRowsOf, HEAD, plainText } from './csv';
import { blankColumn, plainCell, type Coded } from './coded';
import { recognize, ROWS_TO_SEARCH, type Recognized } from './recognize';
import { widthOf, type Hints, type Table } from './table';

const [TAB, LF, CR, SPACE, QUOTE] = [9, 10, 13, 32, 34];
/** Whether a cell is what its bytes say, or has quotation marks that are written twice or line ends of its own. */
const [AS_IT_IS, NOT_AS_IT_IS] = [0, 1];

const isBlankText = (bytes: Uint8Array): boolean => plainCell(new TextDecoder().decode(bytes)) === null;

export class CsvBytes {
  /** What has come and is not taken yet, in a buffer that stays. */
  private bytes = new Uint8Array(1 << 10);
  private view = viewOf(this.bytes);
  private filled = 0;
  private delimiter = -1;
  private recognized: Recognized | null = null;
  private headers: readonly string[] = [];
  private width = Infinity;
  /** By position of a cell what takes it. */
  private takers: (ByteDictionary | undefined)[] = [];
  private columns: { key: string; dictionary: ByteDictionary }[] = [];
  private label: ByteDictionary | null = null;
  private numbers = new Int32Array(16);
  private taken = 0;
  private readonly tooWide: number[] = [];
  private readonly above: number[] = [];
  private row = 0;
  private filledRows = 0;
  private blankLines = 0;
  private blankSince = 0;
  private brokenAt: number | null = null;
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  private forms = new Uint8Array(64);
  private hasBegun = false;
  private tried = 0;

  /** @param size of the file in bytes, so that memory is taken once */
  constructor(
    private readonly hints: Hints,
    private readonly size: number,
  ) {}

  /** Takes the next piece of the file, of any length. */
  push(piece: Uint8Array): void {
    if (this.brokenAt !== null) return;
    const filled = this.filled + piece.length;
    if (filled + SLACK > this.bytes.length) {
      const larger = new Uint8Array(2 * filled + SLACK);
      larger.set(this.bytes.subarray(0, this.filled));
      this.bytes = larger;
      this.view = viewOf(larger);
    }
    this.bytes.set(piece, this.filled);
    this.filled = filled;
    if (!this.hasBegun && filled >= Math.max(HEAD, 2 * this.tried)) this.begin(false);
    if (this.hasBegun) this.scan(false);
  }

  end(): Table {
    if (!this.hasBegun) this.begin(true);
    this.scan(true);
    const columns = new Map<string, Coded>(this.columns.map(({ key, dictionary }) => [key, dictionary.end()]));
    return {
      recognized: this.recognized,
      columns,
      label: this.label?.end() ?? blankColumn(this.taken),
      rowNumbers: this.numbers.subarray(0, this.taken),
      tooWide: this.tooWide,
      above: this.above,
      blankLines: this.blankLines,
      brokenAt: this.brokenAt,
      headers: this.headers,
    };
  }

  /** Finds delimiter and headers, once there are rows enough. */
  private begin(isAll: boolean): void {
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.drop(3);
    const text = plainText(new TextDecoder().decode(this.bytes.subarray(0, this.filled)));
    const head = text.slice(0, HEAD);
    const delimiter = delimiterOf(head, this.hints);
    const rows = firstRowsOf(text, delimiter);
    this.tried = this.filled;
    // The last row may be cut off.
    if (!isAll && (rows.length <= ROWS_TO_SEARCH || text.length <= HEAD)) return;
    rows.length = Math.min(rows.length, ROWS_TO_SEARCH);
    this.hasBegun = true;
    this.delimiter = delimiter.charCodeAt(0);
    this.recognized = recognize(rows, this.hints.mapping, this.hints.kind);
    this.headers = this.recognized?.headers ?? rows[0] ?? [];
    this.width = widthOf(rows, this.recognized);
    const expected = Math.ceil((this.size / this.filled) * text.split('\n').length * 1.02) + 16;
    this.numbers = new Int32Array(expected);
    for (const [key, position] of this.recognized?.positions ?? []) {
      const dictionary = new ByteDictionary(expected);
      this.takers[position] = dictionary;
      this.columns.push({ key, dictionary });
    }
    if (this.recognized) this.label = this.takers[0] ??= new ByteDictionary(expected);
  }

  /** Takes whole records; what is left of the last one waits for the next piece. */
  private scan(isLast: boolean): void {
    const { bytes, delimiter, filled: end } = this;
    // What was taken earlier may still lie behind the end, where the next byte is looked for.
    bytes[end] = 0;
    let from = 0;
    while (from < end) {
      let at = from;
      let cells = 0;
      let isWhole = false;
      for (;;) {
        if (cells === this.starts.length) this.makeRoom();
        let form = AS_IT_IS;
        let [start, stop] = [at, at];
        if (bytes[at] === QUOTE) {
          start = ++at;
          for (;;) {
            for (; at < end && bytes[at] !== QUOTE; at++) if (bytes[at] === CR) form = NOT_AS_IT_IS;
            if (bytes[at + 1] !== QUOTE || at >= end) break;
            form = NOT_AS_IT_IS;
            at += 2;
          }
          if (at >= end) {
            if (isLast) this.break();
            break;
          }
          stop = at++;
          while (at < end && (bytes[at] === SPACE || (bytes[at] === TAB && delimiter !== TAB))) at++;
          if (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) {
            this.break();
            break;
          }
        } else {
          while (at < end && bytes[at] !== delimiter && bytes[at] !== LF && bytes[at] !== CR) at++;
          stop = at;
        }
        this.starts[cells] = start;
        this.ends[cells] = stop;
        this.forms[cells++] = form;
        if (at >= end) {
          isWhole = isLast;
          break;
        }
        if (bytes[at] === delimiter) {
          at++;
          // A delimiter at the end of the piece: a cell is still to come.
          continue;
        }
        // A line end may be of two bytes, the second in the next piece.
        if (bytes[at] === CR && at + 1 === end && !isLast) break;
        at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
        isWhole = true;
        break;
      }
      if (this.brokenAt !== null) return;
      if (!isWhole) break;
      this.take(cells);
      from = at;
    }
    this.drop(from);
  }

  /** What is left after the first bytes comes first. */
  private drop(bytes: number): void {
    this.bytes.copyWithin(0, bytes, this.filled);
    this.filled -= bytes;
  }

  private break(): void {
    this.brokenAt = this.row + 1;
  }

  private makeRoom(): void {
    const [starts, ends, forms] = [this.starts, this.ends, this.forms];
    this.starts = new Int32Array(starts.length * 2);
    this.ends = new Int32Array(starts.length * 2);
    this.forms = new Uint8Array(starts.length * 2);
    this.starts.set(starts);
    this.ends.set(ends);
    this.forms.set(forms);
  }

  private take(cells: number): void {
    this.row++;
    if (this.isBlank(cells)) {
      this.blankSince++;
      return;
    }
    this.blankLines += this.blankSince;
    this.blankSince = 0;
    const filled = this.filledRows++;
    const { above = 0, headerRows = 0 } = this.recognized ?? {};
    if (filled < above) {
      this.above.push(this.row);
      return;
    }
    if (filled < above + headerRows) return;
    const { takers, bytes, view } = this;
    for (let i = 0; i < takers.length; i++) {
      const taker = takers[i];
      if (!taker) continue;
      if (i >= cells) taker.add(bytes, view, 0, 0);
      else if (this.forms[i] === AS_IT_IS) taker.add(bytes, view, this.starts[i], this.ends[i]);
      else taker.addText(this.unquoted(i));
    }
    if (cells > this.width) this.tooWide.push(this.taken);
    if (this.taken === this.numbers.length) {
      const numbers = new Int32Array(this.taken * 2);
      numbers.set(this.numbers);
      this.numbers = numbers;
    }
    this.numbers[this.taken++] = this.row;
  }

  private unquoted(cell: number): string {
    const text = new TextDecoder().decode(this.bytes.subarray(this.starts[cell], this.ends[cell]));
    return plainText(text.replaceAll('""', '"'));
  }

  /** Whether no cell holds more than spaces. */
  private isBlank(cells: number): boolean {
    for (let i = 0; i < cells; i++) {
      let [from, to] = [this.starts[i], this.ends[i]];
      while (from < to && isSpace(this.bytes[from])) from++;
      while (from < to && isSpace(this.bytes[to - 1])) to--;
      if (from === to) continue;
      if (isPlain(this.bytes[from]) || !isBlankText(this.bytes.subarray(from, to))) return false;
    }
    return true;
  }
}
