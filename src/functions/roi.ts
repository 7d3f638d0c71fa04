import {
  DOMAINS,
  ENDS,
  improvement,
  measuresOf,
  paybackMonths,
  range,
  returnOn,
  STAKEHOLDERS,
  totalOf,
  valueOf,
  type Measure,
  type Outcome,
  type Range,
} from '../contracts/outcomes';
import { InputError } from '../tables/messages/input-error';
import type { Range as Cells } from '../tables/reading/read-model';
import { readOutcomes } from '../tables/reading/read-outcomes';
import type { Evidence } from './enums';
import { tableOf } from './arguments/model-arguments';
import { AT_LEAST_ZERO, isNotGiven, oneNumber } from './arguments/number-grid';
import { oneOf } from './arguments/text-argument';

/**
 * Return on care management over four domains: clinical outcomes, engagement, avoidable utilization, revenue performance.
 *
 * Value = improvement of the measure × patients × unit value × attributable share, a year; at the low, expected and high end of the evidence. A measure without Unit value is shown as a trend, not as dollars.
 *
 * Rows of the same domain, measure, program and stakeholder are evidence for one measure, and count once: the least of the low ends, the greatest of the high ends, and between them what the strongest design expects. So randomized evidence that found no effect stands beside other evidence, and leaves none expected.
 *
 * The column that counts is marked; it is the low one, the cautious reading, unless evidence says otherwise.
 *
 * @customfunction ROI
 * @category Contracts
 * @helpurl help/ROI.html
 * @param outcomes The Outcomes table with its header row: a row a piece of evidence.
 * @param [yearlyCost] What care management costs a year, in $; without it there is value, and no return.
 * @param [startCost] What its start costs once, in $; for the payback.
 * @param [evidence] low, expected or high: which end counts; blank = low.
 * @returns A header row and rows of section, name, low, expected, high, unit, remark: value by domain and stakeholder, composite, return, payback, measures, evidence, trends.
 * @throws The first finding in the table, with row and column; several numbers for a cost.
 * @example
 * =PPPM.ROI(tblOutcomes[#All])
 * → {"Section","Name","Low, counted","Expected","High","Unit","Remark";"Domain","clinical outcomes",0,0,0,"$ a year","";"Domain","engagement",0,0,0,"$ a year","";"Domain","avoidable utilization",0,50000,100000,"$ a year","";"Domain","revenue performance",0,0,0,"$ a year","";"Stakeholder","practice",0,0,0,"$ a year","";"Stakeholder","payer",0,50000,100000,"$ a year","";"Stakeholder","patient",0,0,0,"$ a year","";"Composite","Value",0,50000,100000,"$ a year","the low end of the evidence counts";"Measure","Hospital stays",0,50000,100000,"$ a year","payer; avoidable utilization";"Evidence","Hospital stays",0,50000,100000,"$ a year","before and after: own data";"Note","Outcomes has no Program (all programs), Stakeholder (payer), Better (as usual in its domain), Evidence low (the baseline, no effect) and 1 more; what stands in brackets is taken. Add a column if you mean otherwise.","","","","",""}
 */
export function roi(outcomes: unknown[][], yearlyCost?: number, startCost?: number, evidence?: Evidence): unknown[][] {
  const inputs = readOutcomes(tableOf(outcomes) as Cells | null);
  const [first] = inputs.errors;
  if (first) throw new InputError(first.text);
  const counted = oneOf('evidence', evidence, ENDS, 'low');
  const cost = isNotGiven(yearlyCost) ? 0 : oneNumber('yearlyCost', yearlyCost, AT_LEAST_ZERO);
  const start = isNotGiven(startCost) ? 0 : oneNumber('startCost', startCost, AT_LEAST_ZERO);
  const measures = measuresOf(inputs.outcomes);
  const head = (end: keyof Range): string => {
    const name = end[0].toUpperCase() + end.slice(1);
    return end === counted ? `${name}, counted` : name;
  };
  return [
    ['Section', 'Name', ...ENDS.map(head), 'Unit', 'Remark'],
    ...DOMAINS.map((domain) =>
      dollars('Domain', domain, totalOf(measures.filter((measure) => measure.domain === domain))),
    ),
    ...STAKEHOLDERS.map((who) =>
      dollars('Stakeholder', who, totalOf(measures.filter(({ stakeholder }) => stakeholder === who))),
    ),
    dollars('Composite', 'Value', totalOf(measures), `the ${counted} end of the evidence counts`),
    ...returns(measures, cost, start),
    ...measures.flatMap(measureRows),
    ...inputs.findings.map(({ text }) => ['Note', text, '', '', '', '', '']),
  ];
}

const row = (section: string, name: string, { low, expected, high }: Cell3, unit: string, remark = ''): unknown[] => [
  section,
  name,
  low,
  expected,
  high,
  unit,
  remark,
];
type Cell3 = Record<keyof Range, number | string>;
const dollars = (section: string, name: string, value: Range, remark = ''): unknown[] =>
  row(section, name, value, '$ a year', remark);

function returns(measures: readonly Measure[], cost: number, start: number): unknown[][] {
  if (cost === 0 && start === 0) return [];
  const all = totalOf(measures);
  const own = totalOf(measures.filter(({ stakeholder }) => stakeholder === 'practice'));
  const months = (value: Range): Cell3 => {
    const payback = range((end) => paybackMonths(value[end], cost, start));
    const shown = (end: keyof Range) => (payback[end] === Infinity ? 'never' : payback[end]);
    return { low: shown('low'), expected: shown('expected'), high: shown('high') };
  };
  const costs = dollars(
    'Composite',
    'Cost',
    range(() => cost),
  );
  const paybacks = [
    row('Composite', 'Payback', months(all), 'months', 'start cost ÷ (value − cost) a month'),
    row('Practice', 'Payback of the practice', months(own), 'months', 'of the value that the practice itself has'),
  ];
  if (cost === 0) return [costs, ...paybacks];
  return [
    costs,
    row(
      'Composite',
      'Value for a dollar',
      range((end) => all[end] / cost),
      '$',
      'value ÷ cost',
    ),
    row(
      'Composite',
      'Return',
      range((end) => returnOn(all[end], cost)),
      '%',
      '(value − cost) ÷ cost, whoever has the value',
    ),
    row(
      'Practice',
      'Return of the practice',
      range((end) => returnOn(own[end], cost)),
      '%',
      'of the value that the practice itself has',
    ),
    ...paybacks,
  ];
}

/** The measure as it counts, and below it each piece of its evidence. */
function measureRows({ measure, program, domain, stakeholder, value, evidence }: Measure): unknown[][] {
  const name = program === null ? measure : `${measure}, ${program}`;
  if (value === null)
    return evidence.map((each) =>
      row('Trend', name, improvement(each), 'a patient and year', `no unit value: a trend, not dollars; ${seen(each)}`),
    );
  return [
    dollars('Measure', name, value, `${stakeholder}; ${domain}`),
    ...evidence.map((each) => dollars('Evidence', name, valueOf(each)!, seen(each))),
  ];
}

/** Evidence without an effect says so. */
const seen = (outcome: Outcome): string =>
  `${outcome.design}${improvement(outcome).expected === 0 ? ', found no effect' : ''}: ${outcome.source}`;
