import { expect, it } from 'vitest';
import { FUNCTION_IDS } from '../functions/excel';
import { ROWS } from './largest-rows';

it('Every function has a row at the largest tables in the benchmark', () =>
  expect([...new Set(ROWS.map(({ id }) => id))].sort()).toEqual([...FUNCTION_IDS].sort()));
