/**
 * How a workbook remembers what we built in it: a workbook setting that names our sheets by id, so that a sheet
 * renamed by the user is still ours and a sheet of the same name that we did not make is not.
 */
import type { Practice } from '../practice/practice';

const KEY = 'PPPM.workbook';

export interface Mark {
  version: string;
  practice: Practice;
  /** Ids of our sheets. */
  sheetIds: readonly string[];
  /** Workbook names that we defined. */
  names: readonly string[];
}

/** The setting, queued to be loaded with the next sync. */
export function loadMark(context: Excel.RequestContext): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  return setting;
}

/** What a loaded setting says; null where there is none or it is not ours. */
export function readMark(setting: Excel.Setting): Mark | null {
  if (setting.isNullObject || typeof setting.value !== 'string') return null;
  try {
    const mark = JSON.parse(setting.value) as Mark;
    return Array.isArray(mark.sheetIds) && Array.isArray(mark.names) && typeof mark.practice === 'object' ? mark : null;
  } catch {
    return null;
  }
}

export function writeMark(context: Excel.RequestContext, mark: Mark): void {
  context.workbook.settings.add(KEY, JSON.stringify(mark));
}

/** Only where a mark was read. */
export function removeMark(context: Excel.RequestContext): void {
  context.workbook.settings.getItem(KEY).delete();
}
