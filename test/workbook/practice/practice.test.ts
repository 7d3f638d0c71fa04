import { describe, expect, test } from 'vitest';
import { checkPractice, SAMPLE_PRACTICE, type Practice } from '../../../src/workbook/practice/practice';

const fields = (change: Partial<Practice>) =>
  checkPractice({ ...SAMPLE_PRACTICE, ...change }).map(({ field }) => field);
const ccm = (eligiblePatients: number | null, openingPatients: number, name = 'CCM') => ({
  name,
  eligiblePatients,
  openingPatients,
});

describe('checkPractice', () => {
  test('finds nothing wrong with the sample', () => expect(checkPractice(SAMPLE_PRACTICE)).toEqual([]));

  test.each<[string, Partial<Practice>, string[]]>([
    ['a practice without a name', { name: '  ' }, ['name']],
    ['a name too long for a title', { name: 'x'.repeat(61) }, ['name']],
    ['no months', { months: 0 }, ['months']],
    ['121 months', { months: 121 }, ['months']],
    ['half a month', { months: 12.5 }, ['months']],
    ['a month that is none', { startMonth: Number.NaN }, ['startMonth']],
    ['a start in the year 27', { startMonth: 27 * 12 }, ['startMonth']],
    ['no program', { programs: [] }, ['programs']],
    ['no payer', { payers: [] }, ['payers']],
    ['a program twice, whatever its case', { programs: [ccm(10, 1), ccm(10, 1, ' ccm ')] }, ['programs.1.name']],
    ['a payer twice', { payers: ['Medicare', 'medicare'] }, ['payers.1']],
    ['a payer without a name', { payers: ['Medicare', ''] }, ['payers.1']],
    ['negative patients', { programs: [ccm(-1, 0)] }, ['programs.0.eligiblePatients']],
    ['patients that are no number', { programs: [ccm(10, Number.NaN)] }, ['programs.0.openingPatients']],
    ['more enrolled than eligible', { programs: [ccm(10, 11)] }, ['programs.0.openingPatients']],
    ['a program with the name of a totals row', { programs: [ccm(10, 1, 'Total')] }, ['programs.0.name']],
    ['a payer that means every payer', { payers: ['all'] }, ['payers.0']],
    ['nine payers', { payers: Array.from({ length: 9 }, (_, i) => `Payer ${i}`) }, ['payers']],
    ['0 eligible patients', { programs: [ccm(0, 0)] }, ['programs.0.eligiblePatients']],
  ])('refuses %s', (_, change, expected) => expect(fields(change)).toEqual(expected));

  test('takes a blank for no limit on eligible patients', () =>
    expect(fields({ programs: [ccm(null, 50)] })).toEqual([]));

  test('says what to do in words', () =>
    expect(checkPractice({ ...SAMPLE_PRACTICE, programs: [ccm(10, 1_100)] })[0].text).toBe(
      '1,100 enrolled patients exceed 10 eligible patients, who include them.',
    ));
});
