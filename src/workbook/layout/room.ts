/** What the sheets have room for, whatever they are built with: programs and scenarios added later find their place. */
import { MOST_PROGRAMS, MOST_SCENARIOS } from '../practice/limits';

export const ROOM = { programs: MOST_PROGRAMS, scenarios: MOST_SCENARIOS } as const;

/** 0, 1, 2 … of as many places. */
export const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);
