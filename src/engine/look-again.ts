/**
 * One model looked at thousands of times, with other values typed into a few of its rows. What these do not touch is
 * worked out once: the order of rows, the periods, programs that stand still; and only the line that is asked for is
 * added up.
 */
import { prepare, readAgain, type Inputs } from './inputs/prepare';
import type { LineKey } from './model/lines';
import type { Model } from './model/model';
import { costs } from './month/costs';
import { panelToCash, programToCash, run } from './month/events';
import { allocate, MONTH_FIELDS, type Memory } from './month/memory';
import { extentOf, Statement, statementOf, type Extent } from './month/statement';

export class LookAgain {
  private readonly inputs: Inputs;
  private readonly memory: Memory;
  private readonly extent: Extent;
  private readonly statement: Statement;
  /** Places of the programs that are touched, and of the first and last program whose line it is. */
  private readonly touched: readonly number[];
  private readonly from: number;
  private readonly to: number;
  /** Months as events 2 to 10 leave them in the programs that stand still; nothing in the others. */
  private standing: Float64Array | null = null;

  /**
   * @param model whose rows are written to between looks; names, months and changes stay as they are
   * @param touched the programs whose own row is written to, or one of their payers'
   * @param program whose line it is; null for all together
   */
  constructor(
    model: Model,
    touched: ReadonlySet<string>,
    readonly line: LineKey,
    program: string | null,
  ) {
    this.inputs = prepare(model);
    this.memory = allocate(this.inputs);
    this.extent = extentOf([line]);
    this.statement = new Statement(model.months);
    const { programs } = this.inputs;
    this.touched = programs.flatMap(({ name }, p) => (touched.has(name) ? [p] : []));
    const place = programs.findIndex(({ name }) => name === program);
    [this.from, this.to] = program === null ? [0, programs.length] : [place, place + 1];
  }

  /**
   * The line as the rows have it now; only this line of the statement, which the next look writes over.
   * @throws UnitsForNobody
   */
  look(): Statement {
    const { inputs, memory } = this;
    readAgain(inputs);
    // A care team looks at all programs side by side, and months that are over are told for all of them.
    if (inputs.hasCareTeam || inputs.actual) run(inputs, memory);
    else {
      memory.months.set((this.standing ??= this.standStill()));
      for (const p of this.touched) programToCash(inputs, memory, p);
      costs(inputs, memory);
    }
    return statementOf(memory, this.from, this.to, inputs.months, this.statement, this.extent);
  }

  private standStill(): Float64Array {
    panelToCash(this.inputs, this.memory);
    const standing = this.memory.months.slice();
    const ofProgram = this.inputs.months * MONTH_FIELDS;
    for (const p of this.touched) standing.fill(0, p * ofProgram, (p + 1) * ofProgram);
    return standing;
  }
}
