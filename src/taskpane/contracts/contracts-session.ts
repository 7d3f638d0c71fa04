/** The Contracts page between two looks at it: the model chosen, what was typed, and the tables as they stand. */
import { MODELS } from '../../contracts/book/find-terms';
import type { Model } from '../../contracts/book/model';
import type { TablesNow } from '../../workbook';
import { failureText } from '../failure-text';
import { Store } from '../store';
import type { WorkbookApi } from '../workbook-api';
import { EXAMPLES, type TriedContract } from './try-contract';

export interface ContractsState {
  model: Model;
  /** As typed. */
  typed: Readonly<Record<keyof TriedContract, string>>;
  /** Null until they are read. */
  tables: TablesNow | null;
  failure: string | null;
}

const START = MODELS.find(({ name }) => name === 'MSSP BASIC E') ?? MODELS[0];

/** Examples as a person would type them. */
const exampleOf = ({ kind }: Model): ContractsState['typed'] => {
  const { members, premiumPmpm, costPmpm, quality } = EXAMPLES[kind];
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    members: text(members),
    premiumPmpm: text(premiumPmpm),
    costPmpm: text(costPmpm),
    quality: quality === null ? '' : `${quality * 100}%`,
  };
};

export class ContractsSession extends Store<ContractsState> {
  constructor(private readonly api: WorkbookApi) {
    super({ model: START, typed: exampleOf(START), tables: null, failure: null });
  }

  /** The tables may have changed since they were last looked at. */
  readonly look = async (): Promise<void> => {
    try {
      this.change({ tables: await this.api.readTables(), failure: null });
    } catch (error) {
      this.change({ failure: failureText(error) });
    }
  };

  /** Another kind is typed anew; figures of the same kind stay. */
  readonly choose = (name: string): void => {
    const model = MODELS.find((each) => each.name === name);
    if (!model) return;
    const isSameKind = model.kind === this.getState().model.kind;
    this.change({ model, ...(!isSameKind && { typed: exampleOf(model) }) });
  };

  readonly type = (field: keyof TriedContract, text: string): void =>
    this.change({ typed: { ...this.getState().typed, [field]: text } });

  private change(part: Partial<ContractsState>): void {
    this.set({ ...this.getState(), ...part });
  }
}
