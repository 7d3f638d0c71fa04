/**
 * Makes the worksheet functions known to Excel. Needs the global CustomFunctions and nothing else. An input
 * error becomes the cell's error with its text; any other error is ours and says so.
 */
import { InputError } from '../tables/messages/input-error';
import * as messages from '../tables/messages/arguments';
import { allowed } from './allowed';
import { plainValues } from './arguments/plain-values';
import { attrition } from './attrition';
import { billable } from './billable';
import { breakEven } from './break-even';
import { bridge } from './bridge';
import { cash } from './cash';
import { checkModel } from './check-model';
import { claimSuccess } from './claim-success';
import { delay } from './delay';
import { deviceDays } from './device-days';
import { enrollment } from './enrollment';
import { explain } from './explain';
import { forecast } from './forecast';
import { grid } from './grid';
import { hirePlan } from './hire-plan';
import { leakage } from './leakage';
import { monthlyRate } from './monthly-rate';
import { panel } from './panel';
import { payerMix } from './payer-mix';
import { pmpm } from './pmpm';
import { programs } from './programs';
import { realization } from './realization';
import { rate } from './rate';
import { rateInfo } from './rate-info';
import { revenue } from './revenue';
import { scenarioNames } from './scenario-names';
import { scenarios } from './scenarios';
import { sensitivity } from './sensitivity';
import { solve } from './solve';
import { staffing } from './staffing';
import { stepCost } from './step-cost';
import { survival } from './survival';

type WorksheetFunction = (...args: never[]) => unknown[][];

const FUNCTIONS: Readonly<Record<string, WorksheetFunction>> = {
  PANEL: panel,
  ATTRITION: attrition,
  ENROLLMENT: enrollment,
  SURVIVAL: survival,
  MONTHLYRATE: monthlyRate,
  REVENUE: revenue,
  BILLABLE: billable,
  CLAIMSUCCESS: claimSuccess,
  PAYERMIX: payerMix,
  REALIZATION: realization,
  DEVICEDAYS: deviceDays,
  RATE: rate,
  ALLOWED: allowed,
  RATEINFO: rateInfo,
  CASH: cash,
  STAFFING: staffing,
  STEPCOST: stepCost,
  PMPM: pmpm,
  FORECAST: forecast,
  EXPLAIN: explain,
  CHECKMODEL: checkModel,
  LEAKAGE: leakage,
  BREAKEVEN: breakEven,
  DELAY: delay,
  HIREPLAN: hirePlan,
  PROGRAMS: programs,
  SCENARIONAMES: scenarioNames,
  SENSITIVITY: sensitivity,
  GRID: grid,
  SOLVE: solve,
  SCENARIOS: scenarios,
  BRIDGE: bridge,
};

const cellError = (error: InputError) =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode[error.kind], error.message);

/** An answer's cells as Excel takes them; a figure that is not finite would show as a bare #NUM!. */
function cellAnswers(answer: unknown[][]): unknown[][] {
  for (const row of answer) {
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (typeof cell === 'number') {
        if (!Number.isFinite(cell)) row[c] = cellError(new InputError(messages.notFinite()));
      } else if (cell instanceof InputError) row[c] = cellError(cell);
    }
  }
  return answer;
}

for (const [id, calculate] of Object.entries(FUNCTIONS)) {
  CustomFunctions.associate(id, (...args: never[]) => {
    try {
      return cellAnswers(calculate(...(args.map(plainValues) as never[])));
    } catch (error) {
      if (error instanceof InputError) throw cellError(error);
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, messages.ourFault(id, error));
    }
  });
}
