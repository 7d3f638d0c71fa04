/** The lines of a contract's statement. */

export interface ContractLine<Key extends string = string> {
  key: Key;
  name: string;
  unit: '$' | 'members';
  /** Whether a total is the sum of the months or the last one. */
  total: 'sum' | 'last';
  /** How it is made, in words. */
  made: string;
}

const flow = <Key extends string>(key: Key, name: string, made: string): ContractLine<Key> => ({
  key,
  name,
  unit: '$',
  total: 'sum',
  made,
});

export const CONTRACT_LINES = [
  { key: 'members', name: 'Members', unit: 'members', total: 'last', made: 'members × (1 + growth) a month' },
  flow('benchmark', 'Benchmark or premium', 'members × benchmark, premium, allowed amount or fee'),
  flow('medicalCost', 'Expected medical cost', 'members × expected cost × (1 + effect of care)'),
  flow('savedByCare', 'Saved by care', 'members × expected cost × −effect of care: an input, not a result'),
  flow('savings', 'Savings or loss', 'benchmark or premium − expected medical cost; 0 where no cost is borne'),
  flow('share', 'Practice’s part', 'by the contract’s formula, for the whole performance year'),
  flow('payersPart', 'Payer’s part', 'savings or loss − practice’s part'),
  flow('accrued', 'Revenue accrued', 'what the month earns, whenever it is paid'),
  flow('withheld', 'Withheld', 'held back until it is earned'),
  flow('earned', 'Withhold earned', 'the part of it that is earned'),
  flow('vendor', 'Vendor’s part', 'taken off revenue before it is accrued'),
  flow('paid', 'Paid monthly', 'what the payer pays in the month, advances among it'),
  flow('settlement', 'Settlement', 'accrued − paid of a performance year, in the month it is settled'),
  flow('medicalCostBorne', 'Medical cost borne', 'capitation: the expected medical cost'),
  flow('cash', 'Cash', 'paid monthly + settlement − medical cost borne'),
  {
    key: 'toSettle',
    name: 'Still to settle',
    unit: '$',
    total: 'last',
    made: 'accrued − paid − settled, from the start on',
  },
  flow('margin', 'Margin after medical cost', 'revenue accrued − medical cost borne'),
] as const satisfies readonly ContractLine[];

export type ContractLineKey = (typeof CONTRACT_LINES)[number]['key'];
