/** The line, program and month that a question looks at. */
import type { Forecast } from '../../forecast/forecast';
import { InputError } from '../../tables/messages/input-error';
import * as messages from '../../tables/messages/arguments';
import type { Measure } from '../../what-if/measure';
import { lineKey } from './line-names';
import { monthNumber } from './month-argument';
import { isNotGiven, onlyCell } from './number-grid';
import { nameOf } from './text-argument';

/** @throws InputError for names and months that are not there */
export function measureOf(forecast: Forecast, line: unknown, program: unknown, month: unknown): Measure {
  if (isNotGiven(line))
    throw new InputError(messages.missingArgument('line', 'a line of the statement, e.g. "Margin"'));
  const { startMonth, months } = forecast.inputs.settings;
  return {
    line: lineKey(onlyCell(line)),
    program: forecast.program(nameOf('program', program)),
    month: isNotGiven(month) ? null : monthNumber('month', month, startMonth, months),
  };
}
