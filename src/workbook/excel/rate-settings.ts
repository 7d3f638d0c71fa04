/** What the scenario workbook says about Medicare's amounts, for whoever looks one up beside it. */
import { findLocality } from '../../rates/locality';
import { RateError } from '../../rates/rate-error';
import type { Setting } from '../../rates/setting';
import { byFold } from '../../tables/reading/nearest';
import { PAYER_MIX } from '../../tables/schemas/payer-mix';
import { readSettings } from '../../tables/reading/read-settings';
import { SETTINGS } from '../../tables/schemas/settings';
import { loadMark, readMark } from './mark';
import { columnPosition } from './column-position';

export interface RateSettings {
  /** State and number; blank = national. */
  locality: string;
  setting: Setting;
  qp: boolean;
  /** Month index; null where the workbook counts months 1, 2, 3. */
  startMonth: number | null;
  /** Payers of Payer mix, each once. */
  payers: readonly string[];
}

/** Null where there is no scenario workbook. */
export async function readRateSettings(): Promise<RateSettings | null> {
  return Excel.run(async (context) => {
    const setting = loadMark(context);
    const tables = [SETTINGS, PAYER_MIX].map(({ name }) => context.workbook.tables.getItemOrNullObject(name));
    await context.sync();
    if (!readMark(setting) || tables.some(({ isNullObject }) => isNullObject)) return null;
    const [settings, payerMix] = tables.map((table) => table.getRange().load('values'));
    await context.sync();
    const { startMonth, pricing } = readSettings(settings.values, []).settings;
    const [headers, ...rows] = payerMix.values;
    const payer = columnPosition(PAYER_MIX, 'Payer', headers);
    const payers = rows.map((cells) => String(cells[payer] ?? '').trim()).filter(Boolean);
    return {
      locality: localityKey(pricing.locality),
      setting: pricing.careSetting,
      qp: pricing.qp,
      startMonth,
      payers: [...byFold(payers).values()],
    };
  });
}

/** A place that the book does not know has its finding among the settings. */
function localityKey(typed: string): string {
  try {
    return findLocality(typed)?.key ?? '';
  } catch (error) {
    if (error instanceof RateError) return '';
    throw error;
  }
}
