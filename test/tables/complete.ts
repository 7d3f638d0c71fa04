/** Tables that a test keeps short, made as whole as a built workbook's: what is left out is answered, so that only what the test is about is a finding. */
import { CHANGES } from '../../src/tables/schemas/changes';
import type { TableSchema } from '../../src/tables/schemas/column';
import { COSTS } from '../../src/tables/schemas/costs';
import { PANEL } from '../../src/tables/schemas/panel';
import { PAYER_MIX } from '../../src/tables/schemas/payer-mix';
import { SCENARIOS } from '../../src/tables/schemas/scenarios';
import { BLANK } from './blanks';

type Range = readonly (readonly unknown[])[];

const SCHEMAS = { panel: PANEL, payerMix: PAYER_MIX, costs: COSTS, scenarios: SCENARIOS, changes: CHANGES };

/** Columns whose absence would decide the answer. */
const MEANT: readonly string[] = [PANEL.header.disengagementRate, PAYER_MIX.header.daysToPay];

export function complete<Tables extends object>(tables: Tables, blank: unknown = BLANK): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, range]) => {
      const schema = SCHEMAS[name as keyof typeof SCHEMAS] as TableSchema | undefined;
      return [
        name,
        schema && Array.isArray(range) && range.length > 1 ? withAllColumns(schema, range as Range, blank) : range,
      ];
    }),
  ) as Tables;
}

function withAllColumns({ columns }: TableSchema, [headers, ...rows]: Range, blank: unknown): Range {
  const isThere = ({ header, aliases }: (typeof columns)[number]) =>
    [header, ...aliases].some((name) => headers.includes(name));
  const absent = columns.filter((column) => !column.raw && !isThere(column)).map(({ header }) => header);
  const all = [...headers, ...absent];
  const missing = (header: unknown) => (MEANT.includes(String(header)) ? 'zero' : blank);
  return [
    all,
    ...rows.map((row) => all.map((header, i) => (i < headers.length ? row[i] : undefined) ?? missing(header))),
  ];
}
