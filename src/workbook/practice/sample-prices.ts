/** What the sample pays for a month of a program: by Medicare's codes where a payer follows them, else an amount of its own. */
import { rateBook, type IsoDate } from '../../rates/book';
import { parseBundle, type BundleItem } from '../../rates/bundle';
import { bundleAmount } from '../../rates/bundle-amount';
import { codesOfProgram } from '../../rates/codes-of-program';
import { RateError } from '../../rates/rate-error';
import { scheduleDay } from '../../tables/reading/rate-date';
import { payerSample, programSample } from './sample';

export interface SamplePrice {
  cells: { allowedPppm: number | null; codes: string | number | null; percentOfMedicare: number | null };
  source: string;
}

export function samplePrice(program: string, payer: string, startMonth: number): SamplePrice {
  const { codes, unitsSource } = programSample(program);
  const { followsMedicare, ratioToMedicare, ratioSource } = payerSample(payer);
  const bundle = parseBundle(codes);
  const ratioNote = ratioSource && ` (${ratioSource})`;
  const unitsNote = unitsSource && `; ${unitsSource}`;
  if (followsMedicare && isOfProgram(bundle, program) && nationalAmount(bundle, scheduleDay(startMonth)) !== null)
    return {
      cells: { allowedPppm: null, codes: asTyped(codes), percentOfMedicare: ratioToMedicare },
      source: `Allowed: Codes at ${ratioToMedicare * 100}% of Medicare${ratioNote}, see Rates${unitsNote}`,
    };
  const { lastDay } = rateBook();
  const amount = nationalAmount(bundle, lastDay)!;
  return {
    cells: { allowedPppm: Math.round(amount * ratioToMedicare * 100) / 100, codes: null, percentOfMedicare: null },
    source: `Allowed: ${codes} of ${lastDay.slice(0, 4)}, national, $${amount.toFixed(2)} × ${ratioToMedicare.toFixed(2)}${ratioNote}${unitsNote}`,
  };
}

/** Codes as a person types them: Excel marks a number that stands as text as a likely mistake. */
export const asTyped = (codes: string): string | number => (/^\d+$/.test(codes) ? Number(codes) : codes);

/** A program of one's own has an amount like another's, but not its codes. */
function isOfProgram(bundle: readonly BundleItem[], program: string): boolean {
  const own = codesOfProgram(program).map(({ code }) => code);
  return bundle.every(({ code }) => own.includes(code));
}

/** null where a code has no amount on the day: it starts later, or the day lies before the book. */
function nationalAmount(bundle: readonly BundleItem[], date: IsoDate): number | null {
  try {
    return bundleAmount(bundle, { locality: '', date, setting: 'nonfacility', qp: false }).amount;
  } catch (error) {
    if (error instanceof RateError) return null;
    throw error;
  }
}
