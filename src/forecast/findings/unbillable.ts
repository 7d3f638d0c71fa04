/** Months in which nobody is billable because minutes are asked for that nobody has: as notes on the payer's row. */
import { NOTHING } from '../../engine/math/tolerances';
import { monthOfForecast } from '../../tables/calendar';
import { note, type Finding, type PlaceMessage } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import type { Projections } from '../projections';
import { plainFirst, type Found } from './by-scenario';

export const unbillableFindings = (model: Projections): Finding[] =>
  plainFirst(model, (scenario) => ofScenario(model, scenario));

function ofScenario(model: Projections, scenario: string | null): Found[] {
  const { team, byProgram } = model.projection(scenario);
  if (!team) return [];
  const {
    payers,
    settings: { startMonth, months },
  } = model.inputs;
  const drivers = model.drivers(scenario);
  const found = new Map<string, Found>();
  for (const { program, payer: name, row, thresholdMinutes } of payers) {
    const s = drivers.segments.findIndex((segment) => segment.program === program && segment.payer === name);
    const { activePatients: active, minutesAvailable: minutes } = byProgram.get(program)!.series;
    const monthsWhere = (holds: (t: number) => boolean): number[] =>
      Array.from({ length: months }, (_, t) => t).filter(
        (t) => active[t] >= NOTHING && drivers.payer('shareOfPanel', s, t) > 0 && holds(t),
      );
    const place = cellsOf(PAYER_MIX, row, `${program}, ${name}`)('thresholdMinutes');
    const report = (
      key: string,
      inMonths: readonly number[],
      text: PlaceMessage<[messages.InMonths, program: string]>,
    ) => {
      if (inMonths.length === 0 || found.has(key)) return;
      const [first] = inMonths;
      const month = monthOfForecast(startMonth, first + 1);
      found.set(key, { key, finding: note(place, text, { scenario, month, months: inMonths.length }, program) });
    };
    // A program's payers share its minutes: the first row speaks for all.
    report(
      program,
      monthsWhere((t) => drivers.payer('thresholdMinutes', s, t) > 0 && minutes[t] === 0),
      messages.noMinutesLeft,
    );
    if (thresholdMinutes > 0)
      report(
        `${program} × ${name}`,
        monthsWhere(
          (t) => drivers.payer('thresholdMinutes', s, t) === 0 && drivers.payer('realizationRate', s, t) === 0,
        ),
        messages.thresholdTakenAway,
      );
  }
  return [...found.values()];
}
