/** What a formula spills into. An Excel without the question has no formulas that spill. */

/** Loaded with the next sync; null then for a formula of one cell. */
export function loadSpill(cell: Excel.Range): () => Excel.Range | null {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.12')) return () => null;
  const spill = cell.getSpillingToRangeOrNullObject();
  spill.load('rowIndex,columnIndex,rowCount,columnCount,values');
  return () => (spill.isNullObject ? null : spill);
}
