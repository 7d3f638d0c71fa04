/** Runs a model: from its inputs to the statement of every program and of all together. */
import type { Clip } from './inputs/expansion';
import { prepare, type Inputs } from './inputs/prepare';
import type { Model } from './model/model';
import type { Team } from './month/care-team';
import { run } from './month/events';
import { allocate, fits, type Memory } from './month/memory';
import { statementOf, type Statement } from './month/statement';

/** What the care team did, month by month. */
export interface TeamRecord {
  items: readonly {
    item: string;
    program: string | null;
    unitsOnDuty: Float64Array;
    /** Units hired, in the month they arrive. */
    hired: Float64Array;
  }[];
}

/**
 * Inputs and memory of an earlier projection, given up to the next one: projections after each other then allocate
 * little. It is the caller's, nothing is remembered here; what a projection says is never in it.
 */
export class Room {
  inputs: Inputs | null = null;
  memory: Memory | null = null;
  /** The model whose months are in the memory. */
  held: Model | null = null;
}

function runIn(room: Room, model: Model): { inputs: Inputs; memory: Memory } {
  const old = room.inputs;
  // Until the end: a model that is refused leaves nothing behind that could be taken for another's.
  Object.assign(room, { inputs: null, held: null });
  const inputs = prepare(model, old);
  const memory = room.memory && fits(room.memory, inputs) ? room.memory : allocate(inputs);
  run(inputs, memory);
  return Object.assign(room, { inputs, memory, held: model });
}

/**
 * What a model comes to. Most formulas ask for the total only: what others ask for is worked out when they do, which is
 * quick while the room still holds the model's months.
 */
export class Projection {
  private statements: ReadonlyMap<string, Statement> | null = null;
  private read: Inputs | null = null;

  constructor(
    private readonly model: Model,
    private readonly room: Room,
    /** All programs together. */
    readonly total: Statement,
    /** Inputs that changes or the scenario pushed out of bounds. */
    readonly clips: readonly Clip[],
    /** The care team, where it limits enrollment or its minutes decide what is billable; null where it is unlimited. */
    readonly team: TeamRecord | null,
  ) {}

  get byProgram(): ReadonlyMap<string, Statement> {
    return (this.statements ??= this.statementsOfPrograms());
  }

  private statementsOfPrograms(): ReadonlyMap<string, Statement> {
    const { room, model } = this;
    if (room.held !== model) runIn(room, model);
    const { programs, months } = this.read ?? room.inputs ?? this.inputs;
    return new Map(programs.map(({ name }, p) => [name, statementOf(room.memory!, p, p + 1, months)]));
  }

  /** What the months read. */
  get inputs(): Inputs {
    return (this.read ??= this.takenOver() ?? prepare(this.model));
  }

  /** What the months read is the room's once more, for the next projection: whoever looked at it is done. */
  giveBack(): void {
    if (this.read) this.room.inputs ??= this.read;
    this.read = null;
  }

  /** Inputs that the room still has: from now on they are the projection's. */
  private takenOver(): Inputs | null {
    const { room, model } = this;
    if (room.held !== model) return null;
    const { inputs } = room;
    room.inputs = null;
    return inputs;
  }
}

/**
 * Projects a model. To look at many adjustments of one model, go the same steps with inputs and memory of your own:
 * see `adjust` in inputs/prepare.
 * @param model inputs already checked: names that exist, values within bounds, payer shares of a program that add to 1.
 * @param room of projections before, which hold what they hold all the same
 */
export function project(model: Model, room = new Room()): Projection {
  const { inputs, memory } = runIn(room, model);
  const { programs, months, clips, hasCareTeam } = inputs;
  const total = statementOf(memory, 0, programs.length, months);
  const team = hasCareTeam && memory.team ? recordOf(inputs, memory.team) : null;
  return new Projection(model, room, total, clips, team);
}

function recordOf({ costItems, careUnits, months }: Inputs, { unitsOnDuty, hired }: Team): TeamRecord {
  const of = (series: Float64Array, c: number) => series.slice(c * months, (c + 1) * months);
  return {
    items: careUnits.map((c) => {
      const { item, program } = costItems[c];
      return { item, program, unitsOnDuty: of(unitsOnDuty, c), hired: of(hired, c) };
    }),
  };
}
