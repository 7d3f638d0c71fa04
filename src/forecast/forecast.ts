/**
 * What do these tables forecast? The one place that answers it, and the one that remembers: a workbook asks for many
 * figures of the same tables, and Excel hands over new arrays each time.
 */
import { UnitsForNobody } from '../engine/inputs/units-for-nobody';
import type { Model } from '../engine/model/model';
import type { Statement } from '../engine/month/statement';
import { project, Room, type Projection } from '../engine/project';
import type { Finding } from '../tables/messages/finding';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { known } from '../tables/reading/known-name';
import { fold } from '../tables/reading/nearest';
import { readModel, type Inputs, type ModelTables } from '../tables/reading/read-model';
import { sameRange } from '../tables/reading/remembered-table';
import { byPayer, type PayerMonth } from './by-payer';
import type { Drivers } from './drivers';
import { findingsOf } from './findings/findings';
import { fingerprintOf } from './fingerprint';
import { modelOf } from './model-of';
import { refused } from './refused';
import { ScenarioForecast } from './scenario-forecast';

/** Few: a workbook has one set of tables, a consultant comparing two has two. */
const REMEMBERED = 4;

/** Answers to questions, of one set of tables: a sheet asks the same few of some programs in some scenarios. */
const ANSWERS = 200;

/** Every projection is worked out in the same room, so that a workbook's next one allocates little. */
const room = new Room();

const TABLES = ['panel', 'payerMix', 'costs', 'settings', 'scenarios', 'changes', 'actuals'] as const;

export class Forecast {
  /** By folded scenario name; '' for none. */
  private readonly scenarios = new Map<string, ScenarioForecast>();
  private readonly payersByScenario = new Map<string, readonly (readonly PayerMonth[])[]>();
  /** By question, the latest last. */
  private readonly answers = new Map<string, unknown>();
  private found: readonly Finding[] | undefined;

  private print: string | undefined;

  constructor(
    readonly inputs: Inputs,
    private readonly tables: ModelTables,
  ) {}

  /** Other tables have another one. */
  get fingerprint(): string {
    return (this.print ??= fingerprintOf(this.tables));
  }

  /** Everything wrong or odd in the tables and in what they forecast; worked out when asked for, since a figure needs no notes. */
  get findings(): readonly Finding[] {
    // A scenario at a time, and none of it is kept: at the largest tables each takes megabytes.
    return (this.found ??= findingsOf(this.inputs, (scenario) => this.workedOut(scenario)));
  }

  model(scenario: string | null): Model {
    this.requireSound();
    return modelOf(this.inputs, scenario);
  }

  projection(scenario: string | null): Projection {
    return this.ofScenario(scenario).projection;
  }

  private ofScenario(scenario: string | null): ScenarioForecast {
    return remember(this.scenarios, scenario, () => this.workedOut(scenario));
  }

  private workedOut(scenario: string | null): ScenarioForecast {
    return new ScenarioForecast(
      scenario,
      this.ask(scenario, (model) => project(model, room)),
    );
  }

  /**
   * What a question to a scenario's model comes to; a repeated one is remembered. The answer is the caller's to read, not
   * to change.
   * @param question a name, and all that its answer depends on beside the model
   * @throws InputError as model does, and for what the engine refuses
   */
  answer<T>(scenario: string | null, question: readonly (string | number | null)[], work: (model: Model) => T): T {
    const key = JSON.stringify([scenario === null ? null : fold(scenario), ...question]);
    const answer = this.answers.has(key) ? (this.answers.get(key) as T) : this.ask(scenario, work);
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size > ANSWERS) this.answers.delete(this.answers.keys().next().value!);
    return answer;
  }

  /** What comes of a scenario's model. @throws InputError as model does, and for what the engine refuses. */
  private ask<T>(scenario: string | null, work: (model: Model) => T): T {
    const model = this.model(scenario);
    try {
      return work(model);
    } catch (error) {
      if (error instanceof UnitsForNobody) throw refused(error, this.inputs, scenario);
      throw error;
    }
  }

  /** @throws InputError as projection does. */
  drivers(scenario: string | null): Drivers {
    return this.ofScenario(scenario).drivers;
  }

  /** The months of every payer, in the order of the drivers' segments. @throws InputError as projection does. */
  byPayer(scenario: string | null): readonly (readonly PayerMonth[])[] {
    return remember(this.payersByScenario, scenario, () =>
      byPayer(this.model(scenario), this.drivers(scenario), this.projection(scenario)),
    );
  }

  /** The statement of one program, or of all. @throws InputError for an unknown program, and as projection does. */
  statement(scenario: string | null, program: string | null): Statement {
    const projection = this.projection(scenario);
    const name = this.program(program);
    // Looking at byProgram works out the statements of all programs.
    return name === null ? projection.total : projection.byProgram.get(name)!;
  }

  /** A program as the Panel writes it; null for all. @throws InputError with the first finding, or for an unknown program. */
  program(name: string | null): string | null {
    if (name === null) return null;
    this.requireSound();
    return known(
      'program',
      name,
      this.inputs.programs.map((program) => program.name),
    );
  }

  /** A broken row may lack even its name: what is wrong with it comes first, whatever else is asked. */
  private requireSound(): void {
    const { errors } = this.inputs;
    if (errors.length) throw new InputError(messages.findingsMore(errors[0].text, errors.length - 1));
  }
}

function remember<T>(known: Map<string, T>, scenario: string | null, make: () => T): T {
  const key = scenario === null ? '' : fold(scenario);
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

const recent: { tables: ModelTables; forecast: Forecast }[] = [];

/** The forecast of the tables, as remembered or made anew. Whatever the tables hold, this does not throw. */
export function forecastOf(tables: ModelTables): Forecast {
  const at = recent.findIndex((entry) => sameTables(entry.tables, tables));
  const entry = at >= 0 ? recent.splice(at, 1)[0] : readAnew(copyOf(tables));
  recent.unshift(entry);
  recent.length = Math.min(recent.length, REMEMBERED);
  return entry.forecast;
}

const readAnew = (tables: ModelTables) => ({ tables, forecast: new Forecast(readModel(tables), tables) });

/** What is remembered must not change when the caller uses its arrays again. */
const copyOf = (tables: ModelTables): ModelTables =>
  Object.fromEntries(
    TABLES.map((name) => [name, tables[name]?.map((row) => row.slice()) ?? null]),
  ) as unknown as ModelTables;

const sameTables = (a: ModelTables, b: ModelTables): boolean =>
  TABLES.every((name) => {
    const [one, other] = [a[name] ?? null, b[name] ?? null];
    return one && other ? sameRange(one, other) : one === other;
  });
