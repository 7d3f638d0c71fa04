import { expect, it } from 'vitest';
import { FUNCTION_IDS } from '../functions/excel';
import { ROWS } from './largest';

it('Every function has a row at the largest tables in the benchmark', () =>
  expect(new Set(ROWS.map(({ id }) => id))).toEqual(new Set(FUNCTION_IDS)));
