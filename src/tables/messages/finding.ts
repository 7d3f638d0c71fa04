/** Something a person should know about the inputs: an error stops the forecast, a note does not. */
export interface Finding {
  severity: 'error' | 'note';
  /** As said to people: Panel, Payer mix, Costs, Changes, Scenarios, Settings. */
  table: string;
  /** Counted from 1 below the header; null when the whole table is meant. */
  row: number | null;
  /** The column's header; null when no single column is meant. */
  column: string | null;
  text: string;
}
