/**
 * Texts in formulas that are no numbers. Univer reads each of them as a date, a time and an amount of money, anew
 * whenever its formula is calculated.
 */
import { StringValueObject, ValueObjectFactory } from '@univerjs/engine-formula';

/** A workbook has some hundred. */
const MOST = 5000;

let isInstalled = false;

export function readEachTextOnce(): void {
  if (isInstalled) return;
  isInstalled = true;
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  const plain = new Map<string, string>();
  ValueObjectFactory.create = (raw, isIgnoreNumberPattern) => {
    if (typeof raw !== 'string') return create(raw, isIgnoreNumberPattern);
    const known = plain.get(raw);
    if (known !== undefined) return StringValueObject.create(known);
    const value = create(raw, isIgnoreNumberPattern);
    if (!isIgnoreNumberPattern && value instanceof StringValueObject && plain.size < MOST)
      plain.set(raw, value.getValue());
    return value;
  };
}
