import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../src/forecast/forecast';
import { errorsIn } from '../../../src/workbook/excel/added-findings';
import { planTables } from '../../../src/workbook/plan/plan-tables';
import { planAddition, planWorkbook } from '../../../src/workbook/plan/plan-workbook';
import { SAMPLE_PRACTICE } from '../../../src/workbook/practice/practice';
import { CAPABILITY_KEYS } from '../../../src/workbook/sheets/capabilities';
import { WATCHED_SHEETS } from '../../../src/workbook/sheets/checks/added-answers';
import { DRAWN } from '../../../src/workbook/sheets/drawn-capabilities';
import type { Range } from '../../../src/tables/reading/read-model';

/** Of the workbook that sheets are added to. */
const TABLES = planTables(planWorkbook(SAMPLE_PRACTICE));
const SETTINGS: Range = [
  ['Setting', 'Value'],
  ['Start month', 46388],
  ['Months', 24],
];
const model = () => forecastOf(TABLES).model('Expected');
const beside = { settings: SETTINGS, programs: ['CCM', 'RPM'], model };
const DRIVERS = ['Driver', 'Program', 'Payer', 'Low', 'Likely', 'High'];
const CONTRACTS = [
  'Contract',
  'Kind',
  'Model',
  'Members',
  'Benchmark or premium PMPM',
  'Expected cost PMPM',
  'Quality',
];
const ACO = ['ACO', 'shared savings', 'MSSP ENHANCED', 1000, 1000, 950, 0.8];
const SPREADS = ['Driver', 'Contract', 'Low', 'High'];
const OUTCOMES = ['Domain', 'Measure', 'Baseline', 'Expected', 'Patients', 'Attributable share', 'Source'];
const MILESTONES = ['What', 'Trigger line', 'Program', 'Threshold'];

const places = (cells: Record<string, Range>) =>
  errorsIn(cells, beside).map(({ table, row, column, text }) => ({ at: [table, row, column], text }));

describe('What cannot be used on sheets that were added', () => {
  it('is nothing where there are none, and nothing where all can be used: notes stay on the sheets', () => {
    expect(errorsIn({}, beside)).toEqual([]);
    expect(
      places({
        tblUncertainty: [DRIVERS, ['Realization rate', 'CCM', '', 0.8, 0.85, 0.9]],
        tblContracts: [CONTRACTS, ACO],
        tblContractUncertainty: [SPREADS, ['Expected cost PMPM', 'ACO', 900, 1000]],
        tblOutcomes: [OUTCOMES, ['clinical outcomes', 'Blood pressure', 10, 8, 100, 1, 'a study']],
        tblMilestones: [MILESTONES, ['Registry', 'Active patients', 'CCM', 100]],
      }),
    ).toEqual([]);
  });

  it.each<[string, Record<string, Range>, unknown[], RegExp]>([
    ['a kind', { tblContracts: [CONTRACTS, ['ACO', 'shared', ...ACO.slice(2)]] }, ['Contracts', 1, 'Kind'], /shared/],
    [
      'a model that has ended',
      { tblContracts: [CONTRACTS, ACO, ['REACH', 'risk bands', 'ACO REACH Global', 1000, 1000, 950, 0.8]] },
      ['Contracts', 2, 'Model'],
      /ended 2026-12-31.*LEAD/,
    ],
    [
      'a date before the start',
      {
        tblContracts: [
          [...CONTRACTS, 'Starts'],
          [...ACO, 46_000],
        ],
      },
      ['Contracts', 1, 'Starts'],
      /before/,
    ],
    [
      'an end before its start',
      {
        tblContracts: [
          [...CONTRACTS, 'Starts', 'Ends'],
          [...ACO, 6, 3],
        ],
      },
      ['Contracts', 1, 'Ends'],
      /Starts/,
    ],
    [
      'a contract that is uncertain and is not there',
      { tblContracts: [CONTRACTS, ACO], tblContractUncertainty: [SPREADS, ['Expected cost PMPM', 'ACOs', 900, 1000]] },
      ['Contract uncertainty', null, null],
      /row 1.*ACOs.*did you mean ACO/,
    ],
    [
      'a column that is uncertain and is none',
      { tblContracts: [CONTRACTS, ACO], tblContractUncertainty: [SPREADS, ['Cost PMPM', 'ACO', 900, 1000]] },
      ['Contract uncertainty', null, null],
      /Cost PMPM/,
    ],
    [
      'a domain',
      { tblOutcomes: [OUTCOMES, ['medical', 'Blood pressure', 10, 8, 100, 1, 'a study']] },
      ['Outcomes', 1, 'Domain'],
      /medical/,
    ],
    [
      'a line',
      { tblMilestones: [MILESTONES, ['Registry', 'Active patient', '', 100]] },
      ['Milestones', 1, 'Trigger line'],
      /did you mean Active patients/,
    ],
    [
      'a program',
      { tblMilestones: [MILESTONES, ['Registry', 'Active patients', 'CCN', 100]] },
      ['Milestones', 1, 'Program'],
      /did you mean CCM/,
    ],
    [
      'a milestone of the same name',
      {
        tblMilestones: [MILESTONES, ['Registry', 'Active patients', '', 100], ['REGISTRY', 'Active patients', '', 200]],
      },
      ['Milestones', 2, 'What'],
      /row 1/,
    ],
  ])('is %s, at its cell', (_, cells, at, text) => {
    const [first] = places(cells);
    expect(first.at).toEqual(at);
    expect(first.text).toMatch(text);
  });

  it('is not said of what is uncertain while the model itself cannot be read, whose findings are told already', () => {
    const tblUncertainty: Range = [DRIVERS, ['Realisation', 'CCM', '', 0.8, 0.85, 0.9]];
    expect(errorsIn({ tblUncertainty }, { ...beside, model: () => null })).toEqual([]);
  });

  it('is said of all tables at once, and not of what is uncertain while the contracts cannot be read', () => {
    const found = places({
      tblContracts: [CONTRACTS, ['ACO', 'shared', ...ACO.slice(2)]],
      tblContractUncertainty: [SPREADS, ['Cost PMPM', 'ACO', 900, 1000]],
      tblMilestones: [MILESTONES, ['Registry', 'Active patient', '', 100]],
    });
    expect(found.map(({ at: [table] }) => table)).toEqual(['Contracts', 'Milestones']);
  });
});

describe('Checks', () => {
  it('has a place for every sheet whose answers it is to count', () => {
    const counted = CAPABILITY_KEYS.flatMap((key) => planAddition(DRAWN[key], TABLES).answers ?? []);
    expect(counted.map(({ sheet }) => sheet)).toEqual(WATCHED_SHEETS);
    for (const { sheet, errors } of counted) expect(errors.formula).toContain(sheet);
  });

  it('counts the cells that the sheets’ functions spill from', () => {
    for (const key of CAPABILITY_KEYS) {
      const { sheets, answers } = planAddition(DRAWN[key], TABLES);
      for (const { sheet, errors } of answers ?? []) {
        const plan = sheets.find(({ name }) => name === sheet)!;
        const asked = [...errors.formula.matchAll(/ISERROR\((?:'[^']+'|\w+)!\$([A-Z]+)\$(\d+)\)/g)];
        expect(asked.length).toBeGreaterThan(0);
        for (const [, column, row] of asked) {
          const block = [...plan.blocks]
            .reverse()
            .find((each) => each.row === Number(row) - 1 && each.column === column.charCodeAt(0) - 65);
          expect(JSON.stringify(block?.contents[0][0]), `${sheet}!${column}${row}`).toMatch(/PPPM\./);
        }
      }
    }
  });
});
