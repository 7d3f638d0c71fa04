/** LEAKAGE of the second implementation: docs/model.md, “From eligible patients to cash”, patient by patient month. */
import type { Leakage } from '../../../src/engine/analysis/leakage';
import type { Model } from '../../../src/engine/model/model';
import { collectedShare, LONGEST_WAIT, partAfter, reference, type ProgramMonth } from './project';

export function referenceLeakage(model: Model, program: string | null, from: number, to: number): Leakage {
  const patients = { eligible: 0, enrolled: 0, billable: 0, claimed: 0, paid: 0, collected: 0 };
  const dollars = { ...patients };
  let cashCollected = 0;
  let cashToCome = 0;
  reference(model).months.forEach((programs, t) => {
    const month = t + 1;
    if (month < from || month > to) return;
    for (const ofMonth of programs) {
      if (!ofMonth.launched || (program !== null && ofMonth.name !== program)) continue;
      const outside = notEnrolled(model, ofMonth);
      for (const { payer, share, active, billable } of ofMonth.segments) {
        const refused = billable * (1 - payer.cleanClaimRate);
        const appealed = refused * payer.appealRate;
        const steps = {
          eligible: active + outside * share,
          enrolled: active,
          billable,
          claimed: billable - (refused - appealed),
          paid: billable - refused + appealed * payer.overturnRate,
          collected: (billable - refused + appealed * payer.overturnRate) * collectedShare(payer),
        };
        for (const step of Object.keys(steps) as (keyof typeof steps)[]) {
          patients[step] += steps[step];
          dollars[step] += steps[step] * payer.allowedPppm;
        }
        const cash = steps.collected * payer.allowedPppm;
        for (let wait = 0; wait <= LONGEST_WAIT; wait++) {
          if (month + wait <= model.months) cashCollected += cash * partAfter(payer, wait);
          else cashToCome += cash * partAfter(payer, wait);
        }
      }
    }
  });
  return { patients, dollars, cashCollected, cashToCome };
}

function notEnrolled(
  { basis }: Model,
  { program, eligibleLeft, waitingBefore, candidates, enrolled }: ProgramMonth,
): number {
  const knowsEligible = program.eligiblePatients < Infinity;
  const before = knowsEligible ? eligibleLeft : waitingBefore;
  const after = knowsEligible ? eligibleLeft - enrolled : candidates - enrolled;
  if (basis === 'average') return (before + after) / 2;
  return basis === 'closing' ? after : before;
}
