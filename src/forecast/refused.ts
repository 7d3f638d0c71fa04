/** A forecast that cannot be, although every row of its tables is in order: told on the row that is to blame. */
import type { UnitsForNobody } from '../engine/inputs/units-for-nobody';
import { monthOfForecast } from '../tables/calendar';
import { error, type Finding } from '../tables/messages/finding';
import { InputError } from '../tables/messages/input-error';
import { cellsOf } from '../tables/messages/place';
import * as messages from '../tables/messages/tables';
import type { SourcedChange } from '../tables/reading/read-changes';
import type { Inputs } from '../tables/reading/read-model';
import { CHANGES } from '../tables/schemas/changes';
import { driverName } from '../tables/schemas/driver-names';
import { SCENARIOS } from '../tables/schemas/scenarios';

export class Refused extends InputError {
  constructor(readonly finding: Finding) {
    super(finding.text);
    this.name = 'Refused';
  }
}

/** The change or adjustment that leaves units that serve nobody. */
export function refused(
  { change, item, month, value }: UnitsForNobody,
  { changes, settings }: Inputs,
  scenario: string | null,
): Refused {
  const { row, driver } = change as SourcedChange;
  const label = driverName(driver);
  const place = changes.includes(change as SourcedChange)
    ? cellsOf(CHANGES, row, label)('value')
    : { table: SCENARIOS.title, row, label, column: scenario ?? '' };
  return new Refused(
    error(place, messages.unitsForNobody, value, item.item, monthOfForecast(settings.startMonth, month)),
  );
}
