import { parseRange } from './address';

/** Excel's rules for names and table names: no spaces, no cell address, R and C taken. */
export function isValidName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) &&
    !/^[rc]$/i.test(name) &&
    !parseRange(name)
  );
}
