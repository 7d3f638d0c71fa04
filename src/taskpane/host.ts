/** What the pane needs of the program it is opened in. */

/** As the manifest asks for, with words for who lacks it. */
export const REQUIREMENTS = [
  { set: 'ExcelApi', version: '1.9', gives: 'tables, names, charts and their events' },
  { set: 'CustomFunctionsRuntime', version: '1.3', gives: 'worksheet functions of add-ins' },
  { set: 'SharedRuntime', version: '1.1', gives: 'a pane and functions that work together' },
] as const;

/** Why nothing can be built here, in words; null when all is well. */
export function obstacle(
  host: Office.HostType | null,
  isSupported: (set: string, version: string) => boolean,
): string | null {
  if (host !== Office.HostType.Excel)
    return 'This pane belongs in Excel. Open it there from the Home tab to build the workbook; the figures above work here too.';
  const missing = REQUIREMENTS.filter(({ set, version }) => !isSupported(set, version));
  if (missing.length === 0) return null;
  const list = missing.map(({ set, version, gives }) => `${gives} (${set} ${version})`).join('; ');
  return `This version of Excel lacks ${list}. Use Excel for Microsoft 365 (Windows, Mac or the web) or Excel 2024, or update Excel under File, Account, Update Options.`;
}
