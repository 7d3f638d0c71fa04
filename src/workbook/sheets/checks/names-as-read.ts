/**
 * On Checks, beside the checks: programs and scenarios as the add-in reads them from the tables, wherever their rows and
 * columns stand. Blocks of Forecast and Compare, charts and lists to choose from go by these cells.
 */
import { PANEL } from '../../../tables/schemas/panel';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import { area, fixed, formula, onSheet, reference, type Place } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { blankRows, drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import { places, ROOM } from '../../layout/room';
import { HEADER_ROW, type SheetDraft } from '../../layout/sheet-draft';
import { CHECKS } from './line-names';

/** To the right of the names of lines. */
const COLUMN = 9;
const look = { row: HEADER_ROW, header: { ...FORMATS.label, ...FORMATS.muted }, format: FORMATS.muted } as const;

/** Of each row of Payer Mix, the number of its program, under a header as the table has one; a spill as long as the table. */
const PAYER_ROWS = onSheet(CHECKS, area(HEADER_ROW, COLUMN + 8, 1 + PAYER_MIX.maxRows));

const programs: ResultTable<number> = {
  ...look,
  column: COLUMN,
  columns: [
    { key: 'no', header: 'No.', width: 5, align: 'Right', cell: (place) => place + 1 },
    { key: 'name', header: 'Programs as read', width: 26, spill: 'PPPM.PROGRAMS(tblPanel[#All])' },
    {
      key: 'shares',
      header: 'Shares less 100%',
      width: 18,
      align: 'Right',
      numberFormat: NUMBER_FORMATS.residual,
      cell: (_, { at }) =>
        formula(`IF(${at('name')}="","",SUMIF(${PAYER_ROWS},${at('no')},tblPayerMix[[#All],[Share of panel]])-1)`),
    },
  ],
  rows: places(ROOM.programs),
};

const scenarios: ResultTable<number> = {
  ...look,
  column: COLUMN + 4,
  columns: [
    { key: 'no', header: 'No.', width: 5, align: 'Right', cell: (place) => place + 1 },
    { key: 'name', header: 'Scenarios as read', width: 26, spill: 'PPPM.SCENARIONAMES(tblScenarios[#All])' },
  ],
  rows: places(ROOM.scenarios),
};

const payerRows: ResultTable<null> = {
  ...look,
  column: COLUMN + 8,
  columns: [
    {
      key: 'program',
      header: 'Program no. of each row of Payer Mix',
      width: 34,
      align: 'Right',
      spill: 'PPPM.PROGRAMS(tblPanel[#All],tblPayerMix[#All])',
    },
  ],
  rows: blankRows(1),
};

const [placedPrograms, placedScenarios] = [placeResults(programs), placeResults(scenarios)];
const onChecks = (cells: Place['area']): Place => ({ sheet: CHECKS, area: cells });

/** As many names as there is room for. */
export const programNames = onChecks(placedPrograms.data('name'));
export const scenarioNames = onChecks(placedScenarios.data('name'));
/** The program of the first row of Payer Mix; the others follow below. */
export const payerPrograms = onChecks(placeResults(payerRows).data('program'));
/** As many as the tables may hold: the names that a table brings beyond the room stand there, too. */
const MOST_SCENARIOS = 100;
export const allProgramNames = onChecks({ ...programNames.area, rows: PANEL.maxRows });
export const allScenarioNames = onChecks({ ...scenarioNames.area, rows: MOST_SCENARIOS });

/** Sum of a program’s shares less 1, as many as there are programs. */
export const sharesLessOne = fixed(placedPrograms.data('shares'));

export const scenarioNameCell = (scenario: number): string =>
  reference(onChecks({ ...scenarioNames.area, row: scenarioNames.area.row + scenario, rows: 1 }));

/** The number of a scenario among those shown; 0 where it is none of them. Names are compared as they are: a * is a *. */
export const scenarioNumber = (name: string): string =>
  `SUMPRODUCT(EXACT(LOWER(${reference(scenarioNames)}),LOWER(${name}))*(${name}<>"")*${reference(onChecks(placedScenarios.data('no')))})`;

export function drawNames(sheet: SheetDraft): void {
  drawResults(sheet, programs);
  drawResults(sheet, scenarios);
  drawResults(sheet, payerRows);
}
