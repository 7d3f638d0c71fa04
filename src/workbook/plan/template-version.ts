/**
 * The version of the workbook that Build makes: of its sheets, tables and formulas, not of the add-in. It is raised when
 * one of these changes; test/golden then gets a workbook of it, and keeps those of all versions before.
 */
export const TEMPLATE_VERSION = '1.0.0';
