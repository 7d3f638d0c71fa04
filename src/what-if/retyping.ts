/** Cells of a model typed again and again, as `withMoved` would type them one driver after the other, in rows of its own. */
import { isInScope } from '../engine/inputs/changes';
import { LookAgain } from '../engine/look-again';
import type { DriverKey } from '../engine/model/drivers';
import type { LineKey } from '../engine/model/lines';
import type { Change, Model } from '../engine/model/model';
import type { Statement } from '../engine/month/statement';
import { boundsIn, heldIn, isMeant, withMoved, type DriverCells, type Row } from './driver-cells';

type Writable = Record<DriverKey, number>;

/** What typing a driver writes to. */
interface Typed {
  readonly cells: DriverCells;
  readonly rows: readonly Row[];
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
    this.typed = drivers.map((cells) => this.typedBy(cells));
    const touched = new Set(this.typed.flatMap(({ rows }) => rows.flatMap(programOf)));
    this.lookAgain = new LookAgain(this.model, touched, line, program);
  }

  /** The line with a value for each driver; only this line of the statement, which the next one writes over. */
  look(values: ArrayLike<number>): Statement {
    for (const putBack of this.undo) putBack();
    for (let i = 0; i < this.typed.length; i++) this.type(this.typed[i], values[i]);
    return this.lookAgain.look();
  }

  private typedBy(cells: DriverCells): Typed {
    const { level, key } = cells.driver;
    const { programs, payers, costs, schedule = [] } = this.model;
    const all: readonly Row[] = level === 'program' ? programs : level === 'payer' ? payers : costs;
    const rows = all.filter((row) => isMeant(cells, row));
    const follows = key === 'allowedPppm' ? schedule.filter((change) => isInScope(cells, change)) : [];
    // Other payers of the program make room.
    for (const row of key === 'shareOfPanel' ? all : rows) this.remember(row, key);
    for (const change of follows) this.remember(change, 'value');
    return { cells, rows, schedule: follows as (Change & { value: number })[] };
  }

  private remember(row: object, key: DriverKey | 'value'): void {
    const values = row as Record<string, number>;
    const before = values[key];
    this.undo.push(() => {
      values[key] = before;
    });
  }

  private type({ cells, rows, schedule }: Typed, value: number): void {
    const { key } = cells.driver;
    if (key === 'shareOfPanel') {
      const { payers } = this.model;
      const after = withMoved(this.model, cells, { change: 'set', value }).payers;
      payers.forEach((row, i) => {
        (row as unknown as Writable).shareOfPanel = after[i].shareOfPanel;
      });
      return;
    }
    for (const row of rows)
      (row as unknown as Writable)[key] = heldIn(value, boundsIn(row, cells.driver, this.model.months));
    for (const change of schedule) change.value = heldIn(value, cells.driver);
  }
}

/** Whose events a row moves; a cost moves nobody's. */
const programOf = (row: Row): string[] => ('name' in row ? [row.name] : 'payer' in row ? [row.program] : []);
