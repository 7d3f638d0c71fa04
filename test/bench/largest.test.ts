import { expect, it } from 'vitest';
import { FUNCTION_IDS } from '../functions/excel';
import { ROWS, UNTIMED } from './largest';

it('Every function has a row at the largest tables in the benchmark, or is said not to be timed yet', () =>
  expect([...new Set(ROWS.map(({ id }) => id)), ...UNTIMED].sort()).toEqual([...FUNCTION_IDS].sort()));
