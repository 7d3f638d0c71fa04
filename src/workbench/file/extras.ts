/** What a workbook of the workbench holds and a file of Excel's has no place for: kept as XML of the workbench's own. */
import type { DocumentState, SortState } from '../host/document-state';

const NAMESPACE = 'urn:pppm-workbench:extras';

export interface Extras {
  /** Of add-ins, which Excel keeps with the name of their installation. */
  settings: Record<string, unknown>;
  /** By sheet. */
  sheetProperties: Record<string, Record<string, string>>;
  /** By table, what its headers say it was sorted by. */
  sorts: Record<string, SortState>;
}

export const isExtras = (xml: string): boolean => xml.includes(`xmlns="${NAMESPACE}"`);

/** Null where there is nothing to keep. */
export function writeExtras(extras: Extras): string | null {
  const isEmpty = Object.values(extras).every((part) => Object.keys(part as object).length === 0);
  return isEmpty ? null : `<extras xmlns="${NAMESPACE}">${encodeURIComponent(JSON.stringify(extras))}</extras>`;
}

export function readExtras(xml: string | undefined): Extras {
  const text = xml && />([^<]*)<\/extras>/.exec(xml)?.[1];
  const none: Extras = { settings: {}, sheetProperties: {}, sorts: {} };
  try {
    return text ? { ...none, ...(JSON.parse(decodeURIComponent(text)) as Partial<Extras>) } : none;
  } catch {
    return none;
  }
}

export function extrasOf(
  document: DocumentState,
  sheets: readonly { id: string; name: string }[],
  tables: readonly { id: string; name: string }[],
): Extras {
  const named = <T>(
    items: readonly { id: string; name: string }[],
    of: (id: string) => T | undefined,
  ): Record<string, T> =>
    Object.fromEntries(
      items.flatMap(({ id, name }): [string, T][] => {
        const held = of(id);
        return held !== undefined && Object.keys(held as object).length > 0 ? [[name, held]] : [];
      }),
    );
  return {
    settings: document.settings,
    sheetProperties: named(sheets, (id) => document.sheets[id]?.customProperties),
    sorts: named(tables, (id) => document.tables[id]?.sort),
  };
}
