import { describe, expect, it } from 'vitest';
import { draftOf, readDraft, type Draft, type ProgramDraft } from '../../../../src/taskpane/forecast/form/draft';
import { PROGRAMS, SAMPLE_PRACTICE } from '../../../../src/workbook/practice/practice';

const sample = draftOf(SAMPLE_PRACTICE, PROGRAMS);
const withProgram = (name: string, part: Partial<ProgramDraft>): Draft => ({
  ...sample,
  programs: sample.programs.map((program) => (program.name === name ? { ...program, ...part } : program)),
});

describe('the form', () => {
  it('reads back the sample it was filled with', () => {
    expect(readDraft(sample)).toEqual({ practice: SAMPLE_PRACTICE, problems: {} });
  });

  it('reads numbers as people in the US type them', () => {
    const { practice } = readDraft(withProgram('CCM', { eligiblePatients: ' 12,500 ', openingPatients: '1200' }));
    expect(practice?.programs[0]).toEqual({ name: 'CCM', eligiblePatients: 12_500, openingPatients: 1_200 });
  });

  it('reads a blank number of eligible patients as no limit, and blank opening patients as none', () => {
    const { practice } = readDraft(withProgram('CCM', { eligiblePatients: '', openingPatients: '' }));
    expect(practice?.programs[0]).toEqual({ name: 'CCM', eligiblePatients: null, openingPatients: 0 });
  });

  it('asks about 0 eligible patients, who are not “no limit”', () => {
    const { practice, problems } = readDraft(withProgram('CCM', { eligiblePatients: '0', openingPatients: '0' }));
    expect(practice).toBeNull();
    expect(problems).toEqual({
      'CCM.eligiblePatients': expect.stringMatching(/^0 eligible patients means that nobody can be in the program/),
    });
  });

  it.each(['12x', '1,2', '1.2.3', '—', '1e5', '$40'])('does not guess what %s means', (typed) => {
    const { practice, problems } = readDraft(withProgram('RPM', { openingPatients: typed }));
    expect(practice).toBeNull();
    expect(Object.keys(problems)).toEqual(['RPM.openingPatients']);
    expect(problems['RPM.openingPatients']).toContain(typed);
  });

  it('puts a program’s problem at that program, whichever programs are chosen before it', () => {
    const draft = withProgram('BHI', { openingPatients: '900', eligiblePatients: '700' });
    const without = {
      ...draft,
      programs: draft.programs.map((program) => (program.name === 'CCM' ? { ...program, chosen: false } : program)),
    };
    expect(Object.keys(readDraft(without).problems)).toEqual(['BHI.openingPatients']);
  });

  it.each([['0'], ['121'], ['1.5'], [''], ['-3'], ['three']])('refuses a horizon of “%s” months', (months) => {
    const { practice, problems } = readDraft({ ...sample, months });
    expect(practice).toBeNull();
    expect(Object.keys(problems)).toEqual(['months']);
  });

  it.each([
    ['1', 1],
    ['120', 120],
  ])('takes a horizon of %s months', (months, read) => {
    expect(readDraft({ ...sample, months }).practice?.months).toBe(read);
  });

  it('asks for a name, a program and a payer', () => {
    const { problems } = readDraft({
      ...sample,
      name: '  ',
      programs: sample.programs.map((program) => ({ ...program, chosen: false })),
      payers: [],
    });
    expect(Object.keys(problems).sort()).toEqual(['name', 'payers', 'programs']);
  });

  it('keeps what was typed for a program that is not chosen, and leaves it out', () => {
    const draft = withProgram('CCM', { chosen: false, openingPatients: 'nonsense' });
    expect(readDraft(draft).practice?.programs.map(({ name }) => name)).not.toContain('CCM');
  });
});
