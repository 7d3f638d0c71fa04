/**
 * Where two answers differ. A figure that moved, or a call that answers now and was refused before, is one thing;
 * other words for the same figure are another.
 */
import { isRefusal, type Answer, type AnswerCell } from './recording';

export interface Difference {
  kind: 'figure' | 'text';
  /** Counted from 1; 0 is the answer as a whole. */
  row: number;
  column: number;
  /** What the row is called, where it begins with a text. */
  label: string;
  before: string;
  after: string;
}

/** Rows of an answer that hold figures: findings are texts with their places, and an explanation's factors explain the first row. */
const FIGURE_ROWS: Readonly<Record<string, number>> = { CHECKMODEL: 0, EXPLAIN: 1 };

export function differences(id: string, before: Answer, after: Answer): Difference[] {
  if (isRefusal(before) || isRefusal(after)) {
    if (isRefusal(before) && isRefusal(after)) return different('text', 0, 0, '', before, after);
    return [{ kind: 'figure', row: 0, column: 0, label: '', before: shown(before), after: shown(after) }];
  }
  const found: Difference[] = [];
  const figureRows = FIGURE_ROWS[id] ?? Infinity;
  for (let r = 0; r < Math.max(before.length, after.length); r++) {
    const [then, now] = [before[r] ?? [], after[r] ?? []];
    const label = [then[0], now[0]].find((cell) => typeof cell === 'string') ?? '';
    for (let c = 0; c < Math.max(then.length, now.length); c++) {
      const isMoved =
        typeof then[c] === 'number' || typeof now[c] === 'number' || isRefusal(then[c]) !== isRefusal(now[c]);
      const isFigure = r < figureRows && isMoved;
      found.push(...different(isFigure ? 'figure' : 'text', r + 1, c + 1, label, then[c], now[c]));
    }
  }
  return found;
}

type Compared = Answer | AnswerCell | undefined;

/** To the last bit, but for the sign of nothing: Excel knows no negative zero. */
function different(
  kind: Difference['kind'],
  row: number,
  column: number,
  label: string,
  before: Compared,
  after: Compared,
): Difference[] {
  const same = isRefusal(before) && isRefusal(after) ? shown(before) === shown(after) : before === after;
  return same ? [] : [{ kind, row, column, label, before: shown(before), after: shown(after) }];
}

const shown = (value: Compared): string =>
  value === undefined
    ? 'nothing'
    : Array.isArray(value)
      ? `${value.length} rows`
      : isRefusal(value)
        ? `${value.error} ${value.text}`
        : JSON.stringify(value);
