/** The settings that decide what Medicare allows, as the add-in's functions take them. */
import { settingValue } from '../scenarios';
import type { Book } from '../sheet';

/** Locality, day, care setting and QP of PPPM.RATE and PPPM.ALLOWED. */
export const billing = (book: Book, day: string): string =>
  `${settingValue(book, 'locality')},${day},${settingValue(book, 'careSetting')},${settingValue(book, 'qp')}="yes"`;
