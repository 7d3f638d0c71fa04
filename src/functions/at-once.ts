/** Functions that answer at once: those that simple formulas and the workbook's first sheets ask for. */
import type { WorksheetFunction } from './answering';
import { allowed } from './allowed';
import { attrition } from './attrition';
import { billable } from './billable';
import { cash } from './cash';
import { checkModel } from './check-model';
import { claimSuccess } from './claim-success';
import { enrollment } from './enrollment';
import { forecast } from './forecast';
import { monthlyRate } from './monthly-rate';
import { panel } from './panel';
import { payerMix } from './payer-mix';
import { pmpm } from './pmpm';
import { programs } from './programs';
import { realization } from './realization';
import { rate } from './rate';
import { revenue } from './revenue';
import { scenarioNames } from './scenario-names';
import { staffing } from './staffing';
import { stepCost } from './step-cost';
import { survival } from './survival';

export const AT_ONCE: Readonly<Record<string, WorksheetFunction>> = {
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
  RATE: rate,
  ALLOWED: allowed,
  CASH: cash,
  STAFFING: staffing,
  STEPCOST: stepCost,
  PMPM: pmpm,
  FORECAST: forecast,
  CHECKMODEL: checkModel,
  PROGRAMS: programs,
  SCENARIONAMES: scenarioNames,
};
