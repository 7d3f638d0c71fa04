/** Why there are no terms. The words for people are with the other messages; this says only what is the case. */
import type { IsoDate } from '../../rates/book';

export type ContractProblem =
  | { what: 'unknownModel'; model: string; models: readonly string[] }
  | { what: 'wrongKind'; model: string; kind: string; wanted: string; models: readonly string[] }
  | { what: 'notYet'; model: string; date: IsoDate; from: IsoDate }
  | { what: 'noTerms'; model: string; date: IsoDate; from: IsoDate }
  | { what: 'ended'; model: string; date: IsoDate; to: IsoDate; follows: string | null };

export class ContractError extends Error {
  constructor(readonly problem: ContractProblem) {
    super(`${problem.what}: ${JSON.stringify(problem)}`);
    this.name = 'ContractError';
  }
}
