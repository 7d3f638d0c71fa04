/** What each planned change and adjustment does month by month: every one is a step, value × factor + amount. */
import { TAB_COLORS } from '../../workbook/layout/look';
import { MONTH, MonthlySheet, type MonthRow } from '../monthly-sheet';
import type { Move, Order } from '../inputs/order';
import { SETTING } from '../inputs/setting-cells';

export interface Step extends Move {
  factor: MonthRow;
  amount: MonthRow;
}

export function drawMoves(
  { moves }: Order,
  months: number,
): { sheet: MonthlySheet; steps: ReadonlyMap<string, readonly Step[]> } {
  const sheet = new MonthlySheet('Moves', TAB_COLORS.results, months, {
    purpose: 'What planned changes and the scenario do, month by month',
    tip: 'A value becomes value × factor + amount: set is 0 and the value, multiply its value and 0, add 1 and its value; 1 and 0 change nothing.',
    start: SETTING.start,
    third: '',
  });
  const steps = new Map(
    [...moves].map(([driver, list]) => [
      driver,
      list.map((move): Step => {
        sheet.title(move.label);
        const factor = sheet.row('Factor', '×');
        const amount = sheet.row('Amount', 'as the driver');
        const { kind, value, from, to } = move;
        const isInForce = `AND(ISNUMBER(${value}),${MONTH}>=${from},OR(${to}="",${MONTH}<=${to}))`;
        sheet
          .fill(factor, `IF(${isInForce},IF(${kind}="set",0,IF(${kind}="multiply",${value},1)),1)`)
          .fill(amount, `IF(${isInForce},IF(${kind}="multiply",0,${value}),0)`)
          .skip();
        return { ...move, factor, amount };
      }),
    ]),
  );
  return { sheet, steps };
}
