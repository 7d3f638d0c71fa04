import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/inputs/prepare';
import { UnitsForNobody } from '../../../src/engine/inputs/units-for-nobody';
import type { Change, CostItem, Model } from '../../../src/engine/model/model';
import { plainItem, plainModel } from '../reference/plain';

const nurse: CostItem = {
  item: 'Nurse',
  category: 'care team',
  program: null,
  basis: 'per unit',
  amount: 1_000,
  patientsPerUnit: 100,
  minimumUnits: 0,
  startMonth: 1,
  endMonth: Infinity,
  annualIncrease: 0,
  ...plainItem,
};
const change = (kind: Change['change'], value: number, fromMonth = 1, toMonth = Infinity): Change => ({
  driver: 'patientsPerUnit',
  program: null,
  payer: null,
  item: null,
  change: kind,
  value,
  fromMonth,
  toMonth,
});
const modelOf = (item: Partial<CostItem>, changes: Change[], adjustments: Change[] = []): Model => ({
  months: 12,
  basis: 'average',
  waitingLossRate: 0,
  ...plainModel,
  programs: [],
  payers: [],
  costs: [
    { ...nurse, item: 'Coach' },
    { ...nurse, ...item },
  ],
  changes,
  adjustments,
});

function refusal(model: Model): UnitsForNobody | null {
  try {
    prepare(model);
    return null;
  } catch (error) {
    if (error instanceof UnitsForNobody) return error;
    throw error;
  }
}

const ofNurse = (each: Change): Change => ({ ...each, item: 'Nurse' });

describe('patients per unit that changes leave at 0 or below', () => {
  it('are refused in their first month, with their value, the item, and the change to blame', () => {
    const toNobody = ofNurse(change('add', -150, 5));
    const found = refusal(modelOf({}, [ofNurse(change('multiply', 0.9, 2)), toNobody, change('add', 10, 9)]))!;
    expect([found.change, found.item.item, found.month, found.value]).toEqual([toNobody, 'Nurse', 5, -60]);
    expect(found.message).toBe('Patients per unit of Nurse would be -60 in month 5.');
  });

  it('are refused at 0, and not above it', () => {
    expect(refusal(modelOf({}, [ofNurse(change('add', -100, 3))]))?.month).toBe(3);
    expect(refusal(modelOf({}, [ofNurse(change('add', -99.5, 3))]))).toBe(null);
    expect(refusal(modelOf({}, []))).toBe(null);
  });

  it('are the fault of the last change that took them from somebody to nobody', () => {
    const first = ofNurse(change('add', -120, 2)),
      back = ofNurse(change('add', 50, 2)),
      second = ofNurse(change('add', -40, 3)),
      more = ofNurse(change('add', -5, 4));
    expect(refusal(modelOf({}, [first, second, more]))!.change).toBe(first);
    const later = { ...second, fromMonth: 4 };
    const afterAll = refusal(modelOf({}, [back, { ...first, fromMonth: 3 }, later, { ...more, fromMonth: 5 }]))!;
    expect([afterAll.change, afterAll.month, afterAll.value]).toEqual([later, 4, -10]);
    expect(refusal(modelOf({}, [second, more], [ofNurse(change('multiply', 0))]))!.change.value).toBe(0);
  });

  it('are no fault of a change that is over, yet to come, or of another item', () => {
    const fault = ofNurse(change('set', 0, 6));
    const others = [
      change('add', -1, 1, 5),
      change('add', -1, 7),
      { ...change('set', 50, 6), item: 'Coach' },
      ofNurse(change('set', 0, 13)),
    ];
    const found = refusal(modelOf({}, [...others, fault]))!;
    expect([found.change, found.month]).toEqual([fault, 6]);
  });

  it('do not matter in months in which the item is not there, or where it is not bought by the unit', () => {
    const toNobody = ofNurse(change('add', -150, 5, 8));
    expect(refusal(modelOf({ endMonth: 4 }, [toNobody]))).toBe(null);
    expect(refusal(modelOf({ startMonth: 9 }, [toNobody]))).toBe(null);
    expect(refusal(modelOf({ basis: 'per month' }, [toNobody]))).toBe(null);
    expect(refusal(modelOf({ startMonth: 8 }, [toNobody]))?.month).toBe(8);
    expect(refusal(modelOf({ endMonth: 5 }, [toNobody]))?.month).toBe(5);
    expect(refusal(modelOf({ startMonth: 6.5 }, [toNobody]))?.month).toBe(7);
  });

  it('come later with a later start', () => {
    const found = refusal(modelOf({ delayMonths: 3 }, [ofNurse(change('add', -150, 5))]))!;
    expect([found.month, found.value]).toEqual([8, -50]);
  });
});
