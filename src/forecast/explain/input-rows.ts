/** The inputs behind a figure: value in a month, unit, and the cell, planned change or scenario it comes from. */
import { inWorkingOrder, touches, type Scope } from '../../engine/inputs/changes';
import type { Clip } from '../../engine/inputs/expansion';
import {
  driverByKey,
  upperBound,
  type CostDriver,
  type DriverKey,
  type PayerDriver,
  type ProgramDriver,
} from '../../engine/model/drivers';
import type { RuleKey } from '../../engine/model/lines';
import type { Change, CostItem, Model, Payer } from '../../engine/model/model';
import type { Drivers } from '../drivers';
import { count } from '../../tables/messages/wording';
import { numberAsText } from '../../tables/reading/cell';
import { fold } from '../../tables/reading/nearest';
import { patternText } from '../../tables/reading/payment-pattern';
import type { ScheduledChange } from '../../tables/reading/price-by-codes';
import type { Sourced } from '../../tables/reading/read-model';
import type { Column } from '../../tables/schemas/column';
import { COSTS } from '../../tables/schemas/costs';
import { PANEL } from '../../tables/schemas/panel';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { SETTING_COLUMNS, SETTINGS } from '../../tables/schemas/settings';
import { row, type Row } from './row';

const SCHEMA = { program: PANEL, payer: PAYER_MIX, cost: COSTS };

/** The month an input is of, where that is not the month explained. */
interface OtherMonth {
  ofMonth?: number;
}

export class InputRows {
  /** What each cost item is called. */
  readonly itemNames: readonly string[];

  /** @param t the month explained, counted from 0 */
  constructor(
    private readonly model: Model,
    private readonly drivers: Drivers,
    private readonly clips: readonly Clip[],
    private readonly scenario: string | null,
    private readonly t: number,
  ) {
    this.itemNames = itemNames(drivers.costItems);
  }

  rule(key: RuleKey): Row {
    const { header, unit, type } = SETTING_COLUMNS.find((column) => column.key === key)!;
    return row(header, this.model[key], type === 'choice' ? 'choice' : unit, `${SETTINGS.title}, ${header}`);
  }

  ofProgram(key: ProgramDriver, p: number, otherMonth: OtherMonth = {}): Row {
    const program = this.drivers.programs[p];
    const scope = { program: program.name, payer: null, item: null };
    return this.input(key, (t) => this.drivers.program(key, p, t), program, scope, program.name, otherMonth);
  }

  ofPayer(key: PayerDriver, s: number, otherMonth: OtherMonth = {}): Row {
    const segment = this.drivers.segments[s];
    const scope = { program: segment.program, payer: segment.payer, item: null };
    const whose = `${scope.program}, ${scope.payer}`;
    return this.input(key, (t) => this.drivers.payer(key, s, t), segment, scope, whose, otherMonth);
  }

  /** When a payer pays: its pattern, which holds in all months, or days to pay. */
  untilPaid(s: number, otherMonth: OtherMonth = {}): Row {
    const segment = this.drivers.segments[s];
    return segment.paymentPattern === null ? this.ofPayer('daysToPay', s, otherMonth) : this.patternOf(segment);
  }

  /** The pattern of a payer that has one. */
  pattern(s: number): Row[] {
    const segment = this.drivers.segments[s];
    return segment.paymentPattern === null ? [] : [this.patternOf(segment)];
  }

  private patternOf(segment: Payer): Row {
    const { header } = PAYER_MIX.column.paymentPattern;
    return row(
      `${header}: ${segment.program}, ${segment.payer}`,
      patternText(segment.paymentPattern!),
      '%',
      `${PAYER_MIX.title}, row ${(segment as Sourced<Payer>).row}, ${header}`,
    );
  }

  ofItem(key: CostDriver, c: number, otherMonth: OtherMonth = {}): Row {
    const { costItems } = this.drivers;
    const scope = { program: costItems[c].program, payer: null, item: costItems[c].item };
    return this.input(key, (t) => this.drivers.cost(key, c, t), costItems[c], scope, this.itemNames[c], otherMonth);
  }

  private input(
    key: DriverKey,
    valueIn: (t: number) => number,
    typed: object,
    scope: Scope,
    whose: string,
    { ofMonth: t = this.t }: OtherMonth,
  ): Row {
    const driver = driverByKey.get(key)!;
    const schema = SCHEMA[driver.level];
    const column = schema.columns.find((each) => each.key === key)!;
    const value = valueIn(t);
    const month = t + 1;
    const isClipped = this.clips.some(
      (clip) =>
        clip.what === key &&
        clip.program === scope.program &&
        clip.payer === scope.payer &&
        clip.item === scope.item &&
        clip.firstMonth <= month &&
        month <= clip.lastMonth,
    );
    const where = [
      `${schema.title}, row ${(typed as Sourced<object>).row}, ${column.header}`,
      ...scheduledBy((this.model.schedule ?? []) as readonly ScheduledChange[], key, scope, month),
      ...movedBy(this.model.changes, 'Changes', key, scope, month),
      ...movedBy(this.model.adjustments, `Scenarios (${this.scenario})`, key, scope, month),
      ...(isClipped && (value === driver.lower || value === upperBound(driver, (typed as CostItem).basis ?? null))
        ? ['held at its bound']
        : []),
    ];
    return row(
      `${column.header}${t === this.t ? '' : `, month ${month}`}: ${whose}`,
      shown(value, column),
      unitOf(column, typed as CostItem),
      where.join('; '),
    );
  }
}

/** Cost items by their program and name; by their rows too where a name stands twice. */
function itemNames(costItems: readonly CostItem[]): string[] {
  const names = costItems.map(({ program, item }) => (program === null ? item : `${program}, ${item}`));
  const keys = costItems.map(({ program, item }) => JSON.stringify([program, item]));
  const once = new Set<string>(),
    twice = new Set<string>();
  for (const key of keys) (once.has(key) ? twice : once).add(key);
  return names.map((name, c) =>
    twice.has(keys[c]) ? `${name} (row ${(costItems[c] as Sourced<CostItem>).row})` : name,
  );
}

/** No limit and no end are words, not numbers. */
const shown = (value: number, column: Column): number | string =>
  Number.isFinite(value) ? value : column.fallbackText || 'no limit';

const unitOf = (column: Column, { basis }: CostItem): string =>
  column.key === 'amount'
    ? basis === 'percent of cash'
      ? '%'
      : `$ ${basis}`
    : column.type === 'month'
      ? 'month number'
      : column.unit;

/** What the fee schedule last set, and what it multiplies. */
function scheduledBy(schedule: readonly ScheduledChange[], key: DriverKey, scope: Scope, month: number): string[] {
  const inForce = schedule.filter((change) => touches(change, key, scope) && change.fromMonth <= month);
  inForce.sort(inWorkingOrder);
  const sets = inForce.filter(({ change }) => change === 'set').slice(-1);
  return [...sets, ...inForce.filter(({ change }) => change !== 'set')].map(
    ({ origin, change, value }) => `${origin}: ${change} ${count(value)}`,
  );
}

function movedBy(changes: readonly Change[], source: string, key: DriverKey, scope: Scope, month: number): string[] {
  return changes
    .filter((change) => touches(change, key, scope) && change.fromMonth <= month && month <= change.toMonth)
    .sort(inWorkingOrder)
    .map(
      (change) =>
        `${source} row ${(change as Sourced<Change>).row}: ${fold(change.change)} ${numberAsText(change.value)}`,
    );
}
