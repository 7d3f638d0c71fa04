/** The care team: who is on duty, what newcomers are worth, the places and minutes they make, and who is ordered. */
import { SETTING } from '../inputs/setting-cells';
import { MONTH, type MonthlySheet, type MonthRow } from '../monthly-sheet';
import { added, wholeAbove } from '../reading';
import { isStaffed, type ItemOf, type Who } from '../who';
import { scarcestPlaces } from './places';

/** Places of the items of all programs. */
export interface SharedTeam {
  places: MonthRow;
  free: MonthRow;
  /** Of those who would enroll, the fraction that does. */
  admitted: MonthRow;
}

export function fillTeam(sheet: MonthlySheet, who: Who, shared: SharedTeam | null): void {
  for (const item of who.items) if (item.team) fillItem(sheet, who, item);
  if (!shared) return;
  const stayed = added(who.programs.map(({ rows }) => rows.stayed.now));
  const asked = added(who.programs.map(({ rows }) => rows.asked.now));
  sheet
    .fill(shared.places, scarcestPlaces(sharedItems(who.items)))
    .fill(
      shared.free,
      `IF(ISNUMBER(${shared.places.now}),MAX(0,${shared.places.now}-(${stayed})),${shared.places.now})`,
    )
    .fill(
      shared.admitted,
      `IF(ISNUMBER(${shared.free.now}),IF(${asked}>${shared.free.now},${shared.free.now}/(${asked}),1),1)`,
    );
}

export const sharedItems = (items: readonly ItemOf[]): ItemOf[] =>
  items.filter((item) => item.program === null && isStaffed(item));

function fillItem(sheet: MonthlySheet, who: Who, item: ItemOf): void {
  const { drivers, staffing, training } = item;
  const rows = item.team!;
  const patients = (item.program?.statement ?? who.total).activePatients.now;
  sheet.fill(rows.isThere, isCharged(item));
  if (staffing === 'unlimited') {
    const units = `${patients}/${drivers.patientsPerUnit.now}`;
    sheet
      .fill(rows.units, `IF(${rows.isThere.now}=1,MAX(${drivers.minimumUnits.now},${wholeAbove(units, units)}),0)`)
      .fill(rows.effective, rows.units.now)
      .fill(rows.places, `${rows.units.now}*${drivers.patientsPerUnit.now}`)
      .fill(rows.minutes, minutes(item));
    return;
  }
  const typed = drivers.unitsOnDuty.now;
  const minimum = drivers.minimumUnits.now;
  const { hired, arriving } = rows;
  sheet
    .fill(rows.begun, `IF(OR(${rows.begun.before}=1,${rows.isThere.now}=1),1,0)`)
    .fill(
      arriving,
      staffing === 'as needed'
        ? `IF(${MONTH}>${SETTING.leadMonths}+1,N(INDEX(${rows.ordered.untilBefore},${MONTH}-${SETTING.leadMonths})),0)`
        : '0',
    )
    .fill(
      hired,
      `IF(AND(${rows.isThere.now}=1,${arriving.now}>0),MAX(${minimum}-${typed},${hired.before}),${hired.before})+${arriving.now}`,
    )
    .fill(rows.units, `IF(${rows.isThere.now}=1,MAX(${minimum},${typed}+${hired.now}),0)`)
    .fill(rows.counted, `IF(${rows.begun.now}=1,${rows.units.now},"not yet")`);
  let before = rows.counted;
  for (const row of training) {
    // Who joined last leaves first: those of so many months ago are the fewest there have been since.
    sheet.fill(row, `IF(${rows.begun.now}=1,MIN(${rows.counted.now},${before.beforeAsIs}),"not yet")`);
    before = row;
  }
  const months = training.map((row, i) => `(${SETTING.trainingMonths}>=${i + 1})*N(${row.now})`);
  sheet
    .fill(rows.effective, `(${added([`N(${rows.counted.now})`, ...months])})/(${SETTING.trainingMonths}+1)`)
    .fill(rows.places, `IF(${rows.isThere.now}=1,${rows.effective.now}*${drivers.patientsPerUnit.now},"not there")`)
    .fill(rows.minutes, minutes(item));
  if (staffing !== 'as needed') return;
  const open = `${rows.needed.now}-${rows.units.now}-${rows.onOrder.now}`;
  sheet
    .fill(rows.onOrder, `${rows.onOrder.before}+${rows.ordered.before}-${arriving.now}`)
    .fill(rows.needed, `IF(${rows.isThere.now}=1,${patients}/(${drivers.patientsPerUnit.now}*${SETTING.hireAt}),0)`)
    .fill(rows.ordered, `IF(${rows.isThere.now}=1,${wholeAbove(open, rows.needed.now)},0)`);
}

const minutes = ({ drivers, team }: ItemOf): string =>
  `IF(${team!.isThere.now}=1,${team!.effective.now}*${drivers.minutesPerUnit.now}*${drivers.productiveRate.now},0)`;

/** From its first month to its last; no end is a text. */
export const isCharged = ({ drivers }: Pick<ItemOf, 'drivers'>): string =>
  `IF(AND(${MONTH}>=${drivers.startMonth.now},OR(ISTEXT(${drivers.endMonth.now}),${MONTH}<=${drivers.endMonth.now})),1,0)`;
