/** Names of the lines that Forecast and Compare ask for, typed on Checks: checks compare the statement with them. */
import { LINES, lineByKey, type LineKey } from '../../../engine/model/lines';
import { formula, inQuotes, onSheet, type Content, type Place } from '../../plan/cells';
import { FORMATS } from '../../layout/look';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { SCENARIO_LINES } from '../compare/layout';
import { COSTS } from '../../../tables/schemas/costs';
import { filledFormula } from '../../layout/unused-columns';
import { CAPACITY_BLOCK, MINUTE_LINES, PROGRAM_LINES } from '../forecast/layout';

export const CHECKS = 'Checks';

/** To the right of the checks, out of the way. */
const COLUMN = 7;

/** Of minutes, nothing as long as nobody gives them: then PPPM.FORECAST leaves the line blank. */
const nameOf = (key: LineKey): Content => {
  const { name } = lineByKey.get(key)!;
  const areMinutes = (MINUTE_LINES as readonly LineKey[]).includes(key);
  return areMinutes ? formula(`IF(${filledFormula(COSTS, COSTS.header.minutesPerUnit)}>0,${inQuotes(name)},"")`) : name;
};

const list = (row: number, header: string, lines: readonly LineKey[]): ResultTable<LineKey> => ({
  row,
  column: COLUMN,
  header: { ...FORMATS.label, ...FORMATS.muted },
  columns: [{ key: 'line', header, width: 32, format: FORMATS.muted, cell: nameOf }],
  rows: lines,
});

const rows = new RowStack(HEADER_ROW);
const statementLines = list(
  rows.table(LINES.length, 0),
  'Statement lines',
  LINES.map(({ key }) => key),
);
const capacityLines = list(rows.gap().table(CAPACITY_BLOCK.length), 'Capacity lines', CAPACITY_BLOCK);
const programLines = list(rows.gap().table(PROGRAM_LINES.length), 'Lines of a program', PROGRAM_LINES);
const scenarioLines = list(rows.gap().table(SCENARIO_LINES.length), 'Lines of a scenario', SCENARIO_LINES);

export const statementLineNames = onSheet(CHECKS, placeResults(statementLines).body);
const place = (lines: ResultTable<LineKey>): Place => ({ sheet: CHECKS, area: placeResults(lines).body });
export const capacityLineNames = place(capacityLines);
export const programLineNames = place(programLines);
export const scenarioLineNames = place(scenarioLines);

export function drawLineNames(sheet: SheetDraft): void {
  for (const lines of [statementLines, capacityLines, programLines, scenarioLines]) drawResults(sheet, lines);
}
