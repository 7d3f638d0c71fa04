/** The monthly statement of one program, or of all of them together. */
import type { LineKey } from './lines';

export interface Statement {
  months: number;
  /** A series of the horizon's length for every line. */
  series: Readonly<Record<LineKey, Float64Array>>;
  /** The figure of the Total column for every line. */
  totals: Readonly<Record<LineKey, number>>;
}
