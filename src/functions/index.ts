/** Makes the worksheet functions known to Excel. Needs the global CustomFunctions and nothing else. */
import { allowed } from './allowed';
import { answering, answeringLater, type WorksheetFunction } from './answering';
import { attrition } from './attrition';
import { billable } from './billable';
import { cash } from './cash';
import { checkModel } from './check-model';
import { claimSuccess } from './claim-success';
import { deviceDays } from './device-days';
import { enrollment } from './enrollment';
import { forecast } from './forecast';
import { LATER } from './later';
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
  CHECKMODEL: checkModel,
  PROGRAMS: programs,
  SCENARIONAMES: scenarioNames,
};

for (const [id, calculate] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, answering(id, calculate));
for (const [id, load] of Object.entries(LATER)) CustomFunctions.associate(id, answeringLater(id, load));
