/** Prints rows of texts as a table: what first, the other columns to the right. */
export function print<Key extends string>(
  rows: readonly Record<'what' | Key, string>[],
  header: Record<'what' | Key, string>,
): void {
  const columns = Object.keys(header) as ('what' | Key)[];
  const width = (key: 'what' | Key) => Math.max(...[header, ...rows].map((row) => row[key].length));
  const line = (row: Record<'what' | Key, string>) =>
    columns
      .map((key) => (key === 'what' ? row[key].padEnd(width(key)) : row[key].padStart(width(key))))
      .join('   ')
      .trimEnd();
  console.log([line(header), ...rows.map(line)].join('\n'));
}
