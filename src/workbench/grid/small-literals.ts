/**
 * Numbers of formulas that are smaller than a millionth. Univer takes a literal for a number where JavaScript writes it
 * alike, and JavaScript writes 1e-9 for 0.000000001: it would be a text, which is more than any number.
 */
import { NumberValueObject, ValueObjectFactory } from '@univerjs/engine-formula';

const SMALL = /^0?\.0{6}\d+$/;

let isInstalled = false;

export function readSmallLiterals(): void {
  if (isInstalled) return;
  isInstalled = true;
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  ValueObjectFactory.create = (raw, isIgnoreNumberPattern) =>
    typeof raw === 'string' && SMALL.test(raw.trim())
      ? NumberValueObject.create(Number(raw))
      : create(raw, isIgnoreNumberPattern);
}
