import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform, PLATFORMS } from '../../functions/excel';
import { complete } from '../../tables/complete';
import { inOrder, type Tables } from '../../tables/sample-model';

const _ = BLANK;

describe.each(PLATFORMS)('A team and its minutes under planned changes, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const months = 6;
  const panel = [
    ['Program', 'Opening patients'],
    ['CCM', 100],
  ];
  const mix = (realization: unknown, threshold: unknown) => [
    ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate', 'Threshold minutes'],
    ['CCM', 'Medicare', 1, 100, realization, 1, threshold],
  ];
  const costs = (minutes: unknown, ...staffing: unknown[]) => [
    [
      'Item',
      'Category',
      'Program',
      'Basis',
      'Amount',
      'Patients per unit',
      'Minutes per unit',
      'Staffing',
      'Units on duty',
    ],
    ['Nurse', 'care team', 'CCM', 'per unit', 6500, 150, minutes, ...(staffing.length ? staffing : [_, _])],
  ];
  const change = (driver: string, value: unknown, last: unknown = _) => [
    ['From month', 'To month', 'Driver', 'Change', 'Value'],
    [3, last, driver, 'set', value],
  ];
  const model = (payerMix: unknown, items: unknown, changes: unknown) =>
    excel.range([
      inOrder(
        complete({
          panel,
          payerMix,
          costs: items,
          settings: [
            ['Setting', 'Value'],
            ['Months', months],
          ],
          scenarios: _,
          changes,
        } as unknown as Tables),
      ),
    ])[0];
  const texts = (...args: Parameters<typeof model>) =>
    excel.call('CHECKMODEL', ...model(...args)).map((row) => row[3] ?? row[0]);
  const realization = (...args: Parameters<typeof model>) =>
    excel.call('FORECAST', ...model(...args), _, _, 'Realization rate')[0];
  const nobody = (when: string) => [
    `Note: Payer mix, row 1 (CCM, Medicare): the care team of CCM has no minutes in ${when}, so nobody is billable; see units, minutes, Starts and Ends on Costs.`,
  ];

  it('notes a threshold that comes where nobody has minutes', () => {
    const tables = [mix(0.8, _), costs(_), change('Threshold minutes', 20)] as const;
    expect(realization(...tables)).toEqual([0.8, 0.8, 0, 0, 0, 0]);
    expect(texts(...tables)).toEqual(nobody('month 3 (4 months in all)'));
  });

  it('notes months without a team, or without its minutes', () => {
    expect(texts(mix(_, 20), costs(9600, 'planned', 1), change('Units on duty', 'zero', 3))).toEqual(nobody('month 3'));
    expect(texts(mix(_, 20), costs(9600), change('Minutes per unit', 'zero'))).toEqual(
      nobody('month 3 (4 months in all)'),
    );
  });

  it('notes a threshold taken away where no realization is typed', () => {
    const tables = [mix(_, 20), costs(9600), change('Threshold minutes', 'zero')] as const;
    expect(realization(...tables).slice(2)).toEqual([0, 0, 0, 0]);
    expect(texts(...tables)).toEqual([
      'Note: Payer mix, row 1 (CCM, Medicare): Threshold minutes becomes 0 in month 3 (4 months in all) and Realization rate is blank, so nobody is billable; set both.',
    ]);
    const both = [...change('Threshold minutes', 'zero'), change('Realization rate', 0.8)[1]];
    expect(texts(mix(_, 20), costs(9600), both)).toEqual(['No findings']);
  });

  it('notes changes that nothing follows', () => {
    expect(texts(mix(0.8, _), costs(_), change('Units on duty', 3))).toEqual([
      'Note: Changes, row 1 (Units on duty): only items with Staffing planned or as needed have Units on duty, and none is meant; it changes nothing.',
    ]);
    expect(texts(mix(_, 20), costs(9600), change('Realization rate', 0.9))).toEqual([
      'Note: Changes, row 1 (Realization rate): the rows meant have Threshold minutes, so their realization follows from minutes; it changes nothing.',
    ]);
    expect(texts(mix(0.8, _), costs(_), change('Consent rate', 0.9))).toEqual([
      'Note: Changes, row 1 (Consent rate): none of the rows meant has Threshold minutes; it changes nothing.',
    ]);
    expect(texts(mix(_, 20), costs(9600), change('Consent rate', 0.9))).toEqual(['No findings']);
    expect(texts(mix(_, 20), costs(9600, 'planned', 1), change('Units on duty', 3))).toEqual(['No findings']);
  });
});
