import { complete as completed, type Completed, type CompletedRow } from '../actuals/complete/complete';
import { factorError, type Factor } from '../actuals/complete/factors';
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/estimates';
import { AT_LEAST_ZERO, isOmitted, numbers } from './arguments/number-grid';
import { triangleOf } from './arguments/triangle-argument';

/**
 * What is still to come of claims, by the chain ladder with Mack's standard error: observed, ultimate, still to come.
 *
 * Running totals grow from one delay to the next by the factor Σ next ÷ Σ this, over the rows that have both. A row's last amount × the factors after it is its ultimate. Blank and 0 are alike: a 0 before a row's first amount is a true 0, one after it is left out, and behind the latest diagonal nothing is observed yet.
 *
 * With an exposure, such as claims submitted by month, a row's ultimate is its amount + the share still to come × exposure × the rate of all rows together: for the youngest months, whose own amounts say little.
 *
 * @customfunction COMPLETE
 * @category Actuals
 * @helpurl help/COMPLETE.html
 * @param triangle Running totals: a row a month of service in order, a column a delay 0, 1, 2 …; with delays as headers and months before the rows, or without either.
 * @param [exposure] What could bring the amounts, e.g. claims submitted: a cell for each row of the triangle; blank or 0 = completed by the chain ladder.
 * @returns A header row, a row for each of the triangle and their total: observed, share developed, ultimate, still to come, standard error, note. To their right a row a factor: from and to delay, factor, its error, sigma, note.
 * @throws A cell that is no number; headers that are no delays; months that do not follow each other; an exposure of another length.
 * @example
 * =PPPM.COMPLETE({100,150,165;110,176,0;120,0,0})
 * → {"Row","Observed","Share developed","Ultimate","Still to come","Standard error","Note","Delay","Factor","Factor error","Sigma","Note on the factor";1,165,1,165,0,0,"","0 to 1",1.5524,0.0499,0.7237,"";2,176,0.9091,193.6,17.6,14.15,"","1 to 2",1.1,0.0591,0.7237,"";3,120,0.5856,204.91,84.91,18.39,"","","","","","";"Total",461,0.8181,563.51,102.51,27.71,"","","","","",""} (rounded)
 */
export function complete(triangle: unknown[][], exposure?: unknown[][]): unknown[][] {
  const { labels, title, amounts } = triangleOf(triangle);
  const volumes = isOmitted(exposure) ? undefined : exposureOf(exposure, amounts.length);
  const answer = completed(amounts, volumes);
  const left = [
    ...answer.rows.map((row, i) => ofRow(labels[i], row, volumes?.[i])),
    ['Total', answer.latest, developedOf(answer), answer.ultimate, answer.toCome, answer.error ?? '', ''],
  ];
  const right = answer.factors.map(ofFactor);
  const header = [title, 'Observed', 'Share developed', 'Ultimate', 'Still to come', 'Standard error', 'Note'];
  const blank = (row: readonly unknown[]) => row.map(() => '');
  return [
    [...header, ...FACTOR_HEADER],
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
      ...(left[i] ?? blank(header)),
      ...(right[i] ?? blank(FACTOR_HEADER)),
    ]),
  ];
}

const FACTOR_HEADER = ['Delay', 'Factor', 'Factor error', 'Sigma', 'Note on the factor'];

const developedOf = ({ latest, ultimate }: Completed): unknown => (ultimate === 0 ? '' : latest / ultimate);

function ofRow(label: unknown, row: CompletedRow, volume: number | undefined): unknown[] {
  const notes = [
    ...(row.holes.length ? [messages.rowHasHoles(row.holes)] : []),
    ...(row.falls.length ? [messages.rowFalls(row.falls)] : []),
    ...(row.error === null ? [messages.rowByExposure()] : row.isEmpty ? [messages.rowIsEmpty()] : []),
    ...(volume === 0 ? [messages.rowWithoutExposure()] : []),
  ];
  const name = typeof label === 'number' || typeof label === 'string' ? label : '';
  return [name, row.latest, row.developed, row.ultimate, row.toCome, row.error ?? '', notes.join(' ')];
}

function ofFactor(factor: Factor, delay: number): unknown[] {
  const note = !factor.isKnown ? messages.factorUnknown() : !factor.hasVariance ? messages.factorWithoutError() : '';
  return [`${delay} to ${delay + 1}`, factor.factor, factorError(factor), Math.sqrt(factor.variance), note];
}

/** The exposure by row; a header above it is passed over. */
function exposureOf(argument: unknown, rows: number): Float64Array {
  const given = Array.isArray(argument) ? (argument as unknown[]).flat() : [argument];
  const hasHeader = given.length === rows + 1 && typeof given[0] === 'string';
  const { values } = numbers('exposure', [hasHeader ? given.slice(1) : given], AT_LEAST_ZERO);
  if (values.length !== rows) throw new InputError(messages.exposureLength(values.length, rows));
  return values;
}
