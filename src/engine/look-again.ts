/**
 * One model looked at thousands of times, with other values typed into a few of its rows. What these do not touch is
 * worked out once: the order of rows, the periods, programs that stand still; and only the line that is asked for is
 * added up.
 */
import { prepare, type Inputs } from './inputs/prepare';
import { ReadAgain, type TypedDriver } from './inputs/read-again';
import type { DriverKey } from './model/drivers';
import { MEASURES, type LineKey } from './model/lines';
import type { Model } from './model/model';
import { addUpPrograms } from './month/costs';
import { chargeAll, chargesOf, setAllPrices, type Charge } from './month/costs-in-brief';
import { run } from './month/events';
import { clearCosts, programInBrief } from './month/in-brief';
import { allocate, type Memory, type Records } from './month/memory';
import { allocateInBrief } from './month/memory-in-brief';
import { extentOf, Statement, statementOf, type Extent } from './month/statement';
import { countedIn, IN_BRIEF, inBrief, statementInBrief } from './month/statement-in-brief';

/** What makes prices. */
const PRICES: readonly DriverKey[] = ['amount', 'annualIncrease', 'startMonth', 'endMonth'];

export class LookAgain {
  private readonly inputs: Inputs;
  private readonly readAgain: ReadAgain;
  private readonly hasOtherPrices: boolean;
  private readonly extent: Extent;
  private readonly extentInBrief: Extent;
  private readonly counted: ReturnType<typeof countedIn>;
  private readonly statement: Statement;
  /** By program. */
  private readonly isTouched: readonly boolean[];
  /** Places of the first program whose line it is, and of the one behind the last. */
  private readonly from: number;
  private readonly to: number;
  /** Whether the line is made of what months in brief tell. */
  private readonly isToldInBrief: boolean;
  /** From the first look on it has the months of programs that are not touched. */
  private brief: Records | null = null;
  private charges: readonly Charge[] = [];
  private full: Memory | null = null;

  /**
   * @param model whose names, months and changes stay as they are; rows of its own, which are written to
   * @param keys the drivers that are typed into between looks
   * @param touched the programs whose own row is typed into, or one of their payers'
   * @param program whose line it is; null for all together
   */
  constructor(
    model: Model,
    keys: ReadonlySet<DriverKey>,
    touched: ReadonlySet<string>,
    readonly line: LineKey,
    program: string | null,
  ) {
    this.inputs = prepare(model);
    this.readAgain = new ReadAgain(this.inputs, keys);
    this.hasOtherPrices = this.readAgain.enters(PRICES);
    this.extent = extentOf([line]);
    this.extentInBrief = inBrief(this.extent);
    this.counted = countedIn(this.extent);
    this.isToldInBrief = this.extent.measures.every((i) => IN_BRIEF.has(MEASURES[i]));
    this.statement = new Statement(model.months);
    const { programs } = this.inputs;
    this.isTouched = programs.map(({ name }) => touched.has(name));
    const place = programs.findIndex(({ name }) => name === program);
    [this.from, this.to] = program === null ? [0, programs.length] : [place, place + 1];
  }

  /** The rows of a driver and what is typed there, to be written over between looks. */
  typed(key: DriverKey): TypedDriver {
    return this.readAgain.typed(key);
  }

  /**
   * The line as it is with what is typed now; only this line of the statement, which the next look writes over.
   * @throws UnitsForNobody
   */
  look(): Statement {
    this.readAgain.read();
    return this.isInBrief ? this.lookInBrief() : this.lookInFull();
  }

  /** A care team looks at all programs side by side, and months that are over are told in full. */
  get isInBrief(): boolean {
    return this.isToldInBrief && !this.inputs.hasCareTeam && !this.inputs.actual;
  }

  private lookInFull(): Statement {
    const { inputs } = this;
    const memory = (this.full ??= allocate(inputs));
    run(inputs, memory);
    return statementOf(memory, this.from, this.to, inputs.months, this.statement, this.extent);
  }

  private lookInBrief(): Statement {
    const { inputs } = this;
    const isFirst = this.brief === null;
    const memory = (this.brief ??= allocateInBrief(inputs));
    for (let p = 0; p < inputs.programs.length; p++)
      if (isFirst || this.isTouched[p]) programInBrief(inputs, memory, p);
      else clearCosts(inputs, memory, p);
    if (isFirst) this.charges = chargesOf(inputs, memory);
    if (isFirst || this.hasOtherPrices) setAllPrices(inputs, this.charges);
    addUpPrograms(inputs, memory);
    chargeAll(inputs, this.charges);
    return statementInBrief(inputs, memory, this.from, this.to, this.statement, this.extentInBrief, this.counted);
  }
}
