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
import { cash } from './cash';
import { checkModel } from './check-model';
import { claimSuccess } from './claim-success';
import { delay } from './delay';
import { deviceDays } from './device-days';
import { enrollment } from './enrollment';
import { explain } from './explain';
import { forecast } from './forecast';
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
import { staffing } from './staffing';
import { stepCost } from './step-cost';
import { survival } from './survival';

type WorksheetFunction = (...args: never[]) => unknown[][];
/** Takes its time: it works in slices, so that Excel stays responsive. */
type SlowFunction = (...args: never[]) => unknown[][] | Promise<unknown[][]>;

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
};

/** Functions that most workbooks do not use come in files of their own, a room each, loaded when a cell first asks. */
const LATER: Readonly<Record<string, () => Promise<SlowFunction>>> = {
  CAPITATION: () => import(/* webpackChunkName: "contracts" */ './capitation').then(({ capitation }) => capitation),
  SHAREDSAVINGS: () =>
    import(/* webpackChunkName: "contracts" */ './shared-savings').then(({ sharedSavings }) => sharedSavings),
  RISKBAND: () => import(/* webpackChunkName: "contracts" */ './risk-band').then(({ riskBand }) => riskBand),
  ACCESSPAY: () => import(/* webpackChunkName: "contracts" */ './access-pay').then(({ accessPay }) => accessPay),
  CAREFEE: () => import(/* webpackChunkName: "contracts" */ './care-fee').then(({ careFee }) => careFee),
  COMPLETE: () => import(/* webpackChunkName: "actuals" */ './complete').then(({ complete }) => complete),
  MONTHLY: () => import(/* webpackChunkName: "actuals" */ './monthly').then(({ monthly }) => monthly),
  VARIANCE: () => import(/* webpackChunkName: "actuals" */ './variance').then(({ variance }) => variance),
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

/** What the cell shows instead of an answer. */
function refusal(id: string, error: unknown): unknown {
  return error instanceof InputError
    ? cellError(error)
    : new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, messages.ourFault(id, error));
}

for (const [id, calculate] of Object.entries(FUNCTIONS)) {
  CustomFunctions.associate(id, (...args: never[]) => {
    try {
      return cellAnswers(calculate(...(args.map(plainValues) as never[])));
    } catch (error) {
      throw refusal(id, error);
    }
  });
}

for (const [id, load] of Object.entries(LATER)) {
  CustomFunctions.associate(id, async (...args: never[]) => {
    try {
      const calculate = await load().catch(() => {
        throw new InputError(messages.notLoaded(id));
      });
      return cellAnswers(await calculate(...(args.map(plainValues) as never[])));
    } catch (error) {
      throw refusal(id, error);
    }
  });
}
