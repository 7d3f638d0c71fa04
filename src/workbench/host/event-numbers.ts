/** Office.js's numbers for the events. */
export const EVENT = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  selectionChanged: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  tableChanged: 101,
  paneVisibilityChanged: 65539,
} as const;

/** Where the events of workbook-wide collections go. */
export const WORKBOOK_TARGET = 'Workbook';
