/** Figures of lines and drivers in their units, as the page shows them. */
import { lineByKey, type LineKey } from '../../engine/model/lines';
import { driverColumn } from '../../tables/schemas/driver-names';
import type { DriverCells } from '../../what-if/driver-cells';
import { centsText, dollarText, percentText } from '../figures';

const some = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 5 });

function inUnit(value: number, unit: string): string {
  if (!Number.isFinite(value)) return 'no limit';
  if (unit === '%') return percentText(value);
  if (unit.startsWith('$')) return Math.abs(value) < 1_000 ? centsText(value) : dollarText(value);
  return some.format(value);
}

export const lineText = (line: LineKey, value: number): string => inUnit(value, lineByKey.get(line)!.unit);

export const driverText = ({ driver }: DriverCells, value: number | null): string =>
  value === null ? 'various' : inUnit(value, driverColumn(driver.key).unit);
