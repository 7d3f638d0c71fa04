/** What the input tables hold of a driver today, as a plain formula, wherever their rows and columns stand. */
import { COSTS } from '../../../tables/schemas/costs';
import { PANEL } from '../../../tables/schemas/panel';
import { PAYER_MIX } from '../../../tables/schemas/payer-mix';
import type { TableSchema } from '../../../tables/schemas/column';
import { inQuotes } from '../../plan/cells';

/** The cells that name a driver. */
export interface DriverRefs {
  driver: string;
  program: string;
  payer: string;
  item: string;
}

/** The column below a header, the header with it. @param header a text or the cell that holds it */
const columnOf = ({ name }: TableSchema, header: string): string =>
  `INDEX(${name}[#All],0,MATCH(${header},INDEX(${name}[#All],1,0),0))`;

/** A blank cell means all. */
const NOBODY = inQuotes('<>|');
const meant = (cell: string): string => `IF(${cell}="",${NOBODY},${cell})`;

function meanOf(schema: TableSchema, driver: string, scope: readonly (readonly [header: string, cell: string])[]) {
  const criteria = scope.map(([header, cell]) => `${columnOf(schema, inQuotes(header))},${meant(cell)}`);
  return `AVERAGEIFS(${[columnOf(schema, driver), ...criteria].join(',')})`;
}

/** The value, or the mean of several; an empty text where there is none. @param refs the cells that name it */
export const nowFormula = ({ driver, program, payer, item }: DriverRefs): string => {
  const ofPanel = meanOf(PANEL, driver, [[PANEL.header.name, program]]);
  const ofPayerMix = meanOf(PAYER_MIX, driver, [
    [PAYER_MIX.header.program, program],
    [PAYER_MIX.header.payer, payer],
  ]);
  const ofCosts = meanOf(COSTS, driver, [[COSTS.header.item, item]]);
  return `IFERROR(${ofPanel},IFERROR(${ofPayerMix},IFERROR(${ofCosts},"")))`;
};
