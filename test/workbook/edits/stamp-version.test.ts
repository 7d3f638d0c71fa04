import { describe, expect, it } from 'vitest';
import { stampVersion, type Stamp } from '../../../src/workbook/edits/stamp-version';
import { undoing } from '../../../src/workbook/edits/undo';
import { contentsOf, done, edited, plannedTables } from './tables';

const tables = plannedTables();
const stamp: Stamp = { addin: '1.0.0', template: '1.0.0', author: ' A. Consultant ', date: 46000, asOf: 'June 2026' };
const figures = [
  { label: 'Revenue, first 12 months', text: '$1,234,567' },
  { label: 'Margin', text: '$200,000' },
];
const logOf = (now: typeof tables) => now.log!.rows.map(({ contents }) => contents).filter(([what]) => what !== null);

describe('the key figures of a version', () => {
  it('stand in the log, a line each, with who, when, as of which month and with which versions', () => {
    const { edit } = stampVersion(tables, stamp, 'Expected', figures);
    expect(logOf(edited(tables, edit!.steps))).toEqual([
      [
        'Key figure, Expected: Revenue, first 12 months',
        '',
        '$1,234,567',
        'A. Consultant',
        46000,
        'version stamped with add-in 1.0.0, template 1.0.0; as of: June 2026',
      ],
      expect.arrayContaining(['Key figure, Expected: Margin', '$200,000']),
    ]);
  });

  it('stand beside those of the version before', () => {
    const first = edited(tables, stampVersion(tables, stamp, 'Expected', figures).edit!.steps);
    const later = figures.map(({ label }) => ({ label, text: '$5' }));
    const second = edited(first, stampVersion(first, stamp, 'expected', later).edit!.steps);
    expect(
      logOf(second)
        .slice(2)
        .map(([, before, after]) => [before, after]),
    ).toEqual([
      ['$1,234,567', '$5'],
      ['$200,000', '$5'],
    ]);
  });

  it('are taken back', () => {
    const { edit } = stampVersion(tables, stamp, 'Expected', figures);
    const stamped = done(tables, edit!);
    expect(contentsOf(edited(stamped.after, undoing(stamped, stamped.after).steps!))).toEqual(contentsOf(tables));
  });

  it('need a name, and the log', () => {
    expect(stampVersion(tables, { ...stamp, author: ' ' }, 'Expected', figures).problem).toMatch(/^Give the name/);
    expect(stampVersion({ ...tables, log: null }, stamp, 'Expected', figures).problem).toMatch(/^The sheet Log has no/);
  });
});
