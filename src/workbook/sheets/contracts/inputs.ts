/** Contracts: a row a contract, and below it what of them is uncertain. */
import { CONTRACT_UNCERTAINTY } from '../../../tables/schemas/contract-uncertainty';
import { CONTRACTS } from '../../../tables/schemas/contracts';
import { DRAWN_HEADERS } from '../../../tables/schemas/drawn-inputs';
import type { Place } from '../../plan/cells';
import { drawInputSheet, onlyTable } from '../../layout/input-sheet';
import { drawTable, placeTable, schemaColumns, sourceColumn, type InputTable } from '../../layout/input-table';
import type { InputRow } from '../../practice/sample-tables';
import type { AddedSheet } from '../sheet';

const NAME = CONTRACTS.title;
const FROZEN_COLUMNS = 1;
/** Of contract, kind, model, reading, starts, ends. */
const WIDTHS = [32, 30, 30, 14, 12, 12];
/** Blank rows in which contracts may grow by typing. */
const ROOM_TO_GROW = 6;

const MSSP = 'Example: MSSP BASIC E';
const PLAN = 'Example: Medicare Advantage';
const FEE = 'Example: commercial fee';

/** What stands there until a practice types its own. */
const EXAMPLES: readonly InputRow[] = [
  {
    cells: {
      contract: MSSP,
      kind: 'shared savings',
      model: 'MSSP BASIC E',
      members: 5000,
      // Median expenditure of Medicare ACOs in 2024 by month, and their savings of 4.733%.
      premiumPmpm: 1110,
      costPmpm: 1058,
      quality: 0.8,
      participantRevenueRate: 0.3,
    },
    source: 'example; cost: median ACO 2024',
  },
  {
    cells: {
      contract: PLAN,
      kind: 'capitation',
      model: 'Medicare Advantage',
      members: 500,
      premiumPmpm: 1000,
      costPmpm: 820,
      quality: 0.8,
      percentOfPremium: 0.85,
      withholdRate: 0.02,
    },
    source: 'example: an assumption',
  },
  {
    cells: {
      contract: FEE,
      kind: 'care fee',
      model: 'Commercial care management',
      members: 1000,
      premiumPmpm: 10,
      quality: 0.8,
      withholdRate: 0.2,
    },
    source: 'example: an assumption',
  },
];

const spread = (contract: string, low: number, high: number): InputRow => ({
  cells: { driver: CONTRACTS.header.costPmpm, contract, distribution: 'normal', low, high, group: 'cost' },
  source: 'example: ± 5%, an assumption',
});
const SPREADS: readonly InputRow[] = [spread(MSSP, 1005, 1111), spread(PLAN, 779, 861)];

const contracts = onlyTable(CONTRACTS, EXAMPLES);
const placed = placeTable(contracts);
/** The contracts' names, to choose from. */
export const contractNames: Place = { sheet: NAME, area: placed.data('contract') };

const uncertainty: InputTable = {
  schema: CONTRACT_UNCERTAINTY,
  columns: [...schemaColumns(CONTRACT_UNCERTAINTY), sourceColumn],
  rows: SPREADS,
  row: placed.area.row + placed.area.rows + ROOM_TO_GROW + 2,
  column: 0,
  lists: { driver: { kind: 'list', source: DRAWN_HEADERS }, contract: { kind: 'list', source: contractNames } },
};

export const contractsSheet: AddedSheet = {
  name: NAME,
  kind: 'inputs',
  tables: [CONTRACTS.name, CONTRACT_UNCERTAINTY.name],
  draw(sheet) {
    drawInputSheet(
      sheet,
      [
        'Value-based contracts',
        'A row a contract; the rows are examples, so type your own over them. A named model brings its terms from the book; a term typed here goes before it.',
      ],
      contracts,
      WIDTHS,
      FROZEN_COLUMNS,
    );
    sheet.section(uncertainty.row - 2, 0, WIDTHS.length, 'What is uncertain');
    sheet.remark(
      uncertainty.row - 2,
      FROZEN_COLUMNS,
      'Drawn for the expected loss and the loss at P10. Low and High of a normal one: eight of ten cases lie between.',
    );
    drawTable(sheet, uncertainty);
  },
};
