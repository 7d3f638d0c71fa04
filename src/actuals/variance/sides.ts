/** Forecast and actual laid beside each other: the months both have, and in each the same programs and payers. */
import { fold } from '../../tables/reading/nearest';
import { nameAt } from '../summary';
import type { Summary } from '../rows';

/** What the bridge is built of, of one payer and month. */
export const COMPARED = ['active', 'billable', 'paid', 'allowed', 'cost'] as const;
export type Compared = Record<(typeof COMPARED)[number], number>;

/** Forecast and actual. */
export type Sides<T> = readonly [forecast: T, actual: T];

export interface ProgramMonth {
  readonly program: string;
  readonly month: number;
  readonly payers: readonly Sides<Compared>[];
}

export interface Beside {
  readonly months: readonly number[];
  readonly programMonths: readonly ProgramMonth[];
  /** Months that only the one has, or only the other. */
  readonly monthsApart: Sides<readonly number[]>;
  /** Programs compared as a whole in some month, for one of the two does not tell their payers apart. */
  readonly withoutPayers: readonly string[];
  /** A figure that is given both for a whole program and for its payers would count twice. */
  readonly twice: {
    readonly side: 0 | 1;
    readonly program: string;
    readonly month: number;
    readonly figure: string;
  } | null;
}

const nothing = (): Compared => ({ active: 0, billable: 0, paid: 0, allowed: 0, cost: 0 });

/** Of a program's month, by folded payer; '' is the row of the whole program. */
type Payers = Map<string, Compared>;
interface Found {
  readonly program: string;
  readonly month: number;
  readonly sides: Sides<Payers>;
}

export function laidBeside(forecast: Summary, actual: Summary): Beside {
  const months: Sides<Set<number>> = [new Set(forecast.months), new Set(actual.months)];
  const found = new Map<string, Found>();
  [forecast, actual].forEach((summary, side) => {
    summary.months.forEach((month, row) => {
      if (!months[1 - side].has(month)) return;
      const program = nameAt(summary.programs, row);
      const key = `${month} ${fold(program)}`;
      if (!found.has(key)) found.set(key, { program, month, sides: [new Map(), new Map()] });
      const payers = found.get(key)!.sides[side];
      const payer = fold(nameAt(summary.payers, row));
      if (!payers.has(payer)) payers.set(payer, nothing());
      const figures = payers.get(payer)!;
      for (const figure of COMPARED) figures[figure] += summary.figures[figure][row] || 0;
    });
  });
  const all = [...found.values()];
  const whole = new Map<string, string>();
  const programMonths = all.map((each): ProgramMonth => {
    const isWhole = lacksPayers(each);
    if (isWhole) whole.set(fold(each.program), each.program);
    return { program: each.program, month: each.month, payers: isWhole ? [together(each)] : apart(each) };
  });
  const only = (side: 0 | 1) => ascending([...months[side]].filter((month) => !months[1 - side].has(month)));
  return {
    months: ascending([...months[0]].filter((month) => months[1].has(month))),
    programMonths,
    monthsApart: [only(0), only(1)],
    withoutPayers: [...whole.values()],
    twice: countedTwice(all),
  };
}

const ascending = (months: readonly number[]): number[] => [...months].sort((a, b) => a - b);

/** Patients without a payer on the one side cannot be told from a mix on the other. */
const lacksPayers = ({ sides }: Found): boolean =>
  sides.some((payers, side) => (payers.get('')?.active ?? 0) > 0 && [...sides[1 - side].keys()].some(Boolean));

const apart = ({ sides: [forecast, actual] }: Found): Sides<Compared>[] =>
  [...new Set([...forecast.keys(), ...actual.keys()])].map((payer) => [
    forecast.get(payer) ?? nothing(),
    actual.get(payer) ?? nothing(),
  ]);

const together = ({ sides }: Found): Sides<Compared> => [added(sides[0]), added(sides[1])];

function added(payers: Payers): Compared {
  const all = nothing();
  for (const figures of payers.values()) for (const figure of COMPARED) all[figure] += figures[figure];
  return all;
}

function countedTwice(found: readonly Found[]): Beside['twice'] {
  for (const { program, month, sides } of found)
    for (const side of [0, 1] as const) {
      const whole = sides[side].get('');
      if (!whole) continue;
      const figure = COMPARED.find(
        (key) => whole[key] !== 0 && [...sides[side]].some(([payer, figures]) => payer !== '' && figures[key] !== 0),
      );
      if (figure) return { side, program, month, figure };
    }
  return null;
}
