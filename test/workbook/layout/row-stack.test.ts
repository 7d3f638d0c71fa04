import { expect, test } from 'vitest';
import { RowStack } from '../../../src/workbook/layout/row-stack';

test('rows stand below each other, with gaps where they are asked for', () => {
  const rows = new RowStack(5);
  expect(rows.take()).toBe(5);
  expect(rows.take(3)).toBe(6);
  expect(rows.gap(2).take()).toBe(11);
  expect(rows.end).toBe(12);
});

test('a table says where its header stands, below title and units, and takes its rows', () => {
  const rows = new RowStack(0);
  expect(rows.table(4)).toBe(1);
  expect(rows.end).toBe(6);
  expect(rows.table(0, 2)).toBe(8);
  expect(rows.end).toBe(9);
});
