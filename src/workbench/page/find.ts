/** Ctrl+F: finds text in what the cells show, on every sheet, from the selected cell on. */
import type { Grid } from '../grid/grid';
import { element } from './elements';

export function findWithKeys(grid: Grid): void {
  const field = element('input', { type: 'search', 'aria-label': 'Find in the workbook', placeholder: 'Find' });
  const answer = element('output', {});
  const next = () => {
    answer.textContent = field.value === '' || goToNext(grid, field.value) ? '' : 'Nothing found';
  };
  const close = element('button', { type: 'button', 'aria-label': 'Close', click: () => (bar.hidden = true) }, '✕');
  const bar = element('div', { id: 'find', role: 'search' }, field, answer, close);
  bar.hidden = true;
  document.body.append(bar);
  field.addEventListener('keydown', (event) => {
    // Keys typed here are not the grid's.
    event.stopPropagation();
    if (event.key === 'Enter') next();
    if (event.key === 'Escape') bar.hidden = true;
  });
  window.addEventListener(
    'keydown',
    (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      event.stopPropagation();
      bar.hidden = false;
      field.select();
    },
    { capture: true },
  );
}

/** Selects the next cell that shows the text, in any letters, and says whether there is one. */
function goToNext(grid: Grid, text: string): boolean {
  const wanted = text.toLowerCase();
  const { sheetId: from, range } = grid.selection();
  const sheets = [...grid.sheets()].sort((a, b) => a.position - b.position).map(({ id }) => id);
  const start = sheets.indexOf(from);
  const isAfter = (row: number, column: number) => row > range.row || (row === range.row && column > range.column);
  // Round the workbook, and at last the part of this sheet that lies before the selected cell.
  for (let turn = 0; turn <= sheets.length; turn++) {
    const sheetId = sheets[(start + turn) % sheets.length];
    const used = grid.usedRange(sheetId);
    if (!used) continue;
    const texts = grid.readTexts(sheetId, used);
    for (let r = 0; r < used.rows; r++) {
      for (let c = 0; c < used.columns; c++) {
        const [row, column] = [used.row + r, used.column + c];
        if (turn === 0 && !isAfter(row, column)) continue;
        if (!texts[r][c].toLowerCase().includes(wanted)) continue;
        grid.select(sheetId, { row, column, rows: 1, columns: 1 });
        return true;
      }
    }
  }
  return false;
}
