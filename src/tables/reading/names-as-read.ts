/** The names that tables bring, and which rows they stand in: what formulas on the sheets have to know of the reading. */
import { error } from '../messages/finding';
import { InputError } from '../messages/input-error';
import { wholeTable } from '../messages/place';
import * as messages from '../messages/tables';
import type { TableSchema } from '../schemas/column';
import { PANEL } from '../schemas/panel';
import { PAYER_MIX } from '../schemas/payer-mix';
import { SCENARIOS } from '../schemas/scenarios';
import { byFold, fold } from './nearest';
import { scenarioColumns } from './read-changes';
import type { Range } from './read-model';
import { isGiven, type Table } from './read-table';
import { rememberedTable } from './remembered-table';

/** The programs of Panel in their order, spelled as there. @throws InputError where Panel cannot be read. */
export function programsAsRead(panel: Range | null): string[] {
  const { rows } = readable(PANEL, panel);
  return [...byFold(rows.flatMap(({ values }) => (values.name as string | null) ?? [])).values()];
}

/**
 * Of each row below Payer mix’s header, the number of its program among those of Panel; null where the row is blank,
 * adds up others, or names no program of Panel. @throws InputError where a table cannot be read.
 */
export function programNumbersAsRead(panel: Range | null, payerMix: Range | null): (number | null)[] {
  const numbers = new Map(programsAsRead(panel).map((name, i) => [fold(name), i + 1]));
  const found = payerMix?.slice(1).map((): number | null => null) ?? [];
  for (const { number, values } of readable(PAYER_MIX, payerMix).rows)
    found[number - 1] = numbers.get(fold((values.program as string | null) ?? '')) ?? null;
  return found;
}

/** The scenarios in the order of their columns. @throws InputError where Scenarios cannot be read. */
export function scenariosAsRead(scenarios: Range | null): string[] {
  const { headers } = readable(SCENARIOS, scenarios);
  return scenarioColumns(headers, []).map(({ name }) => name);
}

function readable(schema: TableSchema, range: Range | null): Table {
  const place = wholeTable(schema);
  if (!isGiven(range)) throw new InputError(error(place, messages.tableMissing, schema.name).text);
  const table = rememberedTable(schema, range);
  const broken = table.findings.find(({ severity, row }) => severity === 'error' && row === null);
  if (broken) throw new InputError(broken.text);
  return table;
}
