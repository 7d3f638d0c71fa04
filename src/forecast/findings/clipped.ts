/** What planned changes and scenarios push out of bounds, as notes on the rows they push. */
import type { Clip } from '../../engine/inputs/expansion';
import { monthText } from '../../tables/calendar';
import { driverName, driverTable } from '../../tables/schemas/driver-names';
import { note, type Finding } from '../../tables/messages/finding';
import * as messages from '../../tables/messages/notes';
import { withinRounding } from '../../tables/reading/bounds';
import type { Inputs } from '../../tables/reading/read-model';
import type { Projections } from '../projections';

/** Without a scenario first, then what each scenario adds. */
export function clipFindings(model: Projections): Finding[] {
  const { inputs } = model;
  const plain = model.projection(null).clips.filter(isMoved);
  const known = new Set(plain.map(keyOf));
  return [
    ...plain.map((clip) => finding(inputs, clip, null)),
    ...inputs.scenarios.flatMap(({ name }) =>
      model
        .projection(name)
        .clips.filter((clip) => isMoved(clip) && !known.has(keyOf(clip)))
        .map((clip) => finding(inputs, clip, name)),
    ),
  ];
}

/** What rounding alone pushes past a bound is not held there; the least size of a unit is closer to 0 than rounding. */
const isMoved = ({ value, heldAt }: Clip): boolean =>
  (heldAt > 0 && heldAt < 1e-300) || withinRounding(value, heldAt, heldAt) !== heldAt;

const keyOf = (clip: Clip): string => JSON.stringify(clip);

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
  const at = (month: number) =>
    inputs.settings.startMonth === null ? `month ${month}` : monthText(inputs.settings.startMonth + month - 1);
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
