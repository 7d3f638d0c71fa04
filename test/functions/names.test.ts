/** PROGRAMS and SCENARIONAMES: what the sheets have to know of the reading. */
import { describe, expect, it } from 'vitest';
import { BLANK, onPlatform, PLATFORMS } from './excel';

describe.each(PLATFORMS)('The names as they are read, $name', ({ blank }) => {
  const excel = onPlatform(blank);
  const panel = [
    ['Program', 'Opening patients', 'Referrals per month', 'Conversion rate'],
    ['CCM', 100, 10, 0.5],
    [BLANK, BLANK, BLANK, BLANK],
    ['R*M', 100, 10, 0.5],
    ['Total programs', 200, 20, 0.5],
    [99457, 10, 1, 0.5],
  ];
  const mix = [
    ['Program', 'Payer', 'Share of panel', 'Allowed PPPM', 'Realization rate', 'Clean claim rate'],
    ['r*m ', 'Medicare', 1, 50, 0.8, 0.9],
    ['ccm', 'Medicare', 0.4, 66, 0.8, 0.9],
    ['CCM', 'Medicaid', 0.6, 40, 0.8, 0.9],
    ['CCM', 'Total CCM', 1, 50, 0.8, 0.9],
    [BLANK, BLANK, BLANK, BLANK, BLANK, BLANK],
    ['BHI', 'Medicare', 1, 50, 0.8, 0.9],
    ['99457', 'Medicare', 1, 50, 0.8, 0.9],
  ];

  it('are those of the programs, without blank rows and totals', () => {
    expect(excel.call('PROGRAMS', panel)).toEqual([['CCM'], ['R*M'], ['99457']]);
  });

  it('say of each row of Payer mix which program it is of, and nothing of rows that are left out', () => {
    expect(excel.call('PROGRAMS', panel, mix)).toEqual([[2], [1], [1], [''], [''], [''], [3]]);
  });

  it('are those of the scenarios, wherever their columns stand', () => {
    const headers = ['Driver', 'Best', 'Program', 'Payer', 'Item', 'Change', 'Unit', 'Low', 'Why', 'Last'];
    const row = ['Conversion rate', 0.7, 'CCM', BLANK, BLANK, 'set', '%', 0.3, 'asked', 0.5];
    expect(excel.call('SCENARIONAMES', [headers, row])).toEqual([['Best'], ['Low'], ['Last']]);
    expect(
      excel.call('SCENARIONAMES', [
        ['Driver', 'Change', 'Why'],
        ['Conversion rate', 'set', ''],
      ]),
    ).toEqual([['']]);
  });

  it('are refused with the column that is missing', () => {
    expect(excel.textOf('PROGRAMS', [['Name of it'], ['CCM']])).toMatch(/^Panel.*Program/);
    expect(excel.textOf('PROGRAMS', panel, [['Payer'], ['Medicare']])).toMatch(/^Payer mix/);
    expect(excel.textOf('SCENARIONAMES', [['Best'], [1]])).toMatch(/^Scenarios/);
  });
});
