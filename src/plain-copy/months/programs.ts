/** Programs: launch, demand, who enrolls and who waits, and the minutes that the care team has for them. */
import { NOTHING, SHARE_TOLERANCE } from '../../engine/math/tolerances';
import { SETTING } from '../inputs/setting-cells';
import { COUNTED, MONTH, type MonthlySheet } from '../monthly-sheet';
import { added, inFormula, leftOf } from '../reading';
import { isStaffed, type ItemOf, type ProgramOf, type Who } from '../who';
import { scarcestPlaces } from './places';
import type { SharedTeam } from './team';

export function fillPrograms(sheet: MonthlySheet, who: Who, shared: SharedTeam | null): void {
  for (const program of who.programs) fillProgram(sheet, who, program, shared);
}

function fillProgram(sheet: MonthlySheet, who: Who, program: ProgramOf, shared: SharedTeam | null): void {
  const { rows, drivers, segments, statement } = program;
  const own = who.items.filter((item) => item.program === program);
  const staffed = own.filter(isStaffed);
  const serving = who.items.filter((item) => isStaffed(item) && (item.program === null || item.program === program));
  const active = statement.activePatients.now;
  const everyone = who.total.activePatients.now;
  sheet
    .fill(rows.launched, `IF(OR(${rows.launched.before}=1,${drivers.launchMonth.now}<=${MONTH}),1,0)`)
    .fill(rows.launches, `${rows.launched.now}-${rows.launched.before}`)
    .fill(
      rows.causes,
      added(
        (['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const).map(
          (cause) => drivers[cause].now,
        ),
      ),
    )
    .one(rows.shares, `SUMPRODUCT(1*(ABS(${rows.shares.all}-1)>${inFormula(SHARE_TOLERANCE)}))`, COUNTED)
    .fill(rows.shares, added(segments.map((segment) => segment.drivers.shareOfPanel.now)))
    .fill(rows.referrals, `${rows.launched.now}*${drivers.referrals.now}`)
    .fill(
      rows.demand,
      `${rows.launched.now}*${drivers.referrals.now}*${drivers.conversionRate.now}+${rows.waiting.before}*(1-${SETTING.waitingLoss})`,
    )
    .fill(
      rows.enrolledBefore,
      `IF(${rows.launches.now}=1,${drivers.openingPatients.now},${rows.enrolledBefore.before}+${rows.newPatients.before})`,
    )
    .fill(
      rows.eligibleLeft,
      `IF(ISNUMBER(${drivers.eligiblePatients.now}),${leftOf(drivers.eligiblePatients.now, rows.enrolledBefore.now)},${drivers.eligiblePatients.now})`,
    )
    .fill(rows.candidates, `MIN(${rows.demand.now},${rows.eligibleLeft.now})`)
    .fill(rows.stayed, added(segments.map((segment) => segment.rows.stayed.now)))
    .fill(rows.ownPlaces, scarcestPlaces(staffed))
    .fill(
      rows.freePlaces,
      `IF(ISNUMBER(${rows.ownPlaces.now}),MAX(0,${rows.ownPlaces.now}-${rows.stayed.now}),${rows.ownPlaces.now})`,
    )
    .fill(
      rows.asked,
      `${rows.launched.now}*MIN(${rows.candidates.now},${drivers.enrollmentLimit.now},${rows.freePlaces.now})`,
    )
    .fill(rows.newPatients, shared ? `${rows.asked.now}*${shared.admitted.now}` : rows.asked.now)
    .fill(rows.waiting, `${rows.launched.now}*(${rows.candidates.now}-${rows.newPatients.now})`)
    .fill(rows.part, `IF(${everyone}>0,${active}/${everyone},1/${who.programs.length})`)
    .fill(
      rows.unserved,
      serving.length > 0
        ? `IF(AND(${active}>=${inFormula(NOTHING)},${added(serving.map(({ team }) => team!.isThere.now))}=0),1,0)`
        : '0',
    )
    .fill(rows.minutesAvailable, minutesOf(who.items, program))
    .fill(
      rows.meanMinutes,
      `IF(${active}>0,MIN(${drivers.serviceMinutes.now},${rows.minutesAvailable.now}/${active}),0)`,
    )
    .fill(rows.minutesUsed, `${SETTING.careTeam}*${rows.meanMinutes.now}*${active}`);
}

/** Of its own items, and its part of those of all programs. */
function minutesOf(items: readonly ItemOf[], program: ProgramOf): string {
  const minutes = items.flatMap(({ team, program: bearer }) =>
    team === null || (bearer !== null && bearer !== program)
      ? []
      : [bearer === null ? `${team.minutes.now}*${program.rows.part.now}` : team.minutes.now],
  );
  return minutes.length > 0 ? `${SETTING.careTeam}*(${added(minutes)})` : '0';
}
