/** What to tell the user when Excel refuses: the reason and the way out. */

const BY_CODE: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'Excel is waiting for you to finish typing in a cell. Press Enter or Esc in the sheet, then try again.',
  AccessDenied:
    'This workbook is protected or opened for reading only. Unprotect it on the Review tab, or save a copy, then try again.',
  ItemNotFound: 'A sheet or a cell this needs is not there any more. Close the pane and open it again.',
  ActivityLimitReached: 'Excel is busy. Wait a moment, then try again.',
  Timeout: 'Excel took too long to answer. Wait a moment, then try again.',
  InvalidSelection: 'The window of another workbook was in front. Go back to this one, then try again.',
  RequestAborted: 'Excel stopped before it was done. Try again.',
};

/** Names the first few: the rest shows when it is tried again. */
function protectedText(sheets: readonly string[]): string {
  const [subject, object] =
    sheets.length === 1
      ? [`The sheet ${sheets[0]} is`, 'it']
      : [`These sheets are`, `them (${sheets.slice(0, 3).join(', ')}${sheets.length > 3 ? ', …' : ''})`];
  return `${subject} protected, so Excel lets nothing change ${object}. Choose Review > Unprotect Sheet there, then try again.`;
}

export function failureText(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const sheets = (error as { protectedSheets?: readonly string[] } | null)?.protectedSheets ?? [];
  if (sheets.length > 0) return protectedText(sheets);
  const known = BY_CODE[code];
  if (known) return known;
  const message = error instanceof Error ? error.message : String(error);
  return code ? `Excel answered: ${message} (${code}).` : message;
}
