/** What planned changes and scenarios push out of bounds, as notes on the rows they push. */
import type { Clip } from '../../engine/inputs/expansion';
import { monthOfForecast } from '../../tables/calendar';
import { driverName, driverTable } from '../../tables/schemas/driver-names';
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { withinRounding } from '../../tables/reading/bounds';
import type { Inputs } from '../../tables/reading/read-model';
import { plainFirst } from './finder';

export const clipped = plainFirst((inputs, { scenario, projection }) =>
  projection.clips
    .filter(isMoved)
    .map((clip) => ({ key: JSON.stringify(clip), finding: finding(inputs, clip, scenario) })),
);

/** What rounding alone pushes past a bound is not held there. */
const isMoved = ({ value, heldAt }: Clip): boolean => withinRounding(value, heldAt, heldAt) !== heldAt;

function finding(inputs: Inputs, clip: Clip, scenario: string | null): Finding {
  const { what, program, payer, item } = clip;
  // The sum of causes is held where the multiplier of the payer, or the rates of the program, can be changed.
  const key = what === 'causeRates' ? 'attritionMultiplier' : what;
  const name =
    what === 'causeRates'
      ? 'Monthly attrition of all causes'
      : what === 'shareOfPanel' && payer === null
        ? 'The sum of payer shares'
        : driverName(what);
  const whose = [program, payer, item].filter((part) => part !== null).join(', ') || 'all programs';
  const at = (month: number) => monthOfForecast(inputs.settings.startMonth, month);
  const when =
    clip.firstMonth === clip.lastMonth
      ? `in ${at(clip.firstMonth)}`
      : `from ${at(clip.firstMonth)} to ${at(clip.lastMonth)}`;
  const under = scenario === null ? '' : `, scenario ${scenario}`;
  return note({ table: driverTable(key), row: rowOf(inputs, clip), column: driverName(key) }, () =>
    messages.clipped(`${name} (${whose}${under})`, when, clip.value, clip.heldAt),
  );
}

function rowOf({ programs, payers, costs }: Inputs, { program, payer, item, what }: Clip): number | null {
  if (item !== null) return costs.find((cost) => cost.item === item && cost.program === program)?.row ?? null;
  if (payer !== null && what !== 'earlyDropOffRate')
    return payers.find((row) => row.program === program && row.payer === payer)?.row ?? null;
  if (what === 'shareOfPanel') return payers.find((row) => row.program === program)?.row ?? null;
  return programs.find(({ name }) => name === program)?.row ?? null;
}
