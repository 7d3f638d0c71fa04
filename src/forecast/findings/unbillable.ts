/** Months in which nobody is billable because minutes are asked for that nobody has: as notes on the payer's row. */
import { NOTHING } from '../../engine/math/tolerances';
import { monthOfForecast } from '../../tables/calendar';
import { note, type PlaceMessage } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { cellsOf } from '../../tables/messages/place';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { plainFirst, type Found } from './finder';

export const unbillable = plainFirst(({ payers, settings }, { scenario, projection, drivers }) => {
  const { team, byProgram } = projection;
  if (!team) return [];
  const found = new Map<string, Found>();
  for (const payer of payers) {
    const { program, payer: name, row, thresholdMinutes } = payer;
    const s = drivers.placeOf(payer);
    const { activePatients: active, minutesAvailable: minutes } = byProgram.get(program)!.series;
    const monthsWhere = (holds: (t: number) => boolean): number[] =>
      drivers.months.filter((t) => active[t] >= NOTHING && drivers.payer('shareOfPanel', s, t) > 0 && holds(t));
    const place = cellsOf(PAYER_MIX, row, `${program}, ${name}`)('thresholdMinutes');
    const report = (
      key: string,
      inMonths: readonly number[],
      text: PlaceMessage<[messages.InMonths, program: string]>,
    ) => {
      if (inMonths.length === 0 || found.has(key)) return;
      const [first] = inMonths;
      const month = monthOfForecast(settings.startMonth, first + 1);
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
});
