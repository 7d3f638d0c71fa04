/** Every sheet of the workbook, in the order of the tabs. A new sheet is a file of its own and an entry here. */
import { actualsSheet } from './actuals';
import { checksSheet } from './checks/checks';
import { compareSheet } from './compare/compare';
import { costsSheet } from './costs';
import { forecastSheet } from './forecast/forecast';
import { logSheet } from './log';
import { panelSheet } from './panel';
import { payerMixSheet } from './payer-mix';
import { ratesSheet } from './rates/rates';
import { scenariosSheet } from './scenarios';
import type { Sheet } from './sheet';
import { startSheet } from './start';

export const CATALOGUE: readonly Sheet[] = [
  startSheet,
  panelSheet,
  payerMixSheet,
  costsSheet,
  ratesSheet,
  scenariosSheet,
  forecastSheet,
  compareSheet,
  actualsSheet,
  checksSheet,
  logSheet,
];
