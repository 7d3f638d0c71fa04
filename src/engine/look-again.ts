/**
 * One model looked at thousands of times, with other values typed into a few of its rows. What these do not touch is
 * worked out once: the order of rows, the periods, programs that stand still; and only the line that is asked for is
 * added up.
 */
import { prepare, type Inputs } from './inputs/prepare';
import { ReadAgain } from './inputs/read-again';
import type { DriverKey } from './model/drivers';
import { MEASURES, type LineKey } from './model/lines';
import type { Model } from './model/model';
import { addUpPrograms, chargeAll, costsAtPrices, setPrices } from './month/costs';
import { panelToCash, programToCash, run } from './month/events';
import { allocate, BRIEF_FIELDS, isInFull, MONTH, MONTH_FIELDS, type Memory } from './month/memory';
import { extentOf, Statement, statementOf, type Extent } from './month/statement';
import { IN_BRIEF, statementInBrief } from './month/statement-in-brief';

/** What makes prices. */
const PRICES: readonly DriverKey[] = ['amount', 'annualIncrease', 'startMonth', 'endMonth'];
/** All that items leave behind. */
const CATEGORIES = [MONTH.careTeamCost, MONTH.technologyCost, MONTH.overheadAndComplianceCost];
const BORNE = [...CATEGORIES, MONTH.careTeamUnits, MONTH.careTeamServed, MONTH.careTeamPlaces];

export class LookAgain {
  private readonly inputs: Inputs;
  private readonly readAgain: ReadAgain;
  private readonly hasOtherPrices: boolean;
  private readonly extent: Extent;
  private readonly statement: Statement;
  /** By program. */
  private readonly isTouched: readonly boolean[];
  /** Places of the first program whose line it is, and of the one behind the last. */
  private readonly from: number;
  private readonly to: number;
  private readonly ofAll: boolean;
  /** Whether the line is made of what months in brief tell. */
  private readonly inBrief: boolean;
  /** Of programs each by itself; from the first look on it has the months of those that are not touched. */
  private apart: Memory | null = null;
  /** Of programs that a care team looks at side by side, or whose first months are over. */
  private together: Memory | null = null;

  /**
   * @param model whose rows are written to between looks; names, months and changes stay as they are
   * @param keys the drivers that are written to
   * @param touched the programs whose own row is written to, or one of their payers'
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
    this.inBrief = this.extent.measures.every((i) => IN_BRIEF.has(MEASURES[i]));
    this.statement = new Statement(model.months);
    const { programs } = this.inputs;
    this.isTouched = programs.map(({ name }) => touched.has(name));
    this.ofAll = program === null;
    const place = programs.findIndex(({ name }) => name === program);
    [this.from, this.to] = program === null ? [0, programs.length] : [place, place + 1];
  }

  /**
   * The line as the rows have it now; only this line of the statement, which the next look writes over.
   * @throws UnitsForNobody
   */
  look(): Statement {
    const { inputs } = this;
    this.readAgain.read();
    let memory;
    if (inputs.hasCareTeam || inputs.actual) {
      memory = this.together ??= allocate(inputs);
      run(inputs, memory);
    } else {
      memory = this.apart ??= this.standStill();
      for (let p = 0; p < inputs.programs.length; p++) {
        if (this.isTouched[p]) {
          clearMonths(inputs, memory, p);
          programToCash(inputs, memory, p);
        } else clearCosts(inputs, memory, p);
      }
      if (this.hasOtherPrices) setPrices(inputs, memory);
      if (this.inBrief && this.ofAll) {
        addUpPrograms(inputs, memory);
        chargeAll(inputs, memory);
        return statementInBrief(inputs, memory, this.statement, this.extent);
      }
      costsAtPrices(inputs, memory);
    }
    return statementOf(memory, this.from, this.to, inputs.months, this.statement, this.extent);
  }

  private standStill(): Memory {
    const memory = allocate(this.inputs, this.inBrief ? BRIEF_FIELDS : MONTH_FIELDS);
    panelToCash(this.inputs, memory);
    setPrices(this.inputs, memory);
    return memory;
  }
}

/** Empties the record of a program. */
function clearMonths({ months }: Inputs, { months: record, fields }: Memory, p: number): void {
  record.fill(0, p * months * fields, (p + 1) * months * fields);
}

/** Takes its costs out of a program's months. */
function clearCosts({ months }: Inputs, memory: Memory, p: number): void {
  const { months: record, fields } = memory;
  const borne = isInFull(memory) ? BORNE : CATEGORIES;
  const end = (p + 1) * months * fields;
  for (let m = p * months * fields; m < end; m += fields) for (const field of borne) record[m + field] = 0;
}
