/** The tables of public facts that the book of contract terms rests on, and the terms a test starts from. */
import { join } from 'node:path';
import { readCsv, type CsvRow } from '../../src/build/rate-book/csv';
import { findModel, termsOn } from '../../src/contracts/book/find-terms';
import type { ContractKind, Reading } from '../../src/contracts/book/model';
import { NO_TERMS, type ContractTerms } from '../../src/contracts/terms';

export const facts = (name: string): CsvRow[] => readCsv(join(__dirname, 'data'), `${name}.csv`);

/** What a model's contract is, with what the test says of it. */
export function modelTerms(
  name: string,
  kind: ContractKind,
  own: Partial<ContractTerms> = {},
  { date = '2026-12-31', reading = 'cautious' }: { date?: string; reading?: Reading } = {},
): ContractTerms {
  const taken = termsOn(findModel(name, kind), date, reading).map(({ key, value }) => [key, value]);
  return { ...NO_TERMS, ...(Object.fromEntries(taken) as Partial<ContractTerms>), ...own };
}
