import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { untilQuiet } from '../../../src/workbook/excel/watch';

let told: string[];
let heard: ReturnType<typeof untilQuiet>;
beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  heard = untilQuiet(
    (sheetId) => sheetId !== 'notes',
    () => told.push('quiet'),
    () => told.push('stir'),
  );
});
afterEach(() => void vi.useRealTimers());

it('an edit is told at once, and its figures once, when Excel has calculated', () => {
  void heard.edited({ worksheetId: 'panel' });
  vi.advanceTimersByTime(700);
  expect(told).toEqual(['stir']);
  // Sheet by sheet, a moment apart.
  void heard.calculated({ worksheetId: 'panel' });
  vi.advanceTimersByTime(60);
  void heard.calculated({ worksheetId: 'forecast' });
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(['stir', 'stir', 'stir', 'quiet']);
});

it('an edit that nothing is calculated from is read after a second', () => {
  void heard.edited({ worksheetId: 'panel' });
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['stir', 'quiet']);
});

it('what happens on sheets of others is nothing to us; what has no sheet has happened on all', () => {
  void heard.edited({ worksheetId: 'notes' });
  vi.advanceTimersByTime(5000);
  expect(told).toEqual([]);
  void heard.calculated({ worksheetId: '' });
  expect(told).toEqual(['stir']);
});

it('nothing is told any more once it is stopped', () => {
  void heard.edited({ worksheetId: 'panel' });
  heard.stop();
  vi.advanceTimersByTime(5000);
  expect(told).toEqual(['stir']);
});
