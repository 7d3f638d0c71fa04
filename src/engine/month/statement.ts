/** The monthly statement of one program, or of all of them together: what the kernel and the costs add up to. */
import { ALL_LINES, ALL_SERIES, lineByKey, MEASURES, RATIOS, type LineKey, type SeriesKey } from '../model/lines';
import { sum } from '../math/sum';
import { NOTHING } from '../math/tolerances';
import { MONTH, MONTH_FIELDS, POSITIONS, type Memory } from './memory';

export class Statement {
  /** All series, one after the other. */
  readonly figures: Float64Array;
  /** The figure of the Total column for every line. */
  readonly totals: Readonly<Record<LineKey, number>> = { ...NO_TOTALS };
  private views: Series | null = null;

  /** Room for one. */
  constructor(readonly months: number) {
    this.figures = new Float64Array(SERIES.length * months);
  }

  /** A series of the horizon's length for every line, and for what only a rate divides. Who asks for totals needs none. */
  get series(): Readonly<Series> {
    return (this.views ??= viewsOf(this.figures, this.months));
  }
}

type Series = Record<SeriesKey, Float64Array>;

/** Measures first: they are added up, what is made of them follows. */
const SERIES: readonly SeriesKey[] = [
  ...MEASURES,
  ...ALL_SERIES.filter(({ made }) => made !== 'by events').map(({ key }) => key),
];

/** The place of each series among the figures, where that in month t is at place × months + t. */
export const PLACE = Object.fromEntries(SERIES.map((name, place) => [name, place])) as Record<SeriesKey, number>;
const FLOWS = ALL_LINES.filter(({ kind }) => kind === 'flow').map(({ key }) => ({ key, place: PLACE[key] }));
const BALANCES = ALL_LINES.filter(({ kind }) => kind === 'balance').map(({ key }) => ({ key, place: PLACE[key] }));
const DIVISIONS = RATIOS.map(({ key, part, whole, panel }) => ({
  key,
  place: PLACE[key],
  part: PLACE[part],
  whole: PLACE[whole],
  panel: PLACE[panel],
}));

/** What is worked out of a statement; the rest of it means nothing. */
export interface Extent {
  /** Which of the measures are added up over programs. */
  readonly measures: Int32Array;
  /** Lines made of other lines of the month. */
  readonly made: ReadonlySet<SeriesKey>;
  /** Whether they are still to be made when the measures are added up. */
  readonly isDerived: boolean;
  readonly flows: typeof FLOWS;
  readonly balances: typeof BALANCES;
  readonly divisions: typeof DIVISIONS;
  /** The series whose sum over the months is asked for, be it as a total or as a part of one. */
  readonly summed: Int32Array;
}

/** Of these lines and of what they are made of; of all of them where none is named. */
export function extentOf(lines: readonly LineKey[] | null): Extent {
  const needed = new Set<SeriesKey>();
  const need = (key: SeriesKey): void => {
    if (needed.has(key)) return;
    needed.add(key);
    const { made, factors } = lineByKey.get(key)!;
    if (made !== 'by events') factors.forEach(need);
  };
  (lines ?? SERIES).forEach(need);
  const isAsked = ({ key }: { key: LineKey }) => lines === null || lines.includes(key);
  const flows = FLOWS.filter(isAsked),
    divisions = DIVISIONS.filter(isAsked);
  return {
    measures: Int32Array.from(MEASURES.flatMap((key, i) => (needed.has(key) ? [i] : []))),
    made: needed,
    isDerived: true,
    flows,
    balances: BALANCES.filter(isAsked),
    divisions,
    summed: Int32Array.from(
      new Set([
        ...flows.map(({ place }) => place),
        ...divisions.flatMap(({ part, whole, panel }) => [part, whole, panel]),
      ]),
    ),
  };
}

const EVERYTHING = extentOf(null);
const sums = new Float64Array(SERIES.length);

/** Nothing to divide by is shown as 0. */
const ratio = (part: number, whole: number, panel: number): number =>
  whole < NOTHING || panel < NOTHING ? 0 : part / whole;

/** A statement's properties: copies of these stay lighter than objects that get theirs one by one. */
const NO_SERIES = Object.fromEntries(SERIES.map((name) => [name, new Float64Array(0)])) as Series;
const NO_TOTALS = Object.fromEntries(ALL_LINES.map(({ key }) => [key, NaN])) as Record<LineKey, number>;

function viewsOf(figures: Float64Array, months: number): Series {
  const series = { ...NO_SERIES };
  for (let i = 0; i < SERIES.length; i++) series[SERIES[i]] = figures.subarray(i * months, (i + 1) * months);
  return series;
}

/**
 * The statement of some programs together, from the months that a run left in memory.
 * @param from the first of them, by its place among the inputs' programs, and @param to the one behind the last
 * @param statement room of an earlier one with as many months, to be written over
 * @param extent what of it is asked for
 */
export function statementOf(
  { months: record, owedAtStart }: Memory,
  from: number,
  to: number,
  months: number,
  statement = new Statement(months),
  extent = EVERYTHING,
): Statement {
  addUpPrograms(record, from, to, months, statement.figures, extent);
  return derived(statement, sum(owedAtStart, from, to - from), extent);
}

/** A statement with what is made of its measures. */
export function derived(statement: Statement, owedAtStart: number, extent: Extent): Statement {
  const { figures, totals, months } = statement;
  if (extent.isDerived) derive(figures, months, owedAtStart);
  for (const { place, part, whole, panel } of extent.divisions)
    for (let t = 0; t < months; t++)
      figures[place * months + t] = ratio(
        figures[part * months + t],
        figures[whole * months + t],
        figures[panel * months + t],
      );
  addUpMonths(figures, totals as Record<LineKey, number>, months, extent);
  return statement;
}

/** The measures of some programs together, month by month, into the first of the series. */
function addUpPrograms(
  record: Float64Array,
  from: number,
  to: number,
  months: number,
  figures: Float64Array,
  { measures }: Extent,
): void {
  const ofProgram = months * MONTH_FIELDS;
  for (let t = 0; t < months; t++) {
    const first = (from * months + t) * MONTH_FIELDS,
      end = to * ofProgram;
    for (let i = 0; i < measures.length; i++) {
      const place = measures[i];
      let m = (first + FIELDS[place]) & POSITIONS;
      let sum = record[m];
      for (m += ofProgram; m < end; m += ofProgram) sum += record[m];
      figures[place * months + t] = sum;
    }
  }
}

/** Where the measures stand in a month's record. */
const FIELDS = Int32Array.from(MEASURES, (name) => MONTH[name]);

/** Event 12, and what runs on from month to month. */
function derive(figures: Float64Array, months: number, owedAtStart: number): void {
  let receivable = owedAtStart;
  let cumulativeCash = 0;
  for (let t = 0; t < months; t++) {
    const allowedRevenue = figures[PLACE.allowedRevenue * months + t],
      badDebt = figures[PLACE.badDebt * months + t],
      cashCollected = figures[PLACE.cashCollected * months + t];
    const totalCost =
      figures[PLACE.careTeamCost * months + t] +
      figures[PLACE.technologyCost * months + t] +
      figures[PLACE.overheadAndComplianceCost * months + t];
    receivable += allowedRevenue - badDebt - cashCollected;
    cumulativeCash += cashCollected - totalCost;
    figures[PLACE.lostPatients * months + t] =
      figures[PLACE.lostToDischarge * months + t] +
      figures[PLACE.lostToDisengagement * months + t] +
      figures[PLACE.lostToBenefitChange * months + t] +
      figures[PLACE.lostToAdverseEvent * months + t] +
      figures[PLACE.lostToEarlyDropOff * months + t];
    figures[PLACE.receivable * months + t] = receivable;
    figures[PLACE.totalCost * months + t] = totalCost;
    figures[PLACE.margin * months + t] = allowedRevenue - badDebt - totalCost;
    figures[PLACE.cumulativeCash * months + t] = cumulativeCash;
  }
}

/** The Total column. */
function addUpMonths(
  figures: Float64Array,
  totals: Record<LineKey, number>,
  months: number,
  { summed, flows, balances, divisions }: Extent,
): void {
  for (const place of summed) sums[place] = sum(figures, place * months, months);
  for (const { key, place } of flows) totals[key] = sums[place];
  for (const { key, place } of balances) totals[key] = figures[place * months + months - 1];
  for (const { key, part, whole, panel } of divisions) totals[key] = ratio(sums[part], sums[whole], sums[panel]);
}
