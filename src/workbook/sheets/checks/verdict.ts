/** What a check says: its residual, or a word where there is none, and the verdict on it. */
import { NAMES } from '../../layout/names';
import { compareCorner } from '../compare/layout';
import { statementNames } from '../forecast/layout';
import { statementLineNames } from './line-names';
import { BEYOND, type CheckPlaces, type ModelCheck } from './model-check';

/** Whether the statement is there: what every figure drawn from it asks first. */
export const readyFormula = `IFERROR(SUMPRODUCT(--(${statementNames}=${statementLineNames}))=ROWS(${statementLineNames}),FALSE)`;

const DELETED = 'sheet deleted';

/**
 * OK, REVIEW or ERROR; never an error value itself. A check that has nothing to look at is not made: –. CALCULATING
 * while figures are on their way, of which nothing can be told.
 * @param stale cell with how many are
 */
export const verdictFormula = (
  residual: string,
  tolerance: string,
  severity: ModelCheck['severity'],
  stale: string,
): string =>
  `IF(N(${stale})>0,"CALCULATING",IF(ISNUMBER(${residual}),IF(ABS(${residual})<=${tolerance},"OK","${severity}"),IF(OR(${[DELETED, BEYOND].map((reason) => `${residual}="${reason}"`).join(',')}),"–","ERROR")))`;

/** The residual, or a word where there is none. */
export function residualFormula({ residual, standsAlone, onCompare }: ModelCheck, cells: CheckPlaces): string {
  const checked = `IFERROR(${residual(cells)},"error")`;
  const made = standsAlone ? checked : `IF(${NAMES.ready},${checked},"no forecast")`;
  return onCompare ? `IF(ISREF(${compareCorner}),${made},"${DELETED}")` : made;
}
