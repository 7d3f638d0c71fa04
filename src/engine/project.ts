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

/** Inputs and months of the last run, whose memory the next one uses again: nothing of it leaves but copies. */
let last: { inputs: Inputs; memory: Memory } | null = null;

function runInMemory(model: Model): { inputs: Inputs; memory: Memory } {
  const inputs = prepare(model, last && last.inputs);
  const memory = last && fits(last.memory, inputs) ? last.memory : allocate(inputs);
  run(inputs, memory);
  return (last = { inputs, memory });
}

/** What a model comes to. Most formulas ask for the total only: what others ask for is worked out when they do. */
export class Projection {
  private statements: ReadonlyMap<string, Statement> | null = null;
  private read: Inputs | null = null;

  constructor(
    private readonly model: Model,
    /** All programs together. */
    readonly total: Statement,
    /** Inputs that changes or the scenario pushed out of bounds. */
    readonly clips: readonly Clip[],
    /** The care team, where it limits enrollment or its minutes decide what is billable; null where it is unlimited. */
    readonly team: TeamRecord | null,
  ) {}

  get byProgram(): ReadonlyMap<string, Statement> {
    return (this.statements ??= statementsOf(this.model));
  }

  /** What the months read. */
  get inputs(): Inputs {
    return (this.read ??= prepare(this.model));
  }
}

/**
 * Projects a model. To look at many adjustments of one model, go the same steps with inputs and memory of your own:
 * see `adjust` in inputs/prepare.
 * @param model inputs already checked: names that exist, values within bounds, payer shares of a program that add to 1.
 */
export function project(model: Model): Projection {
  const { inputs, memory } = runInMemory(model);
  const { programs, months, clips, hasCareTeam } = inputs;
  const total = statementOf(memory, 0, programs.length, months);
  return new Projection(model, total, clips, hasCareTeam && memory.team ? recordOf(inputs, memory.team) : null);
}

function statementsOf(model: Model): ReadonlyMap<string, Statement> {
  const {
    inputs: { programs, months },
    memory,
  } = runInMemory(model);
  return new Map(programs.map(({ name }, p) => [name, statementOf(memory, p, p + 1, months)]));
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
