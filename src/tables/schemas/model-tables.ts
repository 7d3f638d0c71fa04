/** The tables of the model, in the order in which its functions take them. */
import { ACTUALS } from './actuals';
import { CHANGES } from './changes';
import type { TableSchema } from './column';
import { COSTS } from './costs';
import { PANEL } from './panel';
import { PAYER_MIX } from './payer-mix';
import { SCENARIOS } from './scenarios';
import { SETTINGS } from './settings';

export const MODEL_SCHEMAS = {
  panel: PANEL,
  payerMix: PAYER_MIX,
  costs: COSTS,
  settings: SETTINGS,
  scenarios: SCENARIOS,
  changes: CHANGES,
  actuals: ACTUALS,
} as const satisfies Record<string, TableSchema>;

export type TableKey = keyof typeof MODEL_SCHEMAS;
export const TABLE_KEYS = Object.keys(MODEL_SCHEMAS) as TableKey[];
export const TABLE_SCHEMAS: readonly TableSchema[] = Object.values(MODEL_SCHEMAS);
