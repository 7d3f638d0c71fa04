import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('The checklist for real Excel has no more than 25 steps, numbered one after the other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/excel-checklist.md'), 'utf8');
  const numbers = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(numbers.length).toBeGreaterThan(15);
  expect(numbers.length).toBeLessThanOrEqual(25);
});
