import { table, text } from './column';
import { UNCERTAINTY } from './uncertainty';

const { distribution, low, likely, high, group, correlation } = UNCERTAINTY.column;

/** A row an uncertain input of a contract: as the table Uncertainty, of Contracts. */
export const CONTRACT_UNCERTAINTY = table({
  name: 'tblContractUncertainty',
  title: 'Contract uncertainty',
  maxRows: 200,
  label: ['driver', 'contract'],
  columns: [
    text('driver', 'Driver', 'The column of Contracts that is uncertain, e.g. Expected cost PMPM.'),
    text('contract', 'Contract', 'The contract it is of; blank = all.', {
      aliases: ['Item'],
      fallback: null,
      fallbackText: 'all',
    }),
    ...[distribution, low, likely, high, group, correlation],
  ],
});
