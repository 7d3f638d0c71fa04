/** A row of an explanation: a figure, and where it comes from. */
export interface Row {
  name: string;
  /** Text where there is no number: no limit, a chosen rule. */
  value: number | string;
  unit: string;
  where: string;
}

export const row = (name: string, value: number | string, unit: string, where: string): Row => ({
  name,
  value,
  unit,
  where,
});

/** What only one of several is shown for: the rows of each part behind its own figure, or of the only one without. */
export function rowsOfParts<T>(parts: readonly T[], figure: (part: T) => Row, rowsOf: (part: T) => Row[]): Row[] {
  return parts.flatMap((part) => [...(parts.length > 1 ? [figure(part)] : []), ...rowsOf(part)]);
}
