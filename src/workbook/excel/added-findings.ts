/**
 * What cannot be used in the tables of sheets that were added: what is uncertain, contracts, what is uncertain of them,
 * outcomes and milestones. Loaded where a workbook has one of them. Notes stand on the sheets, below the answers they are of.
 */
import type { Model } from '../../engine/model/model';
import type { Forecast } from '../../forecast/forecast';
import { error, type Finding } from '../../tables/messages/finding';
import { InputError } from '../../tables/messages/input-error';
import { wholeTable } from '../../tables/messages/place';
import { readContracts } from '../../tables/reading/read-contracts';
import { readMilestones } from '../../tables/reading/read-milestones';
import type { Range } from '../../tables/reading/read-model';
import { readOutcomes } from '../../tables/reading/read-outcomes';
import { readContractUncertainty } from '../../tables/reading/read-uncertainty';
import type { TableSchema } from '../../tables/schemas/column';
import { CONTRACT_UNCERTAINTY } from '../../tables/schemas/contract-uncertainty';
import { CONTRACTS } from '../../tables/schemas/contracts';
import { MILESTONES } from '../../tables/schemas/milestones';
import { OUTCOMES } from '../../tables/schemas/outcomes';
import { UNCERTAINTY } from '../../tables/schemas/uncertainty';
import { uncertainInputs } from '../../what-if/uncertain-contracts';
import { uncertainDriversIn } from '../../what-if/uncertain-drivers';
import { area, onSheet, plain } from '../plan/cells';
import { columnPosition } from './column-position';
import { readExcel } from './door';
import { placed } from './finding-places';
import { cellsOf } from './read-tables';
import type { StrayFinding } from './stray-cells';

const SCHEMAS: readonly TableSchema[] = [UNCERTAINTY, CONTRACTS, CONTRACT_UNCERTAINTY, OUTCOMES, MILESTONES];

/** The tables' cells, null where a workbook does not have one. */
type Cells = Readonly<Record<string, Range | null>>;

/** What of the model these tables are read beside. */
export interface Beside {
  settings: Range | null;
  /** Of the Panel. */
  programs: readonly string[];
  /** In the active scenario; null where its own inputs cannot be used, which are the model's own findings. */
  model: () => Model | null;
}

/** The workbook's model as it is now. */
export interface Present {
  settings: Range | null;
  forecast: Forecast;
  scenario: string;
}

const besideOf = ({ settings, forecast, scenario }: Present): Beside => ({
  settings,
  programs: forecast.inputs.programs.flatMap(({ name }) => name ?? []),
  model() {
    try {
      return forecast.model(scenario);
    } catch (problem) {
      if (problem instanceof InputError) return null;
      throw problem;
    }
  },
});

/** Pure: the errors of each table. */
export function errorsIn(cells: Cells, { settings, programs, model }: Beside): Finding[] {
  const [drivers, contracts, uncertainty, outcomes, milestones] = SCHEMAS.map(({ name }) => cells[name] ?? null);
  const found: Finding[] = [];
  const drawnFrom = drivers && model();
  if (drawnFrom) found.push(...refusalOf(UNCERTAINTY, () => uncertainDriversIn(drivers, drawnFrom)));
  if (contracts) {
    // Slips in Settings are the model's own findings.
    const { contracts: read, errors } = readContracts(contracts, settings);
    found.push(...errors.filter(({ table }) => table === CONTRACTS.title));
    if (uncertainty && errors.length === 0)
      found.push(
        ...refusalOf(CONTRACT_UNCERTAINTY, () => uncertainInputs(readContractUncertainty(uncertainty), read, read)),
      );
  }
  if (outcomes) found.push(...readOutcomes(outcomes).errors);
  if (milestones) found.push(...readMilestones(milestones, programs).errors);
  return found;
}

/** A reader that stops at the first thing which is wrong. */
function refusalOf(schema: TableSchema, read: () => void): Finding[] {
  try {
    read();
    return [];
  } catch (problem) {
    if (!(problem instanceof InputError)) throw problem;
    return [error(wholeTable(schema), () => problem.message)];
  }
}

export const addedFindings = (present: Present): Promise<StrayFinding[]> =>
  readExcel(async (context) => {
    const loaded = SCHEMAS.map((schema) => {
      const table = context.workbook.tables.getItemOrNullObject(schema.name);
      const range = table.getRange();
      table.load('worksheet/id,worksheet/name');
      range.load('values,valueTypes,rowIndex,columnIndex,rowCount,columnCount');
      return { schema, table, range };
    });
    await context.sync();
    const there = loaded.filter(({ table }) => !table.isNullObject);
    const cells = Object.fromEntries(there.map(({ schema, range }) => [schema.name, cellsOf(range)]));
    return errorsIn(cells, besideOf(present)).map((finding): StrayFinding => {
      const { schema, table, range } = there.find((each) => each.schema.title === finding.table)!;
      const { id: sheetId, name: sheet } = table.worksheet;
      const { rowIndex, columnIndex, rowCount, columnCount } = range;
      const headerRows = new Map([[schema.title, { sheet, headerRow: rowIndex + 1 }]]);
      const column = finding.column === null ? -1 : columnPosition(schema, finding.column, range.values[0]);
      const row = finding.row !== null && finding.row < rowCount ? finding.row : -1;
      const at = area(
        rowIndex + Math.max(0, row),
        columnIndex + Math.max(0, column),
        row < 0 && column < 0 ? rowCount : 1,
        column < 0 ? columnCount : 1,
      );
      return {
        ...placed(finding, headerRows),
        at: { sheetId, cell: plain(at), address: onSheet(sheet, at).replaceAll('$', '') },
      };
    });
  });
