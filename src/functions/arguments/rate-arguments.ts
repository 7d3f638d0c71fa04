/** Arguments of the rate functions, and the rates they ask for: looked up once, then remembered. */
import type { IsoDate } from '../../rates/book';
import { rate, type Rate } from '../../rates/rate';
import { RateError } from '../../rates/rate-error';
import { readSetting, SETTINGS, type Setting } from '../../rates/setting';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import { numberAsText } from '../../tables/reading/cell';
import { readDate } from '../../tables/reading/rate-date';
import * as rateMessages from '../../tables/messages/rates';
import { isBlankCell } from './cell-grid';
import { isNotGiven, onlyCell } from './number-grid';
import { isTrue } from './text-argument';

/** What holds for all cells of one call. */
export interface Billing {
  setting: Setting;
  qp: boolean;
}

/** @throws InputError for a setting that does not exist, or a switch that is neither TRUE nor FALSE. */
export function readBilling(setting: unknown, qp: unknown): Billing {
  return { setting: settingOf(setting), qp: isTrue('qp', qp) };
}

function settingOf(argument: unknown): Setting {
  if (isNotGiven(argument)) return 'nonfacility';
  const given = onlyCell(argument);
  const setting = typeof given === 'string' ? readSetting(given) : null;
  if (setting === null) throw new InputError(messages.notAChoice('setting', given, SETTINGS));
  return setting;
}

/** As many answers as a large workbook has different questions. */
const REMEMBERED = 20_000;

const answers = new Map<string, Rate | InputError>();

/** The rate that cells ask for. @throws InputError that says why there is none. */
export function rateOf(code: unknown, locality: unknown, date: unknown, { setting, qp }: Billing): Rate {
  const key = `${keyOf(code)}|${keyOf(locality)}|${keyOf(date)}|${setting}|${qp}`;
  let answer = answers.get(key);
  if (!answer) {
    if (answers.size >= REMEMBERED) answers.clear();
    answers.set(
      key,
      (answer = lookUp(() =>
        rate({ code: codeText('code', code), locality: localityText(locality), date: dateOf(date), setting, qp }),
      )),
    );
  }
  if (answer instanceof InputError) throw answer;
  return answer;
}

/** The number 46023 is a date, the text 46023 is not. */
const keyOf = (cell: unknown): string => (typeof cell === 'string' ? `"${cell}` : String(cell));

const lookUp = (find: () => Rate): Rate | InputError => {
  try {
    return find();
  } catch (error) {
    return inputError(error);
  }
};

/** What a cell may show; anything else is our own fault and is passed on. */
export function inputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  if (error instanceof RateError) return rateMessages.rateInputError(error.problem);
  throw error;
}

/** A code as text or number. @throws InputError for anything else. */
export function codeText(name: string, cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' && Number.isFinite(cell)) return numberAsText(cell);
  throw new InputError(rateMessages.notACode(name, cell));
}

/** Blank is the nation; CMS's number of a locality may come as one. */
function localityText(cell: unknown): string {
  if (isBlankCell(cell)) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' && Number.isFinite(cell)) return numberAsText(cell);
  throw new InputError(messages.notAName('locality', cell));
}

/** Blank is null: the last published schedule. */
function dateOf(cell: unknown): IsoDate | null {
  if (isBlankCell(cell)) return null;
  const date = readDate(cell);
  if (date === null) throw new InputError(rateMessages.notADate('date', cell));
  return date;
}
