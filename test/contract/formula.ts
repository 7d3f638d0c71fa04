/** Reads the formulas and results of the documented examples: literals, arrays, omitted arguments, tables. */

export interface Cell {
  value: number | string | boolean;
  /** Decimals written, for comparing a rounded result. */
  decimals: number;
}

export interface Formula {
  /** REVENUE */
  name: string;
  /** An omitted argument is null. */
  args: (Cell[][] | null)[];
}

export function readFormula(text: string, tables: Readonly<Record<string, unknown[][]>>): Formula {
  const reader = new Reader(text, tables);
  reader.expect(/=PPPM\./y);
  const name = reader.expect(/[A-Z]+/y);
  reader.expect(/\(/y);
  const args = reader.list(/,/y, () => (reader.sees(/[,)]/y) ? null : reader.argument()));
  reader.expect(/\)/y);
  reader.expectEnd();
  return { name, args };
}

/** 5016, "text" or {1,2;3,4}, with “(rounded)” behind it where it is. */
export function readResult(text: string): { cells: Cell[][]; rounded: boolean } {
  const reader = new Reader(text, {});
  const cells = reader.argument();
  const rounded = reader.sees(/\(rounded\)/y);
  if (rounded) reader.expect(/\(rounded\)/y);
  reader.expectEnd();
  return { cells, rounded };
}

class Reader {
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly tables: Readonly<Record<string, unknown[][]>>,
  ) {}

  argument(): Cell[][] {
    if (this.sees(/\{/y)) {
      this.expect(/\{/y);
      const rows = this.list(/;/y, () => this.list(/,/y, () => this.literal()));
      this.expect(/\}/y);
      return rows;
    }
    if (this.sees(/tbl/y)) return this.table();
    return [[this.literal()]];
  }

  private table(): Cell[][] {
    const name = this.expect(/tbl\w+/y);
    this.expect(/\[#All\]/y);
    const rows = this.tables[name];
    if (!rows) throw new Error(`The example names ${name}, which is not among the sample tables`);
    return rows.map((row) => row.map((value) => ({ value: value as Cell['value'], decimals: 0 })));
  }

  private literal(): Cell {
    if (this.sees(/"/y))
      return {
        value: this.expect(/"(?:[^"]|"")*"/y)
          .slice(1, -1)
          .replaceAll('""', '"'),
        decimals: 0,
      };
    if (this.sees(/TRUE|FALSE/y)) return { value: this.expect(/TRUE|FALSE/y) === 'TRUE', decimals: 0 };
    if (this.sees(/#/y)) return { value: this.expect(/#(?:VALUE!|N\/A)/y), decimals: 0 };
    const number = this.expect(/-?\d+(?:\.\d+)?%?/y);
    const decimals = number.replace('%', '').split('.')[1]?.length ?? 0;
    // 5% is the double nearest to 0.05, as in Excel; 5 / 100 is too, but 0.7 * 100 is not 70.
    return number.endsWith('%')
      ? { value: Number(`${number.slice(0, -1)}e-2`), decimals: decimals + 2 }
      : { value: Number(number), decimals };
  }

  list<T>(separator: RegExp, item: () => T): T[] {
    const items = [item()];
    while (this.sees(separator)) {
      this.expect(separator);
      items.push(item());
    }
    return items;
  }

  sees(pattern: RegExp): boolean {
    this.skipSpace();
    pattern.lastIndex = this.position;
    return pattern.test(this.text);
  }

  expect(pattern: RegExp): string {
    this.skipSpace();
    pattern.lastIndex = this.position;
    const [found] = pattern.exec(this.text) ?? [];
    if (found === undefined)
      throw new Error(`Expected ${pattern.source} at “${this.text.slice(this.position)}” of “${this.text}”`);
    this.position += found.length;
    return found;
  }

  expectEnd(): void {
    this.expect(/$/y);
  }

  private skipSpace(): void {
    while (this.text[this.position] === ' ') this.position += 1;
  }
}
