/** One-off costs whose start is moved after they were charged: as a note on the change. */
import { inWorkingOrder, isInForce, touches } from '../../engine/inputs/changes';
import { monthOfForecast } from '../../tables/calendar';
import { note } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { CHANGES } from '../../tables/schemas/changes';
import { driverName } from '../../tables/schemas/driver-names';
import { plainFirst } from './finder';

export const movedOneOffs = plainFirst(({ changes, costs, settings }, { scenario, drivers }) => {
  const moves = changes.filter(({ driver }) => driver === 'startMonth').sort(inWorkingOrder);
  // Scenarios hold from the first month on: only a planned change can move a start later.
  if (moves.length === 0) return [];
  return costs.flatMap((cost) => {
    if (cost.basis !== 'one-off') return [];
    const { item, program } = cost;
    const c = drivers.placeOf(cost);
    const charged = drivers.months.find((t) => drivers.isCharged(c, t));
    if (charged === undefined) return [];
    const start = drivers.cost('startMonth', c, charged);
    const moved = drivers.months.filter((t) => t > charged && drivers.cost('startMonth', c, t) !== start);
    if (moved.length === 0) return [];
    const [first] = moved;
    // The last of those that are in force in but one of the two months.
    const change = moves
      .filter((each) => touches(each, 'startMonth', { program, payer: null, item }))
      .filter((each) => isInForce(each, first + 1) !== isInForce(each, charged + 1))
      .pop()!;
    const place = cellsOf(
      CHANGES,
      change.row,
      driverName(change.driver),
    )(isInForce(change, first + 1) ? 'fromMonth' : 'toMonth');
    const month = (t: number) => monthOfForecast(settings.startMonth, t + 1);
    const inMonths = { scenario, month: month(first), months: moved.length };
    const finding = note(place, messages.movedAfterCharge, inMonths, item, month(charged));
    return [{ key: JSON.stringify([place, program, item]), finding }];
  });
});
