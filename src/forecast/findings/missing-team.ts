/** Months with patients in which a program's planned or as-needed team is not there at all: as a note on its first item. */
import { NOTHING } from '../../engine/math/tolerances';
import { isCareUnit } from '../../engine/model/care-team';
import { monthOfForecast } from '../../tables/calendar';
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { COSTS } from '../../tables/schemas/costs';
import type { Projections } from '../projections';
import { plainFirst, type Found } from './by-scenario';

export const missingTeamFindings = (model: Projections): Finding[] =>
  plainFirst(model, (scenario) => ofScenario(model, scenario));

function ofScenario(model: Projections, scenario: string | null): Found[] {
  const { costs, programs, settings } = model.inputs;
  const limited = costs.filter((item) => isCareUnit(item) && item.staffing !== 'unlimited');
  if (limited.length === 0) return [];
  const drivers = model.drivers(scenario);
  return programs.flatMap(({ name }) => {
    const team = limited.filter(({ program }) => program === null || program === name);
    if (team.length === 0) return [];
    const items = team.map((item) => drivers.costItems.indexOf(item));
    const active = model.projection(scenario).byProgram.get(name)!.series.activePatients;
    const without = Array.from(active.keys()).filter(
      (t) => active[t] >= NOTHING && !items.some((c) => drivers.isCharged(c, t)),
    );
    if (without.length === 0) return [];
    const [first] = without;
    const { row, item } = team[0];
    const isYetToStart = first + 1 < drivers.cost('startMonth', items[0], first);
    const place = cellsOf(COSTS, row, item)(isYetToStart ? 'startMonth' : 'endMonth');
    const inMonths = { scenario, month: monthOfForecast(settings.startMonth, first + 1), months: without.length };
    return [{ key: name, finding: note(place, messages.teamMissing, inMonths, name) }];
  });
}
