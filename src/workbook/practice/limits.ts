/** How much the workbook's sheets, charts and checks have room for. */
export const MOST_PROGRAMS = 12;
export const MOST_PAYERS = 8;
export const MOST_SCENARIOS = 6;
