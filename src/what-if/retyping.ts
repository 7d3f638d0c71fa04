/** Cells of a model typed again and again, as `withMoved` would type them one driver after the other, in rows of its own. */
import { isInScope } from '../engine/inputs/changes';
import { LookAgain } from '../engine/look-again';
import { figuresOf, type TypedDriver } from '../engine/inputs/read-again';
import type { DriverKey } from '../engine/model/drivers';
import type { LineKey } from '../engine/model/lines';
import type { Change, Model } from '../engine/model/model';
import type { Statement } from '../engine/month/statement';
import { boundsIn, CAUSES, heldIn, isMeant, withMoved, type Bounds, type DriverCells, type Row } from './driver-cells';

/** What typing a driver writes to. */
interface Typed {
  readonly cells: DriverCells;
  readonly rows: readonly Row[];
  /** By row, where no other driver moves them; null where they have to be looked at anew. */
  readonly bounds: readonly Bounds[] | null;
  /** Of a fee schedule, which follows the amount. */
  readonly schedule: readonly { value: number }[];
  /** What is typed into any row of the driver, and which of it into these rows. */
  readonly driver: TypedDriver;
  readonly places: Int32Array;
}

export class Retyping {
  private readonly model: Model;
  private readonly typed: readonly Typed[];
  /** Puts back one cell as it was. */
  private readonly undo: (() => void)[] = [];
  private readonly lookAgain: LookAgain;

  constructor(model: Model, drivers: readonly DriverCells[], line: LineKey, program: string | null) {
    const copyOf = <T extends object>(row: T): T => ({ ...row });
    this.model = {
      ...model,
      programs: model.programs.map(copyOf),
      payers: model.payers.map(copyOf),
      costs: model.costs.map(copyOf),
      ...(model.schedule ? { schedule: model.schedule.map(copyOf) } : {}),
    };
    const touched = new Set(drivers.flatMap((cells) => this.rowsOf(cells).flatMap(programOf)));
    const keys = new Set(drivers.map(({ driver }) => driver.key));
    this.lookAgain = new LookAgain(this.model, keys, touched, line, program);
    const isAlone = drivers.filter(({ driver }) => BOUND_BY_OTHERS.has(driver.key)).length < 2;
    this.typed = drivers.map((cells) => this.typedBy(cells, isAlone));
  }

  /** The line with a value for each driver; only this line of the statement, which the next one writes over. */
  look(values: ArrayLike<number>): Statement {
    for (const putBack of this.undo) putBack();
    for (let i = 0; i < this.typed.length; i++) this.type(this.typed[i], values[i]);
    return this.lookAgain.look();
  }

  private allRows({ driver }: DriverCells): readonly Row[] {
    const { programs, payers, costs } = this.model;
    return driver.level === 'program' ? programs : driver.level === 'payer' ? payers : costs;
  }

  private rowsOf(cells: DriverCells): readonly Row[] {
    return this.allRows(cells).filter((row) => isMeant(cells, row));
  }

  private typedBy(cells: DriverCells, hasOwnBounds: boolean): Typed {
    const { key } = cells.driver;
    const { schedule = [] } = this.model;
    const rows = this.rowsOf(cells);
    const follows = key === 'allowedPppm' ? schedule.filter((change) => isInScope(cells, change)) : [];
    // What the next look types anew, whatever stands there, need not be put back; but other payers of a program make room,
    // and bounds are what others of the drivers are.
    if (key === 'shareOfPanel') for (const row of this.allRows(cells)) this.remember(row, key);
    else if (!hasOwnBounds) for (const row of rows) this.remember(row, key);
    const bounds =
      hasOwnBounds && key !== 'shareOfPanel' ? rows.map((row) => boundsIn(row, cells.driver, this.model.months)) : null;
    const driver = this.lookAgain.typed(key);
    const placeOf = new Map(driver.rows.map((row, place) => [row, place]));
    const places = Int32Array.from(rows, (row) => placeOf.get(row)!);
    return { cells, rows, bounds, schedule: follows as (Change & { value: number })[], driver, places };
  }

  private remember(row: Row, key: DriverKey): void {
    const values = figuresOf(row);
    const before = values[key];
    this.undo.push(() => {
      values[key] = before;
    });
  }

  private type(typed: Typed, value: number): void {
    const { cells, bounds, schedule, driver, places } = typed;
    if (bounds) for (let r = 0; r < places.length; r++) driver.values[places[r]] = heldIn(value, bounds[r]);
    else this.typeIntoRows(typed, value);
    for (const change of schedule) change.value = heldIn(value, cells.driver);
  }

  /** Where other drivers have to see what is typed: rows first, then all that stands there. */
  private typeIntoRows({ cells, rows, driver }: Typed, value: number): void {
    const { key } = cells.driver;
    if (key === 'shareOfPanel') {
      const { payers } = this.model;
      const after = withMoved(this.model, cells, { change: 'set', value }).payers;
      payers.forEach((row, i) => {
        figuresOf(row).shareOfPanel = after[i].shareOfPanel;
      });
    } else {
      for (const row of rows) figuresOf(row)[key] = heldIn(value, boundsIn(row, cells.driver, this.model.months));
    }
    driver.rows.forEach((row, r) => {
      driver.values[r] = figuresOf(row)[key];
    });
  }
}

/** Drivers whose bounds are what others of them are. */
const BOUND_BY_OTHERS: ReadonlySet<DriverKey> = new Set<DriverKey>([
  ...['eligiblePatients' as const, 'openingPatients' as const, 'startMonth' as const, 'endMonth' as const],
  ...CAUSES,
]);

/** Whose events a row moves; a cost moves nobody's. */
const programOf = (row: Row): string[] => ('name' in row ? [row.name] : 'payer' in row ? [row.program] : []);
