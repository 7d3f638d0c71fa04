/**
 * The checks of the workbook, each a plain Excel formula over the cells, so that they check the add-in and not
 * the other way round.
 */
import { INPUTS } from './input-checks';
import type { ModelCheck } from './model-check';
import { MONEY, PANEL } from './statement-checks';
import { STRUCTURE } from './structure-checks';
import { SUMS } from './sum-checks';

/** As many whatever the practice. */
export const MODEL_CHECKS: readonly ModelCheck[] = [...STRUCTURE, ...PANEL, ...MONEY, ...SUMS, ...INPUTS];
