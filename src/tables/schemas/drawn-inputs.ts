/** Inputs of a contract that can be uncertain; a month or a term is not. */
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
