/** Functions of exports whose rows were left out failed in words of the program, not of the user. */
import { expect, it } from 'vitest';
import { textOf } from '../functions/excel';

it.each([undefined, null, [], [[]], [['']], 0, ''])('rows left out or blank (%j) are asked for', (rows) => {
  for (const id of ['ACTUALS', 'TRIANGLE'])
    expect(textOf(id, rows)).toBe('There are no rows to read: select or open a table with its header row.');
});
