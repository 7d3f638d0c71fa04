/** Where months in brief are written. */
import type { Inputs } from '../inputs/prepare';
import { arraysOf } from '../math/arrays';
import { MONTH, type Records } from './memory';

/** Of a month's record: what dollars are made of comes first. */
export const BRIEF_FIELDS = MONTH.overheadAndComplianceCost + 1;

/** Room for the months of these inputs. */
export function allocateInBrief({ programs, months }: Inputs): Records {
  const arrays = arraysOf({
    months: programs.length * months * BRIEF_FIELDS,
    everEnrolled: programs.length,
    waiting: programs.length,
    owedAtStart: programs.length,
    others: months,
    together: months * BRIEF_FIELDS,
  });
  // A copy has another hidden class each time, for which V8 compiles everything anew.
  return Object.assign(arrays, { fields: BRIEF_FIELDS });
}
