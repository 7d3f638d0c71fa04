/**
 * Every input month by month: as typed, moved by the planned changes, then by the scenario, then held within its bounds.
 * What nobody moves is one value for all months.
 */
import { driverByKey, upperBound, type DriverKey } from '../../engine/model/drivers';
import type { CostBasis } from '../../engine/model/model';
import type { Column } from '../../tables/schemas/column';
import { driverColumn } from '../../tables/schemas/driver-names';
import { TAB_COLORS } from '../../workbook/layout/look';
import type { Content } from '../../workbook/plan/cells';
import { SETTING } from '../inputs/setting-cells';
import { constant, COUNTED, MonthlySheet, type MonthRow, type Series } from '../monthly-sheet';
import { typedNumber } from '../reading';
import type { Step } from './moves';

/** Whose inputs they are: their names as formulas know them; what it has no name for is an empty text. */
export interface Owner {
  title: Content;
  program: string;
  payer: string;
  item: string;
  basis: CostBasis | null;
  /** The typed cell of an input. */
  cell(key: DriverKey): string;
}

export const NO_NAME = '""';

/** In B of rows that say in C in how many months an input was held at a bound. */
export const HELD = 'months held';

export class DriverSheet {
  readonly sheet: MonthlySheet;

  constructor(
    months: number,
    private readonly steps: ReadonlyMap<string, readonly Step[]>,
  ) {
    this.sheet = new MonthlySheet('Drivers', TAB_COLORS.results, months, {
      purpose: 'Every input, month by month',
      tip: 'As typed in C; each change that names it, where C says 1; and the value in force, held within its bounds. What no change names is the same in all months.',
      start: SETTING.start,
      third: 'Typed',
    });
  }

  /** The inputs of one program, payer or cost item. */
  block<Key extends DriverKey>(
    owner: Owner,
    keys: readonly Key[],
    given: Partial<Record<Key, Given>> = {},
  ): Readonly<Record<Key, Series>> {
    this.sheet.title(owner.title);
    const series = Object.fromEntries(keys.map((key) => [key, this.series(owner, key, given[key] ?? {})])) as Record<
      Key,
      Series
    >;
    this.sheet.skip();
    return series;
  }

  private series(owner: Owner, key: DriverKey, { base, factor }: Given): Series {
    const column = driverColumn(key);
    const steps = this.steps.get(column.header) ?? [];
    const typed = this.sheet.row(column.header, unitOf(column, owner));
    if (base) this.sheet.fill(typed, base);
    else this.sheet.one(typed, typedNumber(owner.cell(key), column, SETTING.start));
    let before: Series = base ? typed : constant(typed.one);
    if (factor !== undefined) {
      const row = this.sheet.row(`× what is paid of it, see Fee Schedule`, unitOf(column, owner));
      this.sheet.fill(row, `${before.now}*${factor}`);
      before = row;
    }
    if (steps.length === 0) return before;
    const hasLimit = column.fallback !== Infinity;
    for (const step of steps) {
      const row = this.sheet.row(step.label, unitOf(column, owner));
      const isMeant = (['program', 'payer', 'item'] as const).map(
        (part) => `OR(${step[part]}="",${step[part]}=${owner[part]})`,
      );
      this.sheet.one(row, `IF(AND(${isMeant.join(',')}),1,0)`, COUNTED);
      const moved = `${before.now}*${step.factor.now}+${step.amount.now}`;
      // No limit stays no limit, but where one is set.
      const value = hasLimit
        ? moved
        : `IF(ISNUMBER(${before.now}),${moved},IF(AND(${step.factor.now}=0,${step.kind}="set"),${step.amount.now},${before.now}))`;
      this.sheet.fill(row, `IF(${row.one}=1,${value},${before.now})`);
      before = row;
    }
    const driver = driverByKey.get(key)!;
    const [lower, upper] = [driver.lower, upperBound(driver, owner.basis)];
    if (!driver.isHeld || (lower === -Infinity && upper === Infinity)) return before;
    const row = this.sheet.row('in force', HELD);
    const within = upper === Infinity ? `MAX(${lower},${before.now})` : `MAX(${lower},MIN(${upper},${before.now}))`;
    this.sheet
      .fill(row, hasLimit ? within : `IF(ISNUMBER(${before.now}),${within},${before.now})`)
      .one(row, `SUMPRODUCT(1*(${(before as MonthRow).all}<>${row.all}))`, COUNTED);
    return row;
  }
}

/** What stands in the place of the typed cell: an amount by month, and a factor on it. */
export interface Given {
  base?: string;
  factor?: string;
}

const unitOf = ({ unit, type }: Column, { basis }: Owner): string =>
  unit.startsWith('$ or') ? (basis === 'percent of cash' ? '%' : '$') : type === 'share' ? '%' : unit;
