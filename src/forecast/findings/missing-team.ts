/** Months with patients in which a program's planned or as-needed team is not there at all: as a note on its first item. */
import { NOTHING } from '../../engine/math/tolerances';
import { isCareUnit } from '../../engine/model/care-team';
import { monthOfForecast } from '../../tables/calendar';
import { note } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { COSTS } from '../../tables/schemas/costs';
import { plainFirst } from './finder';

export const missingTeams = plainFirst(({ costs, programs, settings }, { scenario, projection, drivers }) => {
  const limited = costs.filter((item) => isCareUnit(item) && item.staffing !== 'unlimited');
  if (limited.length === 0) return [];
  return programs.flatMap(({ name }) => {
    const team = limited.filter(({ program }) => program === null || program === name);
    if (team.length === 0) return [];
    const items = team.map((item) => drivers.placeOf(item));
    const uncharged = drivers.months.filter((t) => !items.some((c) => drivers.isCharged(c, t)));
    // Where somebody is always there nobody needs to know who is cared for: at the largest tables that is a third of the work.
    if (uncharged.length === 0) return [];
    const active = projection.byProgram.get(name)!.series.activePatients;
    const without = uncharged.filter((t) => active[t] >= NOTHING);
    if (without.length === 0) return [];
    const [first] = without;
    const { row, item } = team[0];
    const isYetToStart = first + 1 < drivers.cost('startMonth', items[0], first);
    const place = cellsOf(COSTS, row, item)(isYetToStart ? 'startMonth' : 'endMonth');
    const inMonths = { scenario, month: monthOfForecast(settings.startMonth, first + 1), months: without.length };
    return [{ key: name, finding: note(place, messages.teamMissing, inMonths, name) }];
  });
});
