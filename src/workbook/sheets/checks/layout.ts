/** Where things stand on Checks, block under block, and what other sheets refer to. */
import { GUARDRAILS } from '../../../tables/schemas/guardrails';
import { RowStack } from '../../layout/row-stack';
import { HEADER_ROW } from '../../layout/sheet-draft';
import { MODEL_CHECKS } from './model-checks';

/** Findings shown; PPPM.CHECKMODEL may spill further. */
export const FINDINGS = 500;

const rows = new RowStack(HEADER_ROW);
export const CHECKS_ROW = rows.table(MODEL_CHECKS.length, 0);
export const GUARDRAILS_ROW = rows.gap().table(GUARDRAILS.length);
/** Last, as many as there are. */
export const FINDINGS_ROW = rows.gap(2).table(FINDINGS);
