/** When each milestone is due in the active scenario, and whether it is a row of Costs by now. */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import { forecastOf, type Forecast } from '../../forecast/forecast';
import { monthStartSerial } from '../../tables/calendar';
import { InputError } from '../../tables/messages/input-error';
import { fold } from '../../tables/reading/nearest';
import { readMilestones, type Milestone } from '../../tables/reading/read-milestones';
import type { Range } from '../../tables/reading/read-model';
import { chargedFrom, dueIn, triggerText, type Due } from '../../what-if/milestone';
import type { TablesNow } from '../../workbook';
import { rowsOfMilestone, type AcceptedMilestone } from '../../workbook/edits/accept-milestone';
import type { TableNow } from '../../workbook/edits/tables-now';
import { rowsOf } from '../../workbook/edits/where';
import { dollarText, monthName, plural } from '../figures';
import { lineText } from '../what-if/figure-text';

export interface MilestoneNow {
  what: string;
  /** Active patients ≥ 1,500 */
  trigger: string;
  cost: string;
  /** Due Sep 2027, or never. */
  due: string;
  /** What one has to know of it: it is late, or charged from another month than it is due. */
  remarks: readonly string[];
  /** Where it stands on Costs, and from when it is charged; null where it is not accepted. */
  accepted: string | null;
  /** What accepting it writes; null where it cannot be accepted, or is. */
  toAccept: AcceptedMilestone | null;
}

const cellsOf = ({ headers, rows }: TableNow): Range =>
  [headers, ...rows.map(({ values }) => values)] as unknown as Range;

/** @throws InputError with the first finding, of the model’s tables or of Milestones */
export function milestonesNow(tables: TablesNow, range: Range, scenario: string | null): MilestoneNow[] {
  const { panel, payerMix, costs, settings, scenarios, changes, actuals } = tables;
  const forecast = forecastOf({
    ...{ panel: cellsOf(panel), payerMix: cellsOf(payerMix), costs: cellsOf(costs), settings: cellsOf(settings) },
    ...{ scenarios: cellsOf(scenarios), changes: cellsOf(changes), actuals: cellsOf(actuals) },
  });
  forecast.model(scenario);
  const { milestones, errors } = readMilestones(
    range,
    forecast.inputs.programs.map(({ name }) => name),
  );
  if (errors.length) throw new InputError(errors[0].text);
  return milestones.map((milestone) => now(forecast, tables, milestone, scenario));
}

function now(forecast: Forecast, tables: TablesNow, milestone: Milestone, scenario: string | null): MilestoneNow {
  const { startMonth, months } = forecast.inputs.settings;
  const monthsOver = forecast.inputs.actual?.months ?? 0;
  const named = (month: number) => (startMonth === null ? `month ${month}` : monthName(startMonth + month - 1));
  const within = scenario === null ? '' : ` in ${scenario}`;
  const { what, line, cost, basis } = milestone;
  const trigger = triggerText(milestone, (threshold) => thresholdText(line, threshold));
  const found = dueIn(forecast, milestone, scenario);
  const rows = rowsOfMilestone(tables, what);
  const isAccepted = rows.length > 0;
  const from = found && chargedFrom(found, monthsOver);
  const isOver = found !== null && found.due >= 1 && found.due <= monthsOver;
  const canBegin = from !== null && from <= months;
  return {
    what,
    trigger,
    cost: cost === 0 ? 'no cost' : `${dollarText(cost)}${basis === 'per month' ? ' a month' : ''}`,
    due: found ? `Due ${named(Math.max(1, found.due))}` : `Never due${within}`,
    remarks: isAccepted
      ? moved(forecast, what, found, named, within)
      : [
          ...(found ? late(found, milestone, named) : []),
          ...(isOver && canBegin ? [`That month is over: the cost begins in ${named(from)}.`] : []),
          ...(found && cost === 0 ? ['It has no cost to accept: type one on Milestones.'] : []),
        ],
    accepted: isAccepted ? rowsOf(tables.costs, rows) : null,
    toAccept:
      !isAccepted && canBegin && cost > 0
        ? {
            milestone,
            starts: startMonth === null ? from : monthStartSerial(startMonth + from - 1),
            month: named(from),
            why: `${trigger}${within}`,
          }
        : null,
  };
}

/** All digits that were typed. */
const thresholdText = (line: LineKey, threshold: number): string =>
  /[%$]/.test(lineByKey.get(line)!.unit)
    ? lineText(line, threshold)
    : threshold.toLocaleString('en-US', { maximumFractionDigits: 6 });

const late = ({ due, needed }: Due, { leadMonths }: Milestone, named: (month: number) => string): string[] =>
  due < 1
    ? [
        `Late: needed in ${named(needed)}, and it takes ${plural(leadMonths, 'month')}; it would have to be ordered ${plural(1 - due, 'month')} before the forecast.`,
      ]
    : [];

/** Where what is charged is not what is due: the forecast moved, or another scenario is looked at. What is over is over. */
function moved(
  { inputs }: Forecast,
  what: string,
  found: Due | null,
  named: (month: number) => string,
  within: string,
): string[] {
  const monthsOver = inputs.actual?.months ?? 0;
  const starts = inputs.costs.filter(({ item }) => fold(item) === fold(what)).map((item) => item.startMonth);
  const due = found && Math.max(1, found.due);
  if (starts.length === 0) return ['Its row on Costs is not read: see Checks.'];
  if (starts.some((start) => start === due || start <= monthsOver)) return [];
  const charged = `It is charged from ${[...new Set(starts)].map(named).join(', ')}`;
  if (found === null) return [`${charged}, and never due${within}: change Starts on Costs, or delete the row.`];
  // Accepted late, it begins when it can.
  if (starts.includes(chargedFrom(found, monthsOver))) return [];
  return [`${charged}, and due ${named(due!)}${within}: change Starts on Costs if that is to hold.`];
}
