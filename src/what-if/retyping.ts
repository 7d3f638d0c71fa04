/** Cells of a model typed again and again, as `withMoved` would type them one driver after the other, in rows of its own. */
import { isInScope } from '../engine/inputs/changes';
import { LookAgain } from '../engine/look-again';
import type { DriverKey } from '../engine/model/drivers';
import type { LineKey } from '../engine/model/lines';
import type { Change, Model } from '../engine/model/model';
import type { Statement } from '../engine/month/statement';
import { boundsIn, CAUSES, heldIn, isMeant, withMoved, type Bounds, type DriverCells, type Row } from './driver-cells';

type Writable = Record<DriverKey, number>;

/** What typing a driver writes to. */
interface Typed {
  readonly cells: DriverCells;
  readonly rows: readonly Row[];
  /** By row, where no other driver moves them; null where they have to be looked at anew. */
  readonly bounds: readonly Bounds[] | null;
  /** Of a fee schedule, which follows the amount. */
  readonly schedule: readonly { value: number }[];
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
    const isAlone = drivers.filter(({ driver }) => BOUND_BY_OTHERS.has(driver.key)).length < 2;
    this.typed = drivers.map((cells) => this.typedBy(cells, isAlone));
    const touched = new Set(this.typed.flatMap(({ rows }) => rows.flatMap(programOf)));
    const keys = new Set(drivers.map(({ driver }) => driver.key));
    this.lookAgain = new LookAgain(this.model, keys, touched, line, program);
  }

  /** The line with a value for each driver; only this line of the statement, which the next one writes over. */
  look(values: ArrayLike<number>): Statement {
    for (const putBack of this.undo) putBack();
    for (let i = 0; i < this.typed.length; i++) this.type(this.typed[i], values[i]);
    return this.lookAgain.look();
  }

  private typedBy(cells: DriverCells, hasOwnBounds: boolean): Typed {
    const { level, key } = cells.driver;
    const { programs, payers, costs, schedule = [] } = this.model;
    const all: readonly Row[] = level === 'program' ? programs : level === 'payer' ? payers : costs;
    const rows = all.filter((row) => isMeant(cells, row));
    const follows = key === 'allowedPppm' ? schedule.filter((change) => isInScope(cells, change)) : [];
    // What the next look types anew, whatever stands there, need not be put back; but other payers of a program make room,
    // and bounds are what others of the drivers are.
    if (key === 'shareOfPanel') for (const row of all) this.remember(row, key);
    else if (!hasOwnBounds) for (const row of rows) this.remember(row, key);
    const bounds = hasOwnBounds ? rows.map((row) => boundsIn(row, cells.driver, this.model.months)) : null;
    return { cells, rows, bounds, schedule: follows as (Change & { value: number })[] };
  }

  private remember(row: object, key: DriverKey): void {
    const values = row as Record<string, number>;
    const before = values[key];
    this.undo.push(() => {
      values[key] = before;
    });
  }

  private type({ cells, rows, bounds, schedule }: Typed, value: number): void {
    const { key } = cells.driver;
    if (key === 'shareOfPanel') {
      const { payers } = this.model;
      const after = withMoved(this.model, cells, { change: 'set', value }).payers;
      payers.forEach((row, i) => {
        (row as unknown as Writable).shareOfPanel = after[i].shareOfPanel;
      });
      return;
    }
    for (let r = 0; r < rows.length; r++) {
      const within = bounds ? bounds[r] : boundsIn(rows[r], cells.driver, this.model.months);
      (rows[r] as unknown as Writable)[key] = heldIn(value, within);
    }
    for (const change of schedule) change.value = heldIn(value, cells.driver);
  }
}

/** Drivers whose bounds are what others of them are. */
const BOUND_BY_OTHERS: ReadonlySet<DriverKey> = new Set<DriverKey>([
  ...['eligiblePatients' as const, 'openingPatients' as const, 'startMonth' as const, 'endMonth' as const],
  ...CAUSES,
]);

/** Whose events a row moves; a cost moves nobody's. */
const programOf = (row: Row): string[] => ('name' in row ? [row.name] : 'payer' in row ? [row.program] : []);
