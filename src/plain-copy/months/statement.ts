/** The statement of every program and of all together: the catalogue’s lines, each from the sheets before. */
import { RATIOS, type LineKey, type SeriesKey } from '../../engine/model/lines';
import type { CostCategory } from '../../engine/model/model';
import { PARTS, SUBTOTALS } from '../../workbook/layout/statement-table';
import type { MonthlySheet, MonthRow, Rows } from '../monthly-sheet';
import { added } from '../reading';
import type { SegmentRow, StatementRow } from '../row-names';
import type { ItemOf, ProgramOf, Who } from '../who';
import { lineTotal, ratio } from './ratio';

/** Lines that are the sum of a program’s payers. */
const OF_SEGMENTS = [
  'openingPatients',
  'lostToDischarge',
  'lostToDisengagement',
  'lostToBenefitChange',
  'lostToAdverseEvent',
  'lostToEarlyDropOff',
  'closingPatients',
  'activePatients',
  'billablePatients',
  'paidClaims',
  'potentialRevenue',
  'allowedRevenue',
  'badDebt',
  'cashCollected',
  'receivable',
] as const satisfies readonly (SegmentRow & StatementRow)[];

const COSTS: readonly [StatementRow, CostCategory][] = [
  ['careTeamCost', 'care team'],
  ['technologyCost', 'technology'],
  ['overheadAndComplianceCost', 'overhead and compliance'],
];

/** Lines that every statement makes of its own lines. */
const OWN: readonly StatementRow[] = ['lostPatients', 'totalCost', 'margin', 'cumulativeCash'];
const RATES: ReadonlySet<SeriesKey> = new Set(RATIOS.map(({ key }) => key));

/** As on the live workbook’s statement; minutes and what the utilization rate divides stand below. */
const BEGIN_PARTS: ReadonlySet<StatementRow> = new Set<StatementRow>([...PARTS, 'minutesAvailable']);

export function fillStatements(sheet: MonthlySheet, who: Who): void {
  for (const program of who.programs) {
    fillProgram(sheet, who, program);
    fillOwn(sheet, program.statement);
  }
  for (const [key, row] of Object.entries(who.total) as [StatementRow, MonthRow][])
    if (!RATES.has(key) && !OWN.includes(key))
      sheet.fill(row, added(who.programs.map(({ statement }) => statement[key].now)));
  fillOwn(sheet, who.total);
}

function fillProgram(sheet: MonthlySheet, who: Who, { statement, segments, rows, ...program }: ProgramOf): void {
  for (const key of OF_SEGMENTS) sheet.fill(statement[key], added(segments.map((segment) => segment.rows[key].now)));
  sheet
    .fill(statement.referrals, rows.referrals.now)
    .fill(statement.newPatients, rows.newPatients.now)
    .fill(statement.waitingPatients, rows.waiting.now)
    .fill(statement.minutesAvailable, rows.minutesAvailable.now)
    .fill(statement.minutesUsed, rows.minutesUsed.now);
  /** What its own items come to, and its part of those of all programs. */
  const borne = (items: readonly ItemOf[], of: (item: ItemOf) => string): string => {
    const shared = items.filter((item) => item.program === null).map(of);
    return added([
      ...items.filter((item) => item.program?.name === program.name).map(of),
      ...(shared.length > 0 ? [`${rows.part.now}*(${added(shared)})`] : []),
    ]);
  };
  for (const [key, category] of COSTS)
    sheet.fill(
      statement[key],
      borne(
        who.items.filter((item) => item.category === category),
        (item) => item.rows.cost.now,
      ),
    );
  const team = who.items.filter((item) => item.team !== null);
  const servedBy = (item: ItemOf) => (item.program?.statement ?? who.total).activePatients.now;
  sheet
    .fill(
      statement.careTeamUnits,
      borne(team, (item) => item.team!.units.now),
    )
    .fill(
      statement.careTeamServed,
      borne(team, (item) => `${item.rows.charged.now}*${servedBy(item)}`),
    )
    .fill(
      statement.careTeamPlaces,
      borne(team, (item) => `${item.team!.units.now}*${item.drivers.patientsPerUnit.now}`),
    );
}

function fillOwn(sheet: MonthlySheet, rows: Rows<StatementRow>): void {
  sheet
    .fill(
      rows.lostPatients,
      added(
        (
          [
            'lostToDischarge',
            'lostToDisengagement',
            'lostToBenefitChange',
            'lostToAdverseEvent',
            'lostToEarlyDropOff',
          ] as const
        ).map((key) => rows[key].now),
      ),
    )
    .fill(rows.totalCost, added(COSTS.map(([key]) => rows[key].now)))
    .fill(rows.margin, `${rows.allowedRevenue.now}-${rows.badDebt.now}-${rows.totalCost.now}`)
    .fill(rows.cumulativeCash, `SUM(${rows.cashCollected.soFar})-SUM(${rows.totalCost.soFar})`);
  for (const { key, part, whole, panel } of RATIOS) {
    const isNothing = [...new Set([whole, panel])].map((each) => rows[each]);
    sheet.fill(
      rows[key],
      ratio(
        rows[part].now,
        rows[whole].now,
        isNothing.map(({ now }) => now),
      ),
    );
    sheet.one(
      rows[key],
      ratio(
        `SUM(${rows[part].all})`,
        `SUM(${rows[whole].all})`,
        isNothing.map(({ all }) => `SUM(${all})`),
      ),
    );
  }
  for (const [key, row] of Object.entries(rows) as [StatementRow, MonthRow][]) {
    if (!RATES.has(key)) sheet.one(row, lineTotal(key, row));
    sheet.emphasize(row, { isTotal: SUBTOTALS.has(key as LineKey), startsPart: BEGIN_PARTS.has(key) });
  }
}
