import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Handler = (event: { worksheetId: string }) => Promise<void>;

const handlers: Record<string, Handler> = {};
const event = (name: string) => ({ add: (handler: Handler) => ((handlers[name] = handler), { remove() {} }) });
const worksheets = { onCalculated: event('calculated'), onChanged: event('changed'), onDeleted: event('deleted') };
vi.mock('../../../src/workbook/excel/door', () => ({
  repeatExcel: (work: (context: object) => unknown) => work({ workbook: { worksheets }, sync: async () => undefined }),
  changeExcel: async () => undefined,
}));
vi.mock('../../../src/workbook/excel/inspect', () => ({
  look: async () => ({ sheets: [{ id: 'panel' }, { id: 'forecast' }] }),
}));
const { watchWorkbook } = await import('../../../src/workbook/excel/watch');

const heard: string[] = [];
beforeEach(async () => {
  vi.useFakeTimers();
  heard.length = 0;
  await watchWorkbook(
    () => heard.push('quiet'),
    () => heard.push('stir'),
  );
});
afterEach(() => void vi.useRealTimers());

it('an edit is told at once, and its figures once, when Excel has calculated', () => {
  void handlers.changed({ worksheetId: 'panel' });
  vi.advanceTimersByTime(700);
  expect(heard).toEqual(['stir']);
  // Sheet by sheet, a moment apart.
  void handlers.calculated({ worksheetId: 'panel' });
  vi.advanceTimersByTime(60);
  void handlers.calculated({ worksheetId: 'forecast' });
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual(['stir', 'stir', 'stir', 'quiet']);
});

it('an edit that nothing is calculated from is read after a second', () => {
  void handlers.changed({ worksheetId: 'panel' });
  vi.advanceTimersByTime(1000);
  expect(heard).toEqual(['stir', 'quiet']);
});

it('what happens on sheets of others is nothing to us', () => {
  void handlers.changed({ worksheetId: 'notes' });
  vi.advanceTimersByTime(5000);
  expect(heard).toEqual([]);
});
