/** Whether parts add to the whole: programs, months, and the scenarios that Compare shows. */
import type { LineKey } from '../../../engine/model/lines';
import { type Place, reference } from '../../plan/cells';
import { NAMES } from '../../layout/names';
import { places, ROOM } from '../../layout/room';
import { scenarioTotals } from '../compare/layout';
import { lineMonths, lineTotal, type ProgramLine, programMonths, programName } from '../forecast/layout';
import { allProgramNames, allScenarioNames, programNames, scenarioNames, scenarioNumber } from './names-as-read';
import { apart, BEYOND, DOLLARS, header, type ModelCheck, PATIENTS } from './model-check';

const SUMMED: readonly LineKey[] = [
  'newPatients',
  'lostPatients',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'totalCost',
  'margin',
];
const LAST_MONTH: readonly LineKey[] = ['closingPatients', 'receivable', 'cumulativeCash'];

const given = (names: Place): string => `COUNTIF(${reference(names)},"?*")`;
const sumOf = (key: ProgramLine): string =>
  places(ROOM.programs)
    .map((program) => programMonths(program, key))
    .join('+');

const programCheck = (key: ProgramLine, what: string, tolerance: number): ModelCheck => ({
  test: `Programs add to the total: ${what}`,
  compared: `Sum of the programs’ ${what} against the statement, each month`,
  residual: () =>
    `IF(${given(allProgramNames)}>ROWS(${reference(programNames)}),"${BEYOND}",${apart(sumOf(key), lineMonths(key))})`,
  tolerance,
  severity: 'ERROR',
  where: 'Forecast, by program',
});

const activeNumber = scenarioNumber(NAMES.scenario);

export const SUMS: readonly ModelCheck[] = [
  programCheck('allowedRevenue', 'allowed revenue', DOLLARS),
  programCheck('totalCost', 'total cost', DOLLARS),
  programCheck('closingPatients', 'closing patients', PATIENTS),
  {
    test: 'Every program is shown',
    compared: `Programs of Panel less those with a block on Forecast, which has room for ${ROOM.programs}`,
    residual: () =>
      `${given(allProgramNames)}-(${places(ROOM.programs)
        .map((program) => `(${programName(program)}<>"")`)
        .join('+')})`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Forecast, by program: the statement holds the others, too',
  },
  {
    test: 'Every scenario is shown',
    compared: `Scenarios beyond the ${ROOM.scenarios} that Compare has room for`,
    residual: () => `MAX(0,${given(allScenarioNames)}-ROWS(${reference(scenarioNames)}))`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Scenarios: move the columns to be compared to the left',
    standsAlone: true,
  },
  {
    test: 'Totals are the sum of the months',
    compared: 'Total column of seven flows against the sum of their months',
    residual: () => SUMMED.map((key) => `ABS(${lineTotal(key)}-SUM(${lineMonths(key)}))`).join('+'),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, column C',
  },
  {
    test: 'Totals of balances are the last month',
    compared: 'Total column of three balances against their last month',
    residual: () =>
      LAST_MONTH.map((key) => `ABS(${lineTotal(key)}-INDEX(${lineMonths(key)},COUNT(${header})))`).join('+'),
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Forecast, column C',
  },
  {
    test: 'Compare agrees with Forecast',
    compared: 'Revenue of the active scenario on Compare, found by its name, less revenue on Forecast',
    residual: () =>
      `IF(${activeNumber}=0,"not shown",INDEX(${scenarioTotals('allowedRevenue')},${activeNumber})-${lineTotal('allowedRevenue')})`,
    tolerance: DOLLARS,
    severity: 'ERROR',
    where: 'Start, Active scenario; Compare, Scenarios',
    onCompare: true,
  },
  {
    test: 'Scenarios are compared with one that is there',
    compared: '1 where the name in Compared with is none of the scenarios shown, else 0',
    residual: () => `IF(${scenarioNumber(NAMES.baseScenario)}=0,1,0)`,
    tolerance: 0,
    severity: 'REVIEW',
    where: 'Compare, Compared with',
    standsAlone: true,
    onCompare: true,
  },
];
