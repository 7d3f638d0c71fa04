/**
 * Whether Excel starts the add-in with this workbook, and the pane then shows itself. Excel keeps that in the file: each
 * copy of it has it, too. Set only where the user asks for it (open-with-workbook.ts).
 */
export const opensWithWorkbook = async (): Promise<boolean> =>
  (await Office.addin.getStartupBehavior()) === Office.StartupBehavior.load;

/** To be called once, when the add-in has started: it was by the user, by a function of the workbook, or for this. */
export async function showPaneIfAsked(): Promise<void> {
  if (await opensWithWorkbook()) await Office.addin.showAsTaskpane();
}
