/**
 * What a bundle of average units breaks. Units below 1 may belong to different patients: 0.7*99454 + 0.2*99445
 * is a panel whose patients send data of 16 days or fewer, never both. So two codes exclude each other only
 * where they cannot be spread: where the shares of patients with either, at the least, exceed one patient.
 */
import { rateBook, type CodeRule, type IsoDate, type Restriction, type Source } from './book';
import type { BundleItem } from './bundle';
import { ruleOn } from './rate';

export interface BundleFinding {
  /** A rule is broken, or it depends on which reading of it holds. */
  standing: 'broken' | 'unsettled';
  /** Codes of the bundle that it is about. */
  codes: readonly string[];
  /** The rule; where it is unsettled, the cautious reading … */
  rule: string;
  /** … and the other one; blank where it is settled. */
  otherwise: string;
  source: Source;
}

/** Add-ons without a known limit: no patient's month holds more of them. */
const ANYBODYS_UNITS = 100;

/** Units are typed with few digits: 1 − 0.65 + 0.65 is one patient. */
const NOISE = 1e-9;

/** @param date a day of the month that is billed; null = the end of the last published schedule. */
export function bundleFindings(bundle: readonly BundleItem[], date: IsoDate | null): BundleFinding[] {
  const day = date ?? rateBook().lastDay;
  const billed = bundle.filter(({ units }) => units > 0).map((item) => ({ ...item, rule: ruleOn(item.code, day) }));
  return [
    ...billed.flatMap(({ code, units, rule }) => (rule ? ofOneCode(code, units, rule, billed) : [])),
    ...rateBook().restrictions.flatMap((restriction) => ofRestriction(restriction, billed)),
  ];
}

type Billed = readonly (BundleItem & { rule: CodeRule | null })[];

function ofOneCode(code: string, units: number, rule: CodeRule, billed: Billed): BundleFinding[] {
  const findings: BundleFinding[] = [];
  const broken = (text: string) =>
    findings.push({ standing: 'broken', codes: [code], rule: text, otherwise: '', source: rule.source });
  if (units > rule.mostUnits + NOISE)
    broken(
      `${code} has at most ${rule.mostUnits} unit${rule.mostUnits === 1 ? '' : 's'} ${periodText(rule.period)}, the bundle has ${shown(units)}`,
    );
  // The behavioral add-ons of APCM have this rule among the restrictions, by name.
  const isRestricted = rateBook().restrictions.some(({ kind, a }) => kind === 'needs' && a.includes(code));
  if (rule.bases.length && !isRestricted && leastShare([code], billed) > mostShare(rule.bases, billed) + NOISE)
    broken(`${code} is an add-on: it needs ${rule.bases.join(' or ')} for the same patient ${periodText(rule.period)}`);
  return findings;
}

const periodText = (period: string): string =>
  /^\d/.test(period) ? `in ${period}` : period === 'calendar month' ? 'in a month' : `in an ${period}`;
const shown = (units: number): string => String(Number(units.toPrecision(6)));

function ofRestriction({ kind, a, b, units, rule, otherwise, source }: Restriction, billed: Billed): BundleFinding[] {
  const codes = billed.map(({ code }) => code).filter((code) => a.includes(code) || b.includes(code));
  const isBroken = {
    exclude: () =>
      leastShare(a, billed) > 0 &&
      leastShare(b, billed) > 0 &&
      leastShare(a, billed) + leastShare(b, billed) > 1 + NOISE,
    needs: () => leastShare(a, billed) > mostShare(b, billed) + NOISE,
    units: () =>
      billed.some(
        (item) =>
          item.code === a[0] && item.units > units + NOISE && item.units <= (item.rule?.mostUnits ?? Infinity) + NOISE,
      ),
    minutes: () => codes.length > 0,
    oneOf: () => a.reduce((sum, code) => sum + leastShare([code], billed), 0) > 1 + NOISE,
  }[kind]();
  return isBroken ? [{ standing: otherwise ? 'unsettled' : 'broken', codes, rule, otherwise, source }] : [];
}

/** The least share of patients who have one of the codes, each with as many units as a patient may have. */
function leastShare(codes: readonly string[], billed: Billed): number {
  return Math.min(
    1,
    Math.max(
      0,
      ...billed.filter(({ code }) => codes.includes(code)).map(({ units, rule }) => units / unitsOfAPatient(rule)),
    ),
  );
}

const unitsOfAPatient = (rule: CodeRule | null): number =>
  rule && Number.isFinite(rule.mostUnits) ? rule.mostUnits : rule?.furtherMinutes ? ANYBODYS_UNITS : 1;

/** The greatest share of patients who have one of the codes. */
function mostShare(codes: readonly string[], billed: Billed): number {
  return Math.min(
    1,
    billed.filter(({ code }) => codes.includes(code)).reduce((sum, { units }) => sum + units, 0),
  );
}
