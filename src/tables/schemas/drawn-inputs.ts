/** Inputs of a contract that can be uncertain; a month or a term is not. */
import { fold } from '../reading/nearest';
import { CONTRACTS } from './contracts';

export const DRAWN = [
  'members',
  'memberGrowth',
  'premiumPmpm',
  'benchmarkTrend',
  'costPmpm',
  'costTrend',
  'careEffect',
  'riskScore',
  'quality',
  'attainment',
  'withoutSubstitutes',
] as const;
export type DrawnKey = (typeof DRAWN)[number];

export const DRAWN_HEADERS: readonly string[] = DRAWN.map((key) => CONTRACTS.header[key]);

/** By the header or an alias of its column; undefined for any other name. */
export const findDrawn = (name: string): DrawnKey | undefined =>
  DRAWN.find((key) =>
    [CONTRACTS.header[key], ...CONTRACTS.column[key].aliases].some((known) => fold(known) === fold(name)),
  );
