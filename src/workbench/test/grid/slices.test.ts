import { expect, it } from 'vitest';
import { formulasAtOneGo, turnsOfOthers } from '../../grid/slices';

/** The places at which others have their turn, if formulas take so many milliseconds each, and others a second. */
function turns(milliseconds: readonly number[]): number[] {
  let now = 1000;
  const divisor = formulasAtOneGo(() => now);
  return milliseconds.flatMap((takes, place) => {
    const isTurn = place % divisor === 0;
    if (isTurn) now += 1000;
    now += takes;
    return isTurn ? [place] : [];
  });
}

it('lets others have their turn before the first formula, and whenever formulas have taken more than 12 milliseconds', () => {
  expect(turns(Array<number>(12).fill(4))).toEqual([0, 5, 10]);
  expect(turns([0, 40, 0, 0, 40, 0])).toEqual([0, 2, 5]);
  expect(turns(Array<number>(1000).fill(0))).toEqual([0]);
});

it('gives others their turn between two formulas that are read, once 12 milliseconds have passed since the last turn', async () => {
  let now = 1000;
  let turns = 0;
  const giveTurn = turnsOfOthers(
    () => now,
    async () => {
      turns++;
      now += 1000;
    },
  );
  const before: number[] = [];
  for (const takes of [5, 5, 5, 1, 30, 5]) {
    now += takes;
    before.push(turns);
    await giveTurn();
  }
  expect(before).toEqual([0, 0, 0, 1, 1, 2]);
});
