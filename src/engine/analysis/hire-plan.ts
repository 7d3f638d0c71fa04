/** Who has to be on duty when: every month in which a role comes, goes, or has other units, on duty or needed. */
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
  /** Not in the month after its last. */
  isThere: boolean;
  unitsOnDuty: number;
  /** Whole units for the active patients of the month. */
  unitsNeeded: number;
  /** The panel of the role at which one unit more brings what it costs; null where it would have to serve more patients than it can, and where the role is gone. */
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
    let last: Staff | null = null;
    for (let t = 0; t < model.months; t++) {
      const staff = staffOf(economics, c, t, activePatients[t]);
      const before = last;
      last = staff;
      // Who was not there and is not there: nothing changes.
      if (!staff && !before) continue;
      if (staff && before && staff.onDuty === before.onDuty && staff.needed === before.needed) continue;
      rows.push({
        month: t + 1,
        role: item.item,
        program: item.program,
        staffing: item.staffing,
        isThere: staff !== null,
        unitsOnDuty: staff ? staff.onDuty : 0,
        unitsNeeded: staff ? staff.needed : 0,
        nextUnitPaysAt: staff && nextUnitPaysAt(economics, c, t, staff.onDuty),
        marginBefore: t > 0 ? margin[t - 1] : null,
        marginAfter: margin[t],
      });
    }
  });
  return rows.sort((a, b) => a.month - b.month);
}

/** Units of an item that is there. */
interface Staff {
  onDuty: number;
  needed: number;
}

function staffOf(economics: Economics, c: number, t: number, activePatients: number): Staff | null {
  if (!economics.isCharged(c, t)) return null;
  const needed = wholeUnits(
    activePatients,
    economics.driver('patientsPerUnit', c, t),
    economics.driver('minimumUnits', c, t),
  );
  const isUnlimited = economics.costItems[c].staffing === 'unlimited';
  return { onDuty: isUnlimited ? needed : economics.unitsOnDuty[c]![t], needed };
}

function nextUnitPaysAt(economics: Economics, c: number, t: number, onDuty: number): number | null {
  const contribution = economics.contribution(t, economics.costItems[c].program);
  const patientsPerUnit = economics.driver('patientsPerUnit', c, t);
  const patients = contribution > 0 ? economics.amount(c, t) / contribution : Infinity;
  return patients <= patientsPerUnit ? onDuty * patientsPerUnit + patients : null;
}
