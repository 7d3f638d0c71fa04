import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failureText } from '../../src/taskpane/failure-text';
import { obstacle, REQUIREMENTS } from '../../src/taskpane/host';

beforeAll(() => void vi.stubGlobal('Office', { HostType: { Excel: 'Excel', Word: 'Word' } }));
afterAll(() => void vi.unstubAllGlobals());

describe('the host', () => {
  it('is asked for exactly what the manifest asks for', () => {
    const manifest = readFileSync(join(__dirname, '../../manifest.xml'), 'utf8');
    const sets = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(
      ([, set, version]) => `${set} ${version}`,
    );
    expect(REQUIREMENTS.map(({ set, version }) => `${set} ${version}`).sort()).toEqual(sets.sort());
  });

  it('stands in nobody’s way when it has everything', () =>
    expect(obstacle(Office.HostType.Excel, () => true)).toBeNull());

  it('is told apart from Excel', () => {
    expect(obstacle(null, () => true)).toContain('Open it there');
    expect(obstacle(Office.HostType.Word, () => true)).toContain('belongs in Excel');
  });

  it('names what is missing, and what to do', () => {
    const text = obstacle(Office.HostType.Excel, (set) => set !== 'SharedRuntime');
    expect(text).toContain('SharedRuntime 1.1');
    expect(text).not.toContain('ExcelApi');
    expect(text).toContain('Microsoft 365');
  });
});

describe('a failure', () => {
  it('is told with the way out where it is known', () =>
    expect(failureText({ code: 'InvalidOperationInCellEditMode', message: 'x' })).toContain('Press Enter or Esc'));
  it('of our own is told as it is', () =>
    expect(failureText(new Error('The sheet Panel is yours.'))).toBe('The sheet Panel is yours.'));
  it('that nobody foresaw keeps Excel’s words and code', () =>
    expect(failureText(Object.assign(new Error('Something broke'), { code: 'GeneralException' }))).toBe(
      'Excel answered: Something broke (GeneralException).',
    ));
});
