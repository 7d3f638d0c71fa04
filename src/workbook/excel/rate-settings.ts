/** What the scenario workbook says about Medicare's amounts, for whoever looks one up beside it. */
import { findLocality } from '../../rates/locality';
import { RateError } from '../../rates/rate-error';
import type { Setting } from '../../rates/setting';
import { readSettings } from '../../tables/reading/read-settings';
import { SETTINGS } from '../../tables/schemas/settings';
import { NAMES } from '../layout/names';
import { readExcel } from './door';

export interface RateSettings {
  /** State and number; blank = national. */
  locality: string;
  setting: Setting;
  qp: boolean;
  /** Month index; null where the workbook counts months 1, 2, 3. */
  startMonth: number | null;
}

/** Null where there is no scenario workbook. */
export async function readRateSettings(): Promise<RateSettings | null> {
  return readExcel(async (context) => {
    const light = context.workbook.names.getItemOrNullObject(NAMES.light);
    const table = context.workbook.tables.getItemOrNullObject(SETTINGS.name);
    await context.sync();
    if (light.isNullObject || table.isNullObject) return null;
    const settings = table.getRange().load('values');
    await context.sync();
    const { startMonth, pricing } = readSettings(settings.values, []).settings;
    return { locality: localityKey(pricing.locality), setting: pricing.careSetting, qp: pricing.qp, startMonth };
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
