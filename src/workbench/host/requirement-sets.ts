/** What this Excel can do, as requirement sets. Only sets that the workbench truly plays. */
const SETS: Readonly<Record<string, string>> = {
  ExcelApi: '1.17',
  CustomFunctions: '1.9',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.1',
  AddInCommands: '1.1',
  OpenBrowserWindowApi: '1.1',
  DelayForCellEdit: '1.1',
};

/** Without `ExcelApi1.9` the newest ExcelApi is 1.8; without `SharedRuntime1.1` there is none. */
export function requirementSets(without: readonly string[]): Record<string, string> {
  const sets: Record<string, string> = { ...SETS };
  for (const missing of without) {
    const match = /^([a-z]+?)\s*(\d+)\.(\d+)$/i.exec(missing);
    const name = match && Object.keys(SETS).find((set) => set.toLowerCase() === match[1].toLowerCase());
    if (!match || !name)
      throw new Error(`No requirement set ${missing}. There are ${Object.keys(SETS).join(', ')}; say ExcelApi1.9.`);
    const minor = Number(match[3]) - 1;
    if (Number(match[2]) > 1 || minor < 1) delete sets[name];
    else sets[name] = `1.${Math.min(minor, Number(SETS[name].split('.')[1]))}`;
  }
  return sets;
}
