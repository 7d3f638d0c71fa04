/** Who has to be on duty when: every month in which a role's units, or the units its panel needs, change. */
import type { Model, Staffing } from '../model/model';
import { concerns, Economics } from './month-economics';
import type { Projection } from '../project';
import { isCareUnit } from '../model/care-team';
import { wholeUnits } from '../math/whole-units';

export interface HirePlanRow {
  /** Counted from 1. */
  month: number;
  role: string;
  /** null: the role serves all programs. */
  program: string | null;
  staffing: Staffing;
  unitsOnDuty: number;
  /** Whole units for the active patients of the month. */
  unitsNeeded: number;
  /** The panel of the role at which one unit more brings what it costs; null where it would have to serve more patients than it can. */
  nextUnitPaysAt: number | null;
  /** Margin of the month before and of this one; null before the first month. */
  marginBefore: number | null;
  marginAfter: number;
}

/** @param program null for all programs. @returns no rows where no care team is bought by the unit */
export function hirePlan(model: Model, projection: Projection, program: string | null): HirePlanRow[] {
  const economics = new Economics(projection);
  const { margin } = economics.statement(program).series;
  const rows: HirePlanRow[] = [];
  economics.costItems.forEach((item, c) => {
    if (!isCareUnit(item) || !concerns(item, program)) return;
    const { activePatients } = economics.statement(item.program).series;
    let last: HirePlanRow | null = null;
    for (let t = 0; t < model.months; t++) {
      if (!economics.isCharged(c, t)) continue;
      const patientsPerUnit = economics.driver('patientsPerUnit', c, t);
      const unitsNeeded = wholeUnits(activePatients[t], patientsPerUnit, economics.driver('minimumUnits', c, t));
      const unitsOnDuty = economics.unitsOnDuty[c]?.[t] ?? unitsNeeded;
      if (last && last.unitsOnDuty === unitsOnDuty && last.unitsNeeded === unitsNeeded) continue;
      const contribution = economics.ofMonth(t, item.program)?.contributionPppm ?? 0;
      const patientsToPay = contribution > 0 ? economics.amount(c, t) / contribution : Infinity;
      last = {
        month: t + 1,
        role: item.item,
        program: item.program,
        staffing: item.staffing,
        unitsOnDuty,
        unitsNeeded,
        nextUnitPaysAt: patientsToPay <= patientsPerUnit ? unitsOnDuty * patientsPerUnit + patientsToPay : null,
        marginBefore: t > 0 ? margin[t - 1] : null,
        marginAfter: margin[t],
      };
      rows.push(last);
    }
  });
  return rows.sort((a, b) => a.month - b.month);
}
