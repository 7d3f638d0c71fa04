/** Asks Excel to start the add-in with this workbook, or takes that back. */
export const openWithWorkbook = (opens: boolean): Promise<void> =>
  Office.addin.setStartupBehavior(opens ? Office.StartupBehavior.load : Office.StartupBehavior.none);
