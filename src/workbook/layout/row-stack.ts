/** Rows of a sheet handed out from the top down, so that each block stands below the one before it. */
export class RowStack {
  /** @param next first row that is free */
  constructor(private next: number) {}

  /** The first of the next rows. */
  take(rows = 1): number {
    const first = this.next;
    this.next += rows;
    return first;
  }

  /** Leaves rows blank. */
  gap(rows = 1): this {
    this.next += rows;
    return this;
  }

  /**
   * The header's row of a table.
   * @param rows without the header
   * @param above rows above the header: the title, the units
   */
  table(rows: number, above = 1): number {
    return this.gap(above).take(1 + rows);
  }

  /** The row below all that was handed out. */
  get end(): number {
    return this.next;
  }
}
