/** A forecast cut at a month: what it forecast up to there is taken for what was. */
import type { ActualMonth, Model } from '../../../src/engine/model/model';
import { reference } from './project';

/** What of it a monthly table tells. */
export interface Told {
  active: boolean;
  cost: boolean;
  minutes: boolean;
}

/** The same practice after its first months, which went as forecast: worked out by the second implementation. */
export function cutAt(model: Model, months: number, told: Told): Model {
  const { months: forecast, byProgram } = reference(model);
  const rows = forecast.slice(0, months).flatMap((programs, t) =>
    programs
      .filter(({ launched }) => launched)
      .flatMap(({ name, program, candidates, enrolled, segments }) =>
        segments.map((segment, s): ActualMonth => {
          const { lines } = byProgram.get(name)!;
          // A program's own figures stand on the row of its first payer.
          const once = (value: number) => (s === 0 ? value : 0);
          return {
            program: name,
            payer: segment.payer.payer,
            month: t + 1,
            openingPatients: segment.opening,
            newPatients: segment.added,
            lostPatients: segment.opening - segment.stayed,
            closingPatients: segment.closing,
            activePatients: told.active ? segment.active : null,
            billablePatients: segment.billable,
            paidClaims: segment.claims,
            allowedRevenue: segment.revenue,
            cashCollected: segment.cash,
            minutes: told.minutes ? once(lines.minutesUsed[t]) : null,
            cost: told.cost ? once(lines.totalCost[t]) : null,
            referrals: once(program.referrals),
            waitingPatients: once(candidates - enrolled),
          };
        }),
      ),
  );
  return { ...model, actual: { months, rows } };
}
