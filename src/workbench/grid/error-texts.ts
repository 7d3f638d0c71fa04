/** What custom functions said about their errors, by the cell whose formula called them. */
import type { CellError, CellValue } from './grid';

interface Caller {
  sheetId: string;
  row: number;
  column: number;
}

interface Said {
  /** Rows and columns from the calling cell. */
  row: number;
  column: number;
  code: CellError['error'];
  text: string;
}

export class ErrorTexts {
  /** By cell, then by function: a formula may call several. */
  private readonly said = new Map<string, Map<string, Said[]>>();

  record(functionName: string, caller: Caller, answer: CellValue[][]): void {
    const errors: Said[] = [];
    for (const [row, cells] of answer.entries())
      for (const [column, value] of cells.entries())
        if (isTold(value)) errors.push({ row, column, code: value.error, text: value.text });
    const key = keyOf(caller);
    const byFunction = this.said.get(key);
    if (errors.length > 0) {
      if (byFunction) byFunction.set(functionName, errors);
      else this.said.set(key, new Map([[functionName, errors]]));
    } else if (byFunction?.delete(functionName) && byFunction.size === 0) {
      this.said.delete(key);
    }
  }

  /** The text for an error of that code so many rows and columns from the cell that holds the formula. */
  find(caller: Caller, row: number, column: number, code: CellError['error']): string | undefined {
    for (const errors of this.said.get(keyOf(caller))?.values() ?? []) {
      const found = errors.find((error) => error.code === code && error.row === row && error.column === column);
      if (found) return found.text;
    }
    return undefined;
  }

  forget(caller: Caller): void {
    this.said.delete(keyOf(caller));
  }

  clear(): void {
    this.said.clear();
  }

  save(): unknown {
    return [...this.said].map(([cell, byFunction]) => [cell, [...byFunction]]);
  }

  load(saved: unknown): void {
    this.said.clear();
    for (const [cell, byFunction] of saved as [string, [string, Said[]][]][]) this.said.set(cell, new Map(byFunction));
  }
}

function isTold(value: CellValue): value is CellError & { text: string } {
  return typeof value === 'object' && value !== null && Boolean(value.text);
}

function keyOf({ sheetId, row, column }: Caller): string {
  return `${sheetId}|${row}|${column}`;
}
