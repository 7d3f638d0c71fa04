/** Programs that may not be billed for the same patient counted the same patients, and nothing said so. */
import { describe, expect, it } from 'vitest';
import { call } from '../functions/excel';

type Cell = string | number;

/** Programs with their eligible patients and codes, beside how many patients there are. */
const notes = (programs: [name: string, eligible: Cell, codes: string][], distinct: Cell = 4_000): string[] =>
  call(
    'CHECKMODEL',
    [
      ['Program', 'Eligible patients', 'Opening patients', 'Discharge rate'],
      ...programs.map(([name, eligible]) => [name, eligible, 100, 0.01]),
    ],
    [
      [
        'Program',
        'Payer',
        'Share of panel',
        'Allowed PPPM',
        'Realization rate',
        'Clean claim rate',
        'Days to pay',
        'Codes',
      ],
      ...programs.map(([name, , codes]) => [name, 'Medicare', 1, codes === '' ? 60 : '', 1, 1, 30, codes]),
    ],
    [
      ['Item', 'Category', 'Basis', 'Amount'],
      ['Nurse', 'care team', 'per month', 100],
    ],
    [
      ['Setting', 'Value'],
      ['Start month', 46204],
      ['Months', 3],
      ['Distinct patients', distinct],
    ],
  )
    .filter(([, , column]) => column === 'Eligible patients')
    .map((row) => String(row[3]));

const CCM: [string, Cell, string] = ['CCM', 2_400, '99490 + 0.25*99439'];
const APCM: [string, Cell, string] = ['APCM', 1_800, 'G0557'];
const PCM: [string, Cell, string] = ['PCM', 600, '99426'];
const RPM: [string, Cell, string] = ['RPM', 3_900, '99454'];

describe('Patients who could be in any program', () => {
  it('are noted when CCM, PCM and APCM together count more of them', () => {
    expect(notes([CCM, APCM, PCM])).toEqual([
      'Note: Panel, row 1: CCM, APCM, PCM may not be billed for one patient in a month. Together they have 4,800 eligible patients, but Distinct patients in Settings is 4,000: count each in one of them.',
    ]);
  });

  it('may be in RPM beside CCM', () => {
    expect(notes([CCM, RPM])).toEqual([]);
    expect(notes([['RPM', 4_001, '99454']])).toEqual([
      'Note: Panel, row 1 (RPM) has 4,001 eligible patients, but Distinct patients in Settings is 4,000. Lower the one or raise the other.',
    ]);
  });

  it.each<[string, [string, Cell, string][], number]>([
    [
      'programs of the same code',
      [
        ['CCM North', 2_500, '99490'],
        ['CCM South', 1_600, '99490'],
      ],
      1,
    ],
    ['RPM and RTM', [RPM, ['RTM', 200, '98977']], 1],
    ['two groups, each told once', [CCM, APCM, RPM, ['RTM', 200, '98977']], 2],
    ['a program of the book with typed amounts', [CCM, ['APCM', 1_800, '']], 1],
    ['a program of one’s own with typed amounts', [CCM, ['Stroke follow-up', 1_800, '']], 0],
    ['as many as there are', [CCM, ['APCM', 1_600, 'G0557']], 0],
    ['collaborative care with CCM', [CCM, ['BHI', 2_000, '99492 + 99493']], 0],
  ])('%s', (_, programs, found) => expect(notes(programs)).toHaveLength(found));

  it('say so where a program has no limit', () => {
    expect(notes([CCM, ['APCM', '', 'G0557']])[0]).toContain('Together they have no limit of eligible patients');
  });

  it('are not asked about where nobody gave them', () => expect(notes([CCM, APCM, PCM], '')).toEqual([]));
});
