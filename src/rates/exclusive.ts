/** Which codes are not billed for the same patient in the same month; readings that are unsettled do not count. */
import { rateBook } from './book';

/** Whether whoever is billed one of the codes cannot be billed one of the others: a rule says so, or it is the same code. */
export function areExclusive(codes: readonly string[], others: readonly string[]): boolean {
  if (codes.some((code) => others.includes(code))) return true;
  const meet = (a: readonly string[], b: readonly string[]): boolean =>
    codes.some((code) => a.includes(code)) && others.some((code) => b.includes(code));
  return rateBook().restrictions.some(
    ({ kind, a, b, otherwise }) => kind === 'exclude' && otherwise === '' && (meet(a, b) || meet(b, a)),
  );
}
