/**
 * Rows of Payer mix that give Codes instead of an amount: what Medicare allows for them month by month, as
 * changes that hold before the planned ones. A month takes the amount in force on its last day.
 */
import type { Change, Payer } from '../../engine/model/model';
import { rateBook, type IsoDate } from '../../rates/book';
import { billedOnce, type BilledOnce } from '../../rates/billed-once';
import { parseBundle, type BundleItem } from '../../rates/bundle';
import { bundleAmount } from '../../rates/bundle-amount';
import { bundleFindings, type BundleFinding } from '../../rates/bundle-findings';
import { allowedShare, collectableShare } from '../../rates/payment';
import { proposedFactor } from '../../rates/rate';
import { RateError } from '../../rates/rate-error';
import { monthText } from '../calendar';
import { error, lacking, note, type Finding } from '../messages/finding';
import { cellsOf } from '../messages/place';
import { PAYER_MIX, USUAL_OF_MEDICARE } from '../schemas/payer-mix';
import { SETTING_HEADER, SETTINGS } from '../schemas/settings';
import { exceeds } from './bounds';
import { monthEndDate, scheduleDay } from './rate-date';
import * as rateMessages from '../messages/rates';
import type { PricingSettings, Settings } from './read-settings';
import type { TableRow } from './read-table';

/** A change that the fee schedule makes, and the words it is traced to. */
export interface ScheduledChange extends Change {
  row: number;
  origin: string;
}

/** A typed amount this close to what the codes give is the sheet's own formula: the row follows the calendar. */
const SAME_AMOUNT = 0.005;

type PayerRow = Payer & { readonly row: number; readonly zeros: string | null };

interface Priced {
  payers: PayerRow[];
  schedule: ScheduledChange[];
}

/**
 * @param payers as read, in the order of their rows; amounts that codes give are filled in
 * @param start month index of month 1; NaN where it was given but cannot be read
 */
export function priceByCodes(
  payers: readonly PayerRow[],
  rows: readonly TableRow[],
  settings: Settings,
  start: number | null,
  findings: Finding[],
): Priced {
  const priced = payers.map((payer, i) => {
    const codes = rows[i].values.codes as string | null;
    if (codes === null) {
      checkTyped(rows[i], findings);
      return { payer, changes: [] };
    }
    try {
      // Notes wait for a start month that cannot be read: they would be about other months.
      return priceRow(payer, codes, rows[i], settings, Number.isNaN(start) ? [] : findings);
    } catch (thrown) {
      if (!(thrown instanceof RateError)) throw thrown;
      // A locality has its finding among the settings.
      const isOfSettings = ['unknownLocality', 'severalLocalities'].includes(thrown.problem.what);
      if (!isOfSettings) findings.push(error(cellsIn(rows[i])('codes'), rateMessages.codesProblem, thrown.problem));
      return { payer, changes: [] };
    }
  });
  const first = priced.find(({ changes }) => changes.length > 0);
  if (first && !Number.isNaN(start)) findings.push(...calendarNotes(settings, first.payer.row));
  return { payers: priced.map(({ payer }) => payer), schedule: priced.flatMap(({ changes }) => changes) };
}

const cellsIn = ({ number, label }: TableRow) => cellsOf(PAYER_MIX, number, label);

/** A row without codes needs an amount, and has no use for a percentage. */
function checkTyped(row: TableRow, findings: Finding[]): void {
  const { values } = row;
  const cell = cellsIn(row);
  const amount = cell('allowedPppm');
  const isReported = findings.some(
    ({ table, row: at, column }) => table === amount.table && at === amount.row && column === amount.column,
  );
  if (values.allowedPppm === null && !isReported) findings.push(lacking(amount, rateMessages.amountMissing));
  if (values.percentOfMedicare !== 1 && values.percentOfMedicare !== null)
    findings.push(note(cell('percentOfMedicare'), rateMessages.percentWithoutCodes));
}

/** @throws RateError for codes that cannot be read or have no amount. */
function priceRow(
  payer: PayerRow,
  codes: string,
  row: TableRow,
  settings: Settings,
  findings: Finding[],
): { payer: PayerRow; changes: ScheduledChange[] } {
  const { values } = row;
  const cell = cellsIn(row);
  const typed = values.allowedPppm as number | null;
  const percent = (values.percentOfMedicare as number | null) ?? 1;
  const { periods, broken, once } = priceBundle(codes, percent, settings);
  if (exceeds(percent, USUAL_OF_MEDICARE))
    findings.push(note(cell('percentOfMedicare'), rateMessages.percentUnusual, percent));
  for (const rule of broken) findings.push(note(cell('codes'), rateMessages.bundleFinding, rule));
  if (typed !== null && !periods.some(({ amount, published }) => isSame(typed, amount) || isSame(typed, published))) {
    findings.push(note(cell('allowedPppm'), rateMessages.typedAmountStands, typed, periods[0].amount));
    return { payer, changes: [] };
  }
  for (const { item, added } of once) findings.push(note(cell('codes'), rateMessages.billedOnce, item, added));
  const { nonPhysicianRate } = settings.pricing;
  const share = percent === 1 ? '' : ` at ${percentText(percent)} of Medicare`;
  const origin = `Codes ${codes}${share}${nonPhysicianRate ? `, ${percentText(nonPhysicianRate)} billed by non-physicians` : ''}, fee schedule of `;
  const own = { program: payer.program, payer: payer.payer, item: null, toMonth: Infinity, row: row.number };
  return {
    payer: { ...payer, allowedPppm: periods[0].amount },
    changes: [
      ...periods.map(({ fromMonth, amount, schedule }): ScheduledChange => ({
        ...own,
        driver: 'allowedPppm',
        change: 'set',
        value: amount,
        fromMonth,
        origin: origin + schedule,
      })),
      ...paymentChanges(own, percent, settings.pricing),
    ],
  };
}

const isSame = (typed: number, amount: number): boolean => Math.abs(amount - typed) < SAME_AMOUNT;

interface PricedBundle {
  periods: readonly Period[];
  broken: readonly BundleFinding[];
  /** Codes that are not billed every month, and what they add to the first. */
  once: readonly { item: BilledOnce; added: number }[];
}

/** As many bundles as a large workbook prices; its tables are read anew with every edit. */
const REMEMBERED = 1000;

const pricedBundles = new Map<string, PricedBundle>();

/** @throws RateError for codes that cannot be read or have no amount. */
function priceBundle(codes: string, percent: number, settings: Settings): PricedBundle {
  const { startMonth, months, pricing } = settings;
  const key = JSON.stringify([codes, percent, startMonth, months, pricing]);
  let priced = pricedBundles.get(key);
  if (!priced) {
    const bundle = parseBundle(codes);
    const day = firstDay(settings);
    const amount = (items: readonly BundleItem[]) => pricePeriods(items, percent, settings)[0].amount;
    priced = {
      periods: pricePeriods(bundle, percent, settings),
      broken: bundleFindings(bundle, day),
      once: billedOnce(bundle, day).map((item) => ({ item, added: amount([item]) })),
    };
    if (pricedBundles.size >= REMEMBERED) pricedBundles.clear();
    pricedBundles.set(key, priced);
  }
  return priced;
}

interface Period {
  fromMonth: number;
  amount: number;
  /** The same before what the settings assume: what a formula beside the codes shows. */
  published: number;
  /** The published schedule it comes from, and what is assumed after the last one. */
  schedule: string;
}

const yearOf = (date: IsoDate): string => date.slice(0, 4);

/** Last day of the forecast's first month; null where it counts months 1, 2, 3. */
const firstDay = ({ startMonth }: Settings): IsoDate | null => (startMonth === null ? null : scheduleDay(startMonth));

/** The months from which the bundle has another amount. @throws RateError for a code without one. */
function pricePeriods(
  bundle: readonly BundleItem[],
  percent: number,
  { startMonth, months, pricing }: Settings,
): Period[] {
  const { lastDay } = rateBook();
  const share = allowedShare(pricing.nonPhysicianRate);
  const on = (date: IsoDate) =>
    bundleAmount(bundle, { locality: pricing.locality, date, setting: pricing.careSetting, qp: pricing.qp });
  const update = pricing.yearlyUpdate ?? 0;
  const period = (fromMonth: number, published: number, day: IsoDate, yearsLater: number): Period => ({
    fromMonth,
    published,
    amount: published * share * (1 + update) ** yearsLater,
    schedule:
      yearOf(day) +
      (update && yearsLater ? `, ${yearsLater} × ${SETTING_HEADER.yearlyUpdate} of ${percentText(update)}` : ''),
  });
  if (startMonth === null) return [period(1, on(lastDay).amount * percent, lastDay, 0)];
  const periods: Period[] = [];
  let holdsTo: IsoDate = '';
  for (let t = 0; t < months; t++) {
    const date = monthEndDate(startMonth + t);
    if (date <= holdsTo) continue;
    const day = scheduleDay(startMonth + t);
    const { amount, effectiveTo } = on(day);
    const yearsLater = Math.max(0, Number(yearOf(date)) - Number(yearOf(lastDay)));
    holdsTo = yearsLater ? `${yearOf(date)}-12-31` : effectiveTo;
    const next = period(t + 1, amount * percent, day, yearsLater);
    if (periods.length === 0 || periods[periods.length - 1].amount !== next.amount) periods.push(next);
  }
  return periods;
}

/** What is withheld, and what patients do not pay: of payers that pay Medicare's own amount. */
function paymentChanges(
  own: Omit<ScheduledChange, 'driver' | 'change' | 'value' | 'fromMonth' | 'origin'>,
  percent: number,
  pricing: PricingSettings,
): ScheduledChange[] {
  const collectable = collectableShare(pricing.sequestrationRate, pricing.coinsuranceCollected);
  if (percent !== 1 || collectable === 1) return [];
  return [
    {
      ...own,
      driver: 'collectedRate',
      change: 'multiply',
      value: collectable,
      fromMonth: 1,
      origin: `${SETTINGS.title}, ${SETTING_HEADER.sequestrationRate} and ${SETTING_HEADER.coinsuranceCollected}`,
    },
  ];
}

const percentText = (share: number): string => `${Number((share * 100).toPrecision(6))}%`;

function calendarNotes({ startMonth, months, pricing }: Settings, row: number): Finding[] {
  const { lastDay, factors } = rateBook();
  const place = cellsOf(PAYER_MIX, row, '')('codes');
  if (startMonth === null) return [note(place, rateMessages.noCalendar, yearOf(lastDay))];
  const lastPublished = Number(yearOf(lastDay)) * 12 + 11;
  if (startMonth + months - 1 <= lastPublished || pricing.yearlyUpdate !== null) return [];
  const from = Math.max(startMonth, lastPublished + 1);
  const year = Number(yearOf(lastDay)) + 1;
  const proposed = proposedFactor(year, pricing.qp);
  const inForce = factors.find(({ to, kind }) => to === lastDay && kind !== (pricing.qp ? 'non-QP' : 'QP'))!;
  const proposal = proposed
    ? { year, change: proposed.tenThousandths / inForce.tenThousandths - 1, rule: proposed.proposal }
    : null;
  return [note(place, () => rateMessages.lastScheduleUsed(monthText(from), yearOf(lastDay), proposal))];
}
