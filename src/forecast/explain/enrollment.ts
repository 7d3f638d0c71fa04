/** Who comes to a program: referrals, demand, and what limits enrollment. */
import type { ExplainedMonth } from './explained-month';
import { unlessNoise } from '../../engine/math/tolerances';
import { row, type Row } from './row';
import { placesRows } from './units';

export function referralRows(m: ExplainedMonth, p: number): Row[] {
  return [m.inputs.ofProgram('referrals', p), launchRow(m, p)];
}

export function openingRows(m: ExplainedMonth, p: number): Row[] {
  const launch = m.drivers.launch(p);
  if (m.t < launch) return [launchRow(m, p)];
  return [m.t === launch ? openingAtLaunch(m, p) : m.line('closingPatients', p, m.t - 1), launchRow(m, p)];
}

export function newPatientRows(m: ExplainedMonth, p: number): Row[] {
  if (!m.isLaunched(p)) return [launchRow(m, p)];
  // What holds for all programs together is said with the first of them.
  const isShared = m.limitingItems(null).length > 0 && p === m.programs.find((each) => m.isLaunched(each));
  return [
    ...candidateRows(m, p),
    m.inputs.ofProgram('enrollmentLimit', p),
    ...(m.limitingItems(p).length > 0 ? [freePlaces(m, p)] : []),
    ...(isShared ? sharedRows(m) : []),
    ...demandRows(m, p),
    ...teamRows(m, p),
    ...(isShared ? teamRows(m, null) : []),
    launchRow(m, p),
  ];
}

export function waitingRows(m: ExplainedMonth, p: number): Row[] {
  if (!m.isLaunched(p)) return [launchRow(m, p)];
  return [...candidateRows(m, p), m.line('newPatients', p), ...demandRows(m, p), launchRow(m, p)];
}

/** The month of the launch, or what keeps it away. */
function launchRow(m: ExplainedMonth, p: number): Row {
  const launch = m.drivers.launch(p);
  const input = m.inputs.ofProgram('launchMonth', p, { ofMonth: Math.min(launch, m.t) });
  return {
    ...input,
    name: `Launch month: ${m.drivers.programs[p].name}`,
    value: m.isLaunched(p) ? launch + 1 : input.value,
  };
}

function openingAtLaunch(m: ExplainedMonth, p: number): Row {
  const input = m.inputs.ofProgram('openingPatients', p, { ofMonth: m.drivers.launch(p) });
  return { ...input, name: `Opening patients at launch: ${m.drivers.programs[p].name}` };
}

function driver(
  m: ExplainedMonth,
  key: 'referrals' | 'conversionRate' | 'eligiblePatients' | 'enrollmentLimit',
  p: number,
) {
  return m.drivers.program(key, p, m.t);
}

function demand(m: ExplainedMonth, p: number): number {
  const waiting = m.t > 0 ? m.figure('waitingPatients', p, m.t - 1) : 0;
  return driver(m, 'referrals', p) * driver(m, 'conversionRate', p) + waiting * (1 - m.model.waitingLossRate);
}

/** New patients of the months from the launch up to the one before. */
function enrolledSince(m: ExplainedMonth, p: number): number {
  let enrolled = 0;
  for (let t = m.drivers.launch(p); t < m.t; t++) enrolled += m.figure('newPatients', p, t);
  return enrolled;
}

const eligibleLeft = (m: ExplainedMonth, p: number): number =>
  unlessNoise(
    driver(m, 'eligiblePatients', p) - (m.drivers.openingPatients(p) + enrolledSince(m, p)),
    driver(m, 'eligiblePatients', p),
  );

function stayed(m: ExplainedMonth, p: number | null): number {
  const programs = p === null ? m.drivers.programs.keys() : [p];
  let patients = 0;
  for (const each of programs) for (const s of m.drivers.payersOf(each)) patients += m.payer(s).stayed;
  return patients;
}

function placesFree(m: ExplainedMonth, p: number | null): number {
  const places = m.limitingItems(p).map((c) => m.roster.places(c, m.t));
  return Math.max(0, Math.min(...places) - stayed(m, p));
}

/** Who would join if the places of items of all programs were no limit. */
const wanted = (m: ExplainedMonth, p: number): number =>
  Math.min(demand(m, p), eligibleLeft(m, p), driver(m, 'enrollmentLimit', p), placesFree(m, p));

/** What the figure is the least of. */
function candidateRows(m: ExplainedMonth, p: number): Row[] {
  const left = eligibleLeft(m, p);
  return [
    row(
      m.named('Demand', p),
      demand(m, p),
      'patients',
      'Referrals per month × Conversion rate + waiting patients of the month before × (1 − Waiting loss rate)',
    ),
    row(
      m.named('Eligible patients left', p),
      Number.isFinite(left) ? left : 'no limit',
      'patients',
      'Eligible patients − opening patients at launch − all new patients since',
    ),
  ];
}

const freePlaces = (m: ExplainedMonth, p: number | null): Row =>
  row(
    m.named('Free places', p),
    placesFree(m, p),
    'patients',
    'Places of the scarcest item of the care team − patients who stayed, at least 0',
  );

/** What all programs want of the places they share. */
function sharedRows(m: ExplainedMonth): Row[] {
  return [
    freePlaces(m, null),
    ...[...m.drivers.programs.keys()]
      .filter((p) => m.isLaunched(p))
      .map((p) =>
        row(
          m.named('Would enroll', p),
          wanted(m, p),
          'patients',
          m.programs.includes(p)
            ? 'The least of the above; where all programs want more than the places they share, each gets the same fraction'
            : `Forecast, month ${m.t + 1}, before shared places are divided`,
        ),
      ),
  ];
}

function demandRows(m: ExplainedMonth, p: number): Row[] {
  const launch = m.drivers.launch(p);
  const isLimited = driver(m, 'eligiblePatients', p) < Infinity;
  return [
    m.inputs.ofProgram('referrals', p),
    m.inputs.ofProgram('conversionRate', p),
    ...(m.t > launch ? [m.line('waitingPatients', p, m.t - 1), m.inputs.rule('waitingLossRate')] : []),
    m.inputs.ofProgram('eligiblePatients', p),
    ...(isLimited ? [openingAtLaunch(m, p)] : []),
    ...(isLimited && m.t > launch
      ? [
          row(
            m.named('New patients since launch', p),
            enrolledSince(m, p),
            'patients',
            `Forecast, months ${launch + 1} to ${m.t}`,
          ),
        ]
      : []),
  ];
}

/** The places of the care team, and who holds them. */
function teamRows(m: ExplainedMonth, p: number | null): Row[] {
  const items = m.limitingItems(p);
  if (items.length === 0) return [];
  return [
    ...items.flatMap((c) => placesRows(m, c)),
    row(m.named('Stayed patients', p), stayed(m, p), 'patients', 'Opening patients − lost patients'),
    m.line('openingPatients', p),
    m.line('lostPatients', p),
  ];
}
