/** The one reader of yes and no, for settings, columns and arguments: as words, as Excel's truth values, as 1 and 0. */
import { fold } from './nearest';

export const YES_NO = ['no', 'yes'] as const;

const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0']);

/** null for anything that is neither. */
export function readYesNo(cell: unknown): boolean | null {
  if (!['string', 'number', 'boolean'].includes(typeof cell)) return null;
  const word = fold(String(cell));
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
