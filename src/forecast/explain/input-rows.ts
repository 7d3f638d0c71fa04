/** The inputs behind a line in one month: value, unit, and the table row, planned change or scenario it comes from. */
import { driverByKey, type Driver, type DriverKey } from '../../engine/model/drivers';
import { expand, inWorkingOrder, touches, type Scope } from '../../engine/inputs/expand';
import type { LineKey } from '../../engine/model/lines';
import type { Change } from '../../engine/model/model';
import { periodsOf } from '../../engine/inputs/periods';
import type { Column } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { fold } from '../../tables/reading/nearest';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { ScheduledChange } from '../../tables/reading/price-by-codes';
import type { Inputs } from '../../tables/reading/read-model';
import { modelOf } from '../model-of';
import type { Forecast } from '../forecast';
import { known } from '../../tables/reading/known-name';

const CATEGORY_OF_LINE: Partial<Record<LineKey, string>> = {
  careTeamUnits: 'care team',
  utilizationRate: 'care team',
  careTeamCost: 'care team',
  minutesAvailable: 'care team',
  technologyCost: 'technology',
  overheadAndComplianceCost: 'overhead and compliance',
};

const SCHEMA = { program: PANEL, payer: PAYER_MIX, cost: COSTS };

interface InputRow extends Scope {
  row: number;
  base: Readonly<Record<string, number>>;
}

export function inputRows(
  model: Forecast,
  line: LineKey,
  inputs: readonly DriverKey[],
  scenario: string | null,
  program: string | null,
  month: number,
): unknown[][] {
  const { changes, adjustments } = modelOf(model.inputs, scenario);
  const { schedule } = model.inputs;
  const stages = [schedule, changes, adjustments];
  const periods = periodsOf(stages, month);
  const named = program === null ? null : known('program', program, model.programNames);
  return inputs.flatMap((key) => {
    const driver = driverByKey.get(key)!;
    const schema = SCHEMA[driver.level];
    const column = schema.columns.find((c) => c.key === key)!;
    return rowsOf(model.inputs, driver, line)
      .filter((row) => named === null || row.program === null || row.program === named)
      .map((row) => {
        const value = expand([{ ...row, base: row.base as Record<DriverKey, number> }], [driver], stages, periods, [])[
          key
        ][periods.count - 1];
        const whose = [row.program, row.payer, row.item].filter((part) => part !== null).join(', ') || 'All programs';
        const where = [
          `${schema.title}, row ${row.row}, ${column.header}`,
          ...scheduledBy(schedule, driver, row, month),
          ...movedBy(changes, 'Changes', driver, row, month),
          ...movedBy(adjustments, `Scenarios (${scenario})`, driver, row, month),
        ];
        return [`${column.header}: ${whose}`, shown(value, column), unitOf(column, row), where.join('; ')];
      });
  });
}

/** The rows that hold a driver; a cost line looks only at items of its category. */
function rowsOf({ programs, payers, costs }: Inputs, driver: Driver, line: LineKey): InputRow[] {
  if (driver.level === 'program')
    return programs.map((p) => ({
      program: p.name,
      payer: null,
      item: null,
      row: p.row,
      base: p as unknown as Record<string, number>,
    }));
  if (driver.level === 'payer')
    return payers.map((p) => ({
      program: p.program,
      payer: p.payer,
      item: null,
      row: p.row,
      base: p as unknown as Record<string, number>,
    }));
  return costs
    .filter(
      ({ category, basis }) =>
        category === CATEGORY_OF_LINE[line] &&
        (basis === 'per unit' || !['patientsPerUnit', 'minimumUnits'].includes(driver.key)),
    )
    .filter(({ staffing }) => staffing !== 'unlimited' || driver.key !== 'unitsOnDuty')
    .map((c) => ({
      program: c.program,
      payer: null,
      item: c.item,
      row: c.row,
      base: c as unknown as Record<string, number>,
    }));
}

/** No limit and no end are words, not numbers. */
const shown = (value: number, column: Column): number | string =>
  Number.isFinite(value) ? value : column.fallbackText || 'no limit';

const unitOf = (column: Column, row: InputRow): string =>
  column.key === 'amount'
    ? (row.base as unknown as { basis: string }).basis === 'percent of cash'
      ? '%'
      : `$ ${(row.base as unknown as { basis: string }).basis}`
    : column.type === 'month'
      ? 'month number'
      : column.unit;

/** What the fee schedule last set, and what it multiplies. */
function scheduledBy(schedule: readonly ScheduledChange[], driver: Driver, row: Scope, month: number): string[] {
  const inForce = schedule
    .filter((change) => touches(change, driver.key, row) && change.fromMonth <= month)
    .sort(inWorkingOrder);
  const sets = inForce.filter(({ change }) => change === 'set').slice(-1);
  return [...sets, ...inForce.filter(({ change }) => change !== 'set')].map(
    ({ origin, change, value }) => `${origin}: ${change} ${value}`,
  );
}

function movedBy(changes: readonly Change[], source: string, driver: Driver, row: Scope, month: number): string[] {
  return changes
    .filter((change) => touches(change, driver.key, row) && change.fromMonth <= month && month <= change.toMonth)
    .sort(inWorkingOrder)
    .map(
      (change) => `${source} row ${(change as Change & { row: number }).row}: ${fold(change.change)} ${change.value}`,
    );
}
