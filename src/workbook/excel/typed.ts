/** Contents as they go into cells. */
import { isFormula, type Content } from '../plan/cells';

/**
 * A content as it would be typed into a cell. Only a formula is calculated: a text that Excel would read as a
 * formula, a number or a date gets the apostrophe that makes it text.
 */
export function typed(content: Content): string | number | boolean {
  if (content === null) return '';
  if (isFormula(content)) return content.formula;
  return typeof content === 'string' && readsAsSomethingElse(content) ? `'${content}` : content;
}

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const DATE = new RegExp(`^((${MONTHS})[a-z]*[\\s.,/-]*\\d|\\d{1,4}[\\s/-]*(${MONTHS}))`, 'i');
const readsAsSomethingElse = (text: string): boolean =>
  /^[=+\-@']/.test(text) ||
  /^[\s($€£¥.\d][\s\d$€£¥%.,:()/eE+-]*([ap]m)?$/i.test(text) ||
  DATE.test(text) ||
  /^\s*(true|false|#[A-Z/0!?]+)\s*$/i.test(text);
