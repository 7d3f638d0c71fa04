/**
 * The tables of a model as worksheet functions receive them, read once: a workbook asks for many figures of
 * the same tables, and Excel hands over new arrays each time.
 */
import type { Model } from '../engine/model';
import type { Statement } from '../engine/statement';
import { project, type Projection } from '../engine/project';
import { InputError } from '../tables/input-error';
import * as messages from '../tables/messages';
import { modelOf, readModel, type Inputs, type ModelTables, type Range } from '../tables/read-model';
import { fold } from '../tables/nearest';
import { sameRange } from '../tables/remembered-table';
import { isNotGiven } from './number-grid';
import { known } from './text-argument';

/** Few: a workbook has one set of tables, a consultant comparing two has two. */
const REMEMBERED = 4;

const TABLES = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes'] as const;

interface Remembered {
  tables: ModelTables;
  inputs: Inputs;
  /** By folded scenario name; '' for none. */
  projections: Map<string, Projection>;
}

const recent: Remembered[] = [];

function range(argument: unknown): Range | null {
  if (isNotGiven(argument)) return null;
  const rows: unknown[] = Array.isArray(argument) ? argument : [argument];
  return (rows.every(Array.isArray) ? rows : rows.map((row) => (Array.isArray(row) ? row : [row]))) as Range;
}

/** What is remembered must not change when the caller uses its arrays again. */
const copyOf = (tables: ModelTables): ModelTables =>
  Object.fromEntries(
    TABLES.map((name) => [name, tables[name]?.map((row) => row.slice()) ?? null]),
  ) as unknown as ModelTables;

const sameTables = (a: ModelTables, b: ModelTables): boolean =>
  TABLES.every((name) => {
    const [one, other] = [a[name], b[name]];
    return one && other ? sameRange(one, other) : one === other;
  });

function remember(tables: ModelTables): Remembered {
  const at = recent.findIndex((entry) => sameTables(entry.tables, tables));
  const entry = at >= 0 ? recent.splice(at, 1)[0] : readAnew(copyOf(tables));
  recent.unshift(entry);
  recent.length = Math.min(recent.length, REMEMBERED);
  return entry;
}

const readAnew = (tables: ModelTables): Remembered => ({ tables, inputs: readModel(tables), projections: new Map() });

export class ModelArguments {
  private readonly entry: Remembered;

  constructor(
    panel: unknown,
    payerMix: unknown,
    costs: unknown,
    settings?: unknown,
    scenarios?: unknown,
    changes?: unknown,
  ) {
    this.entry = remember({
      panel: range(panel),
      payerMix: range(payerMix),
      costs: range(costs),
      settings: range(settings),
      scenarios: range(scenarios),
      changes: range(changes),
    });
  }

  /** Whatever the tables hold, findings included. */
  get inputs(): Inputs {
    return this.entry.inputs;
  }

  /** @throws InputError with the first finding that keeps the model from running, or for an unknown scenario. */
  model(scenario: string | null): Model {
    const { errors } = this.inputs;
    if (errors.length) throw new InputError(messages.findingsMore(errors[0].text, errors.length - 1));
    return modelOf(this.inputs, scenario);
  }

  /** @throws InputError as model does. */
  project(scenario: string | null): Projection {
    const key = scenario === null ? '' : fold(scenario);
    let projection = this.entry.projections.get(key);
    if (!projection) this.entry.projections.set(key, (projection = project(this.model(scenario))));
    return projection;
  }

  /** The statement of one program, or of all. @throws InputError for an unknown program. */
  statement(scenario: string | null, program: string | null): Statement {
    const projection = this.project(scenario);
    const name = this.program(program);
    // Looking at byProgram works out the statements of all programs.
    return name === null ? projection.total : projection.byProgram.get(name)!;
  }

  /** A program as the Panel writes it; null for all. @throws InputError for an unknown program. */
  program(name: string | null): string | null {
    return name === null ? null : known('program', name, this.programNames);
  }

  get programNames(): string[] {
    return this.inputs.programs.map(({ name }) => name);
  }
}
