/**
 * How what belongs to a month of service comes in with delay. Of what has come by a delay, the share that came just at
 * it can be seen in every month old enough, however young the youngest is; the product of what is left is the share
 * developed, the same as the chain ladder's.
 */

/** Something of a month of service that came so many months later: a decision (1), or an amount. */
export interface Arrival {
  readonly service: number;
  readonly delay: number;
  readonly amount: number;
}

export interface Development {
  /** By delay the share of everything that has come by then; 1 at the last delay that can be seen. */
  readonly share: Float64Array;
  /** By delay g: of what has come by then, the part that came just then. Nothing at delay 0. */
  readonly hazard: Float64Array;
  /** By delay (Σ amount)² ÷ Σ amount² of what g is a part of: so many equal arrivals would tell as much. */
  readonly equivalents: Float64Array;
}

/** @param first the first month of service, @param asOf the last month; null where nothing has come */
export function development(arrivals: readonly Arrival[], first: number, asOf: number): Development | null {
  const delays = asOf - first + 1;
  if (!(delays > 0)) return null;
  const amounts = new Float64Array(delays * delays);
  const squares = new Float64Array(delays * delays);
  let any = false;
  for (const { service, delay, amount } of arrivals) {
    if (service < first || delay < 0 || service + delay > asOf) continue;
    amounts[(service - first) * delays + delay] += amount;
    squares[(service - first) * delays + delay] += amount ** 2;
    any = true;
  }
  if (!any) return null;
  const hazard = new Float64Array(delays);
  const equivalents = new Float64Array(delays);
  for (let delay = 1; delay < delays; delay++) {
    let [now, until, untilSquared] = [0, 0, 0];
    for (let month = 0; month + delay < delays; month++) {
      now += amounts[month * delays + delay];
      for (let d = 0; d <= delay; d++) {
        until += amounts[month * delays + d];
        untilSquared += squares[month * delays + d];
      }
    }
    hazard[delay] = until > 0 ? Math.min(1, now / until) : 0;
    equivalents[delay] = untilSquared > 0 ? until ** 2 / untilSquared : 0;
  }
  const share = new Float64Array(delays).fill(1);
  for (let delay = delays - 1; delay > 0; delay--) share[delay - 1] = share[delay] * (1 - hazard[delay]);
  return { share, hazard, equivalents };
}

/** The age from which on a month of service has had so much of what will come; 0 where nothing is known to come. */
export function ripeAge(developed: Development | null, level: number): number {
  if (!developed) return 0;
  const age = developed.share.findIndex((share) => share >= level);
  return age < 0 ? developed.share.length - 1 : age;
}
