/**
 * Measures every driver that rows of exports can tell of, by program and payer, each with its 90% interval and what it
 * comes to together with its prior. docs/actuals.md states how.
 */
import * as messages from '../../tables/messages/estimates';
import { driverName } from '../../tables/schemas/driver-names';
import { lastMonthOf } from '../as-of';
import { firstDayOf, monthOfDay } from '../reading/dates';
import { NOT_GIVEN, type Rows } from '../rows';
import { Tally } from '../statistics/tally';
import { activeMonths } from './active';
import { daysOfAging } from './aging';
import { attrition, CAUSES } from './attrition';
import { claimMonths, type ClaimMonth } from './claim-months';
import { claimRates, isSettled, paymentsOf, ripeAges, type RipeAges } from './claims';
import { conversion } from './conversion';
import { clusteredAmount, clusteredShare, notMeasured, type Estimate } from './estimate';
import { causesOfSummary, cleanOfSummary, collectedOfSummary, realizationOfSummary } from './from-summary';
import { gather, type Gathered, type ProgramRows } from './gather';
import { logKey, minutesOf } from './minutes';
import { MonthlySummary } from './monthly';
import { meanOrNothing, PATTERN_STRENGTH } from './prior';
import { paymentPattern } from './payment-pattern';
import type { PayerPrior, Priors, ProgramPrior } from './priors';
import { spellsOf, type Spell } from './spells';

export type MeasuredDriver = ProgramPrior | PayerPrior | 'daysToPay' | 'paymentPattern';

export interface Measured extends Estimate {
  readonly driver: MeasuredDriver;
  readonly program: string;
  /** Blank for a driver of the program. */
  readonly payer: string;
  /** Months after the month of service, of a share of the payment pattern; else null. */
  readonly delay: number | null;
}

export interface MeasurementFinding {
  readonly program: string;
  readonly payer: string;
  readonly text: string;
}

export interface Measurement {
  /** The last month that counts, and the first in which patients were exposed to leaving; null where nobody left. */
  readonly asOf: number;
  readonly firstMonth: number | null;
  /** By program, ages from which on months of service have shown their decisions. */
  readonly ripe: ReadonlyMap<string, RipeAges>;
  readonly drivers: readonly Measured[];
  readonly findings: readonly MeasurementFinding[];
}

export interface MeasureOptions {
  /** The last month that counts; where it is not given, the one before the rows' latest day ends it. */
  readonly asOf?: number;
  /** A month to start with, where the roster is known to be whole from then on. */
  readonly from?: number;
}

/** @param rows one of a kind; null where they hold no month that is complete */
export function measure(rows: readonly Rows[], priors: Priors, options: MeasureOptions = {}): Measurement | null {
  const gathered = gather(rows);
  const asOf = options.asOf ?? lastMonthOf(rows);
  if (asOf === null) return null;
  const findings: MeasurementFinding[] = [];
  const stays = gathered.programs.map((program) => {
    const { spells, overlapping } = spellsOf(program.roster, asOf);
    if (overlapping > 0) findings.push({ program: program.name, payer: '', text: messages.spellsOverlap(overlapping) });
    return spells;
  });
  const left = stays.flat().flatMap((spell) => (Number.isFinite(spell.left) ? [spell.left] : []));
  // Exports often lack those who left before some date: months up to the first leaver may have survivors only.
  const firstMonth = options.from ?? (left.length > 0 ? left.reduce((a, b) => Math.min(a, b)) + 1 : null);
  if (gathered.roster) findings.push(...rosterFindings(gathered.roster.disenrolled, firstMonth));
  if (gathered.aging && (gathered.claims || !gathered.summary))
    findings.push({ program: '', payer: '', text: messages.agingNotMeasured(!!gathered.claims) });
  const ripe = new Map<string, RipeAges>();
  const drivers = gathered.programs.flatMap((program, p) => {
    const one = new ProgramMeasurement(program, gathered, stays[p], priors, asOf, firstMonth, options.from);
    const measured = one.measured();
    if (one.ripe) ripe.set(program.name, one.ripe);
    findings.push(...one.findings);
    return measured;
  });
  return { asOf, firstMonth, ripe, drivers, findings };
}

/** So many disenrollments, and so many of them on the first of a month, look like months written as dates. */
const ENOUGH = 10;
const NEARLY_ALL = 0.9;

function rosterFindings(disenrolled: Int32Array, firstMonth: number | null): MeasurementFinding[] {
  if (firstMonth === null) return [{ program: '', payer: '', text: messages.nobodyLeft() }];
  const days = [...disenrolled].filter((day) => day !== NOT_GIVEN);
  const onFirst = days.filter((day) => firstDayOf(monthOfDay(day)) === day).length;
  return days.length >= ENOUGH && onFirst >= NEARLY_ALL * days.length
    ? [{ program: '', payer: '', text: messages.leftOnTheFirst(onFirst, days.length) }]
    : [];
}

/** Of one program. */
class ProgramMeasurement {
  readonly findings: MeasurementFinding[] = [];
  ripe: RipeAges | null = null;
  private readonly monthly: MonthlySummary;
  private readonly claims: readonly ClaimMonth[];
  /** The first month of service. */
  private readonly firstService: number;
  private readonly log = new Map<string, number>();
  private readonly firstLog: number;

  constructor(
    private readonly program: ProgramRows,
    private readonly gathered: Gathered,
    private readonly spells: readonly Spell[],
    private readonly priors: Priors,
    private readonly asOf: number,
    private readonly firstMonth: number | null,
    from: number | undefined,
  ) {
    this.monthly = new MonthlySummary(gathered.summary, program, from ?? -Infinity, asOf);
    this.claims = gathered.claims ? claimMonths(gathered.claims, program.claimLines, asOf) : [];
    this.firstService = this.claims.reduce((first, { service }) => Math.min(first, service), Infinity);
    let firstLog = Infinity;
    for (const { patient, month, minutes } of program.minutes) {
      if (month > asOf) continue;
      const key = logKey(patient, month);
      this.log.set(key, (this.log.get(key) ?? 0) + minutes);
      firstLog = Math.min(firstLog, month);
    }
    this.firstLog = firstLog;
    if (this.claims.length > 0) this.ripe = ripeAges(this.claims, this.firstService, asOf);
  }

  measured(): Measured[] {
    const { program } = this;
    const conversionRate = this.conversion();
    const { causes, early, multipliers } = this.attrition();
    return [
      ...CAUSES.map((cause, k) => this.of(cause, '', causes[k])),
      this.of('earlyDropOffRate', '', early),
      this.of('conversionRate', '', conversionRate),
      ...program.payers.flatMap((payer, s) => [
        this.of('attritionMultiplier', payer, multipliers[s]),
        ...this.payer(payer, s),
      ]),
    ];
  }

  private of(driver: MeasuredDriver, payer: string, estimate: Estimate, delay: number | null = null): Measured {
    return { driver, program: this.program.name, payer, delay, ...estimate };
  }

  private find(payer: string, text: string): void {
    this.findings.push({ program: this.program.name, payer, text });
  }

  private prior(driver: PayerPrior, payer: string) {
    return this.priors.payer(driver, this.program.name, payer);
  }

  private attrition() {
    const { program, priors, spells, monthly } = this;
    const ofProgram = {
      causes: CAUSES.map((cause) => priors.program(cause, program.name)),
      early: priors.program('earlyDropOffRate', program.name),
      multipliers: program.payers.map((payer) => this.prior('attritionMultiplier', payer)),
    };
    if (spells.length === 0 && monthly.months.length > 0)
      return {
        causes: causesOfSummary(monthly, program.payers.length, ofProgram),
        early: notMeasured(ofProgram.early),
        multipliers: ofProgram.multipliers.map(notMeasured),
      };
    const measured = attrition(spells, program.payers.length, this.firstMonth, this.asOf, ofProgram);
    if (measured.monthEffect > 1) this.find('', messages.monthsDiffer('attrition', measured.monthEffect));
    return measured;
  }

  private conversion(): Estimate {
    const { program, priors, monthly, spells } = this;
    const hasRoster = spells.length > 0;
    const { estimate, monthEffect, monthsAtLimit, isByTypedReferrals } = conversion(
      monthly,
      program.payers.length,
      hasRoster ? spells : null,
      hasRoster ? (this.firstMonth ?? Infinity) : -Infinity,
      this.asOf,
      priors.enrollment(program.name),
      priors.program('conversionRate', program.name),
    );
    if (monthEffect > 1) this.find('', messages.monthsDiffer(driverName('conversionRate'), monthEffect));
    if (monthsAtLimit.length > 0) this.find('', messages.monthsAtLimit(monthsAtLimit.length));
    if (isByTypedReferrals) this.find('', messages.byTypedReferrals());
    return estimate;
  }

  private payer(payer: string, s: number): Measured[] {
    const [mean, cv] = this.minutes(payer, s);
    return [
      this.of('realizationRate', payer, this.realization(payer, s)),
      ...(this.claims.length > 0 ? this.ofClaims(payer, s) : this.ofClaimsInSummary(payer, s)),
      this.of('serviceMinutes', payer, mean),
      this.of('minutesCv', payer, cv),
    ];
  }

  /** Service months with any claim ÷ active patient-months; claims of the last month are not all out. */
  private realization(payer: string, s: number): Estimate {
    const prior = this.prior('realizationRate', payer);
    if (this.claims.length === 0 || this.spells.length === 0) return realizationOfSummary(this.monthly, s, prior);
    const first = Math.max(this.firstMonth ?? this.firstService, this.firstService);
    const active = activeMonths(this.spells, s, first, this.asOf - 1, this.priors.basis);
    const strangers = new Set<number>();
    for (const { patient, payer: of, service } of this.claims) {
      if (of !== s || service < first || service >= this.asOf) continue;
      if (active.has(patient)) active.add(patient, 1, 0);
      else strangers.add(patient);
    }
    if (strangers.size > 0) this.find(payer, messages.billedButNotThere(strangers.size));
    const { events, exposure } = active.total;
    if (exposure > 0 && events > exposure) this.find(payer, messages.moreBilledThanActive(events / exposure));
    return clusteredShare(active, prior);
  }

  private ofClaims(payer: string, s: number): Measured[] {
    const own = this.claims.filter((claim) => claim.payer === s);
    const { estimates, monthEffect } = claimRates(own, this.ripe!, this.firstService, this.asOf, {
      cleanClaimRate: this.prior('cleanClaimRate', payer),
      appealRate: this.prior('appealRate', payer),
      overturnRate: this.prior('overturnRate', payer),
      collectedRate: this.prior('collectedRate', payer),
      allowedPppm: this.prior('allowedPppm', payer),
    });
    if (monthEffect > 1) this.find(payer, messages.monthsDiffer(driverName('cleanClaimRate'), monthEffect));
    const pattern = paymentPattern(
      paymentsOf(own.filter(isSettled)),
      this.firstService,
      this.asOf,
      this.priors.pattern(this.program.name, payer),
    );
    if (pattern.hadNegative) this.find(payer, messages.negativePattern());
    return [
      ...Object.entries(estimates).map(([driver, estimate]) => this.of(driver as MeasuredDriver, payer, estimate)),
      this.of('daysToPay', payer, pattern.days),
      ...pattern.shares.map((share, delay) => this.of('paymentPattern', payer, share, delay)),
    ];
  }

  private ofClaimsInSummary(payer: string, s: number): Measured[] {
    const { monthly } = this;
    const [clean, appeal, overturn] = (['cleanClaimRate', 'appealRate', 'overturnRate'] as const).map((driver) =>
      this.prior(driver, payer),
    );
    const pattern = this.priors.pattern(this.program.name, payer);
    const lastRipe = this.asOf - (pattern.shares.length - 1);
    const allowed = monthly.tally('allowed', 'paid', s);
    return [
      this.of(
        'cleanClaimRate',
        payer,
        cleanOfSummary(monthly, s, lastRipe, clean, meanOrNothing(appeal) * meanOrNothing(overturn)),
      ),
      this.of('appealRate', payer, notMeasured(appeal)),
      this.of('overturnRate', payer, notMeasured(overturn)),
      this.of(
        'collectedRate',
        payer,
        collectedOfSummary(monthly, s, pattern.shares, this.prior('collectedRate', payer)),
      ),
      this.of('allowedPppm', payer, clusteredAmount(inDollars(allowed), this.prior('allowedPppm', payer))),
      this.of('daysToPay', payer, this.daysOfAging(payer, paymentPattern([], 0, -1, pattern).days)),
    ];
  }

  /** @param days as they are without an aging report */
  private daysOfAging(payer: string, days: Estimate): Estimate {
    const { aging, summary } = this.gathered;
    if (!aging || !summary) return days;
    const collected = this.prior('collectedRate', payer).mean;
    const prior = { mean: days.prior, strength: PATTERN_STRENGTH, source: days.source };
    return daysOfAging(aging, summary, payer, this.asOf, Number.isNaN(collected) ? 1 : collected, prior);
  }

  private minutes(payer: string, s: number): readonly [mean: Estimate, cv: Estimate] {
    const priors = { mean: this.prior('serviceMinutes', payer), cv: this.prior('minutesCv', payer) };
    const { log, firstLog } = this;
    if (log.size === 0 || this.spells.length === 0)
      return [clusteredAmount(this.monthly.tally('minutes', 'active', s), priors.mean), notMeasured(priors.cv)];
    const first = Math.max(this.firstMonth ?? firstLog, firstLog);
    const { mean, cv } = minutesOf(this.spells, s, log, first, this.asOf, this.priors.basis, priors);
    return [mean, cv];
  }
}

const CENTS = 100;
/** The money of a summary is in cents. */
function inDollars(cents: Tally): Tally {
  const dollars = new Tally();
  for (const [month, { events, exposure }] of cents) dollars.add(month, events / CENTS, exposure);
  return dollars;
}
