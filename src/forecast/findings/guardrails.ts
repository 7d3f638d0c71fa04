/** Months in which a line of the statement crosses the limit set for it, as notes on the setting. */
import { NOTHING } from '../../engine/math/tolerances';
import { lineByKey } from '../../engine/model/lines';
import type { Projection } from '../../engine/project';
import type { Statement } from '../../engine/month/statement';
import { monthOfForecast } from '../../tables/calendar';
import { note } from '../../tables/messages/finding';
import { cellsOf } from '../../tables/messages/place';
import type { SetGuardrail } from '../../tables/schemas/guardrails';
import * as messages from '../../tables/messages/notes';
import { SETTINGS } from '../../tables/schemas/settings';
import { brief } from '../../tables/messages/wording';
import { lookedAt, type Finder } from './finder';

/** A finding a guardrail and scenario: its worst month. */
export const crossedGuardrails: Finder<readonly (Crossed | null)[]> = {
  look: ({ settings }, { projection }) => settings.guardrails.map((guardrail) => worst(guardrail, projection)),
  tell: (inputs, sights) => {
    const { guardrails, startMonth } = inputs.settings;
    return guardrails.flatMap((guardrail, g) =>
      lookedAt(inputs, sights).flatMap(({ scenario, seen }) => {
        const crossed = seen[g];
        if (!crossed) return [];
        const { name: line } = lineByKey.get(guardrail.line)!;
        const name = crossed.program === null ? line : `${line} (${brief(crossed.program, 30)})`;
        const [value, limit] = apart(guardrail, crossed.value);
        const month = monthOfForecast(startMonth, crossed.month);
        const side = guardrail.bound === 'least' ? 'under' : 'over';
        const { advice } = guardrail;
        return [
          note(cellsOf(SETTINGS, guardrail.row, guardrail.header)('value'), () =>
            messages.guardrailCrossed({
              line: name,
              scenario,
              month,
              value,
              side,
              limit,
              months: crossed.months,
              advice,
            }),
          ),
        ];
      }),
    );
  },
};

interface Crossing {
  month: number;
  value: number;
  /** How many months cross the limit. */
  months: number;
}

/** null is all programs together. */
type Crossed = Crossing & { program: string | null };

/** All programs together, or the program that crosses the limit further. */
function worst(guardrail: SetGuardrail, { total, byProgram }: Projection): Crossed | null {
  const looked: [string | null, Statement][] = [
    [null, total],
    ...(guardrail.eachProgram && byProgram.size > 1 ? byProgram : []),
  ];
  const crossings = looked.flatMap(([program, statement]) => {
    const crossing = worstMonth(guardrail, statement);
    return crossing ? [{ ...crossing, program }] : [];
  });
  const sign = guardrail.bound === 'least' ? -1 : 1;
  return crossings.reduce<Crossed | null>(
    (most, crossing) =>
      most && sign * (crossing.value - most.value) <= 1e-9 * Math.max(1, guardrail.limit) ? most : crossing,
    null,
  );
}

function worstMonth({ line, bound, counted, limit }: SetGuardrail, { months, series }: Statement): Crossing | null {
  const sign = bound === 'least' ? -1 : 1;
  let worst = -1,
    crossings = 0;
  for (let t = 0; t < months; t++) {
    // A limit met to the last bit but one is met.
    const excess = sign * (series[line][t] - limit);
    if (series[counted][t] < NOTHING || excess <= 1e-9 * Math.max(1, limit)) continue;
    crossings++;
    if (worst < 0 || excess > sign * (series[line][worst] - limit) + 1e-9 * Math.max(1, limit)) worst = t;
  }
  return worst < 0 ? null : { month: worst + 1, value: series[line][worst], months: crossings };
}

/** A value and the limit, in as many digits as tell them apart. */
function apart({ line, limit }: SetGuardrail, value: number): [value: string, limit: string] {
  const { unit } = lineByKey.get(line)!;
  const figure = (number: number, more: number) =>
    unit === '%'
      ? `${(100 * number).toFixed(1 + more)}%`
      : unit === 'patients'
        ? number.toFixed(1 + more)
        : `$${number.toFixed(2 + more)}`;
  let more = 0;
  while (more < 9 && figure(value, more) === figure(limit, more)) more++;
  return [figure(value, more), figure(limit, more)];
}
