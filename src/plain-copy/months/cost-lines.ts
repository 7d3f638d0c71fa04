/** Cost items: when each is charged, at which amount, by what it is multiplied. */
import { MONTH, type MonthlySheet } from '../monthly-sheet';
import { wholeAbove } from '../reading';
import type { ItemOf, Who } from '../who';
import { isCharged } from './team';

export function fillCosts(sheet: MonthlySheet, who: Who): void {
  for (const item of who.items) {
    const { rows, drivers, basis, team } = item;
    const isThere = isCharged(item);
    sheet
      // A one-off is charged once, in the first month that is not before its start.
      .fill(rows.charged, basis === 'one-off' ? `IF(SUM(${rows.charged.untilBefore})>0,0,${isThere})` : isThere)
      .fill(
        rows.increase,
        basis === 'percent of cash'
          ? '1'
          : `IF(${MONTH}=1,1,${rows.increase.before}*IF(MOD(${MONTH}-1,12)=0,1+${drivers.annualIncrease.now},1))`,
      )
      .fill(rows.amount, `${drivers.amount.now}*${rows.increase.now}`)
      .fill(rows.counted, team ? team.units.now : `IF(${rows.charged.now}=1,${counted(item, who)},0)`)
      .fill(rows.cost, `${rows.charged.now}*${rows.amount.now}*${rows.counted.now}`);
  }
}

/** What the amount is multiplied by, of the programs that bear the item. */
function counted({ basis, drivers, program }: ItemOf, { total }: Who): string {
  const bearer = program?.statement ?? total;
  switch (basis) {
    case 'per month':
    case 'one-off':
      return '1';
    case 'per active patient':
      return bearer.activePatients.now;
    case 'per new patient':
      return bearer.newPatients.now;
    case 'percent of cash':
      return bearer.cashCollected.now;
    case 'per unit': {
      const units = `${bearer.activePatients.now}/${drivers.patientsPerUnit.now}`;
      return `MAX(${drivers.minimumUnits.now},${wholeAbove(units, units)})`;
    }
  }
}
