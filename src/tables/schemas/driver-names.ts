/** Drivers by the column header a user knows them by. */
import type { Column } from './column';
import { COSTS } from './costs';
import { driverByKey, type Driver } from '../../engine/model/drivers';
import { fold } from '../reading/nearest';
import { PANEL } from './panel';
import { PAYER_MIX } from './payer-mix';

export interface NamedDriver {
  driver: Driver;
  column: Column;
  table: string;
}

const named: NamedDriver[] = [PANEL, PAYER_MIX, COSTS].flatMap((schema) =>
  schema.columns.flatMap((column) => {
    const driver = driverByKey.get(column.key);
    return driver ? [{ driver, column, table: schema.title }] : [];
  }),
);

export const DRIVER_NAMES: readonly string[] = named.map(({ column }) => column.header);

const byName = new Map(
  named.flatMap((entry) => [entry.column.header, ...entry.column.aliases].map((name) => [fold(name), entry] as const)),
);

export const findDriver = (name: string): NamedDriver | undefined => byName.get(fold(name));

const byKey = new Map(named.map((entry) => [entry.driver.key, entry]));

export const driverName = (key: string): string => byKey.get(key as Driver['key'])?.column.header ?? key;
export const driverColumn = (key: Driver['key']): Column => byKey.get(key)!.column;
export const driverTable = (key: string): string => byKey.get(key as Driver['key'])?.table ?? 'Panel';
