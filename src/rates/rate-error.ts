/** Why there is no rate. The words for people are with the other messages; this says only what is the case. */
import type { IsoDate, Locality } from './book';

export type RateProblem =
  | { what: 'unknownCode'; code: string }
  | { what: 'unknownLocality'; locality: string }
  | { what: 'severalLocalities'; state: string; localities: readonly Locality[] }
  | { what: 'beforeLife'; code: string; date: IsoDate; from: IsoDate }
  | { what: 'afterLife'; code: string; date: IsoDate; to: IsoDate }
  | { what: 'beforeBook'; date: IsoDate; first: IsoDate }
  | { what: 'afterBook'; date: IsoDate; last: IsoDate }
  | { what: 'contractorPriced'; code: string }
  | { what: 'noFacilityAmount'; code: string }
  | { what: 'unreadableBundle'; text: string; part: string };

export class RateError extends Error {
  constructor(readonly problem: RateProblem) {
    super(`${problem.what}: ${JSON.stringify(problem)}`);
    this.name = 'RateError';
  }
}
