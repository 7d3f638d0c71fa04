/** Value-based contracts: a model from the book, what it would pay, and whether the margin carries its downside. */
import { Body1, Body1Strong, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { MODELS } from '../../contracts/book/find-terms';
import { CONTRACT_KINDS, type ContractKind, type Model } from '../../contracts/book/model';
import { AddSheets } from '../add-sheets/add-sheets';
import { Card } from '../card';
import { failureText } from '../failure-text';
import { dollarText } from '../figures';
import { Notice } from '../notice';
import { Announcer } from '../announcer';
import { OutcomeBar } from '../outcome-bar';
import { NumberInput } from '../number-input';
import { PageBody, PageHeading } from '../page';
import type { PageProps } from '../pane-page';
import { FigureTable } from '../refresh/figure-table';
import { typedNumber, typedPercent } from '../typed-number';
import { ContractsSession, type ContractsState } from './contracts-session';
import { MilestonesCard } from './milestones-card';
import { MilestonesSession, type MilestonesState } from './milestones-session';
import { proposedTerms, runsText, tryContract, type Tried, type TriedContract } from './try-contract';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(126px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
  },
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%' } },
  muted: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** What the amount a member is called, by kind; nothing where the model has it. */
const AMOUNTS: Readonly<Record<ContractKind, string | null>> = {
  'shared savings': 'Benchmark PMPM, $',
  'risk bands': 'Benchmark PMPM, $',
  capitation: 'Your part of the premium PMPM, $',
  access: null,
  'care fee': 'Fee PMPM, $',
};
const BEARS_COST: ReadonlySet<ContractKind> = new Set(['shared savings', 'risk bands', 'capitation']);

export function ContractsPage({ state, sessions }: PageProps) {
  const session = sessions.of(ContractsSession);
  const contract = useSyncExternalStore(session.subscribe, session.getState);
  const milestonesSession = sessions.of(MilestonesSession);
  const milestones = useSyncExternalStore(milestonesSession.subscribe, milestonesSession.getState);
  const status = state.stage === 'workbook' ? state.status : null;
  const scenario = status?.scenario ?? '';
  // Inputs may have changed, and with them the margin, and what is due when.
  useEffect(() => {
    void session.look();
    void milestonesSession.look(scenario || null);
  }, [session, milestonesSession, status, scenario]);
  return (
    <>
      <Announcer text={milestones.failure ?? milestones.done?.edit.done ?? (milestones.undone ? 'Undone.' : '')} />
      <PageBody>
        <PageHeading>Value-based contracts</PageHeading>
        <ModelCard model={contract.model} session={session} />
        <FiguresCard contract={contract} session={session} />
        {contract.failure !== null && (
          <Notice intent="error" title="The workbook could not be read.">
            {contract.failure}
          </Notice>
        )}
        <Result contract={contract} scenario={scenario} />
        <MilestonesCard state={milestones} session={milestonesSession} scenario={scenario} />
        <AddSheets capabilities={['contracts', 'roi', 'milestones']} state={state} sessions={sessions} />
      </PageBody>
      <Outcome state={milestones} session={milestonesSession} />
    </>
  );
}

/** What was accepted, with the way back. */
function Outcome({
  state: { failure, done, undone },
  session,
}: {
  state: MilestonesState;
  session: MilestonesSession;
}) {
  return (
    <OutcomeBar
      failure={failure}
      failureTitle="Not yet."
      undone={undone && 'Costs and the Log are as they were.'}
      done={done && { title: 'Accepted.', text: done.edit.done, undo: () => void session.undo() }}
      onDismiss={session.dismiss}
      onKeep={session.keep}
    />
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

function ModelCard({ model, session }: { model: Model; session: ContractsSession }) {
  const styles = useStyles();
  const proposed = proposedTerms(model);
  const sources = [...new Set([model.source, ...model.terms.map(({ source }) => source)].map(sourceText))];
  return (
    <Card title="Model">
      <Select
        className={styles.select}
        aria-label="Model of payment"
        value={model.name}
        onChange={(_, { value }) => session.choose(value)}
      >
        {CONTRACT_KINDS.map((kind) => (
          <optgroup key={kind} label={kind}>
            {MODELS.filter((each) => each.kind === kind).map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Body1Strong>{runsText(model, today())}</Body1Strong>
      <Body1>
        Pays for {model.scope}. The practice bears {model.risk}.
      </Body1>
      {proposed.length > 0 && (
        <Caption1 className={styles.muted}>Proposed, not final, so not used: {proposed.join('; ')}.</Caption1>
      )}
      <details>
        <summary>Sources</summary>
        {sources.map((text) => (
          <Caption1 key={text} block className={styles.muted}>
            {text}
          </Caption1>
        ))}
      </details>
    </Card>
  );
}

const sourceText = ({ text, confidence }: Model['source']): string => `${text} (${confidence})`;

function FiguresCard({ contract: { model, typed }, session }: { contract: ContractsState; session: ContractsSession }) {
  const styles = useStyles();
  const amount = AMOUNTS[model.kind];
  const fields: [field: keyof TriedContract, label: string][] = [
    ['members', model.kind === 'access' ? 'Patients' : 'Members'],
    ...(amount === null ? [] : [['premiumPmpm', amount] as [keyof TriedContract, string]]),
    ...(BEARS_COST.has(model.kind) ? [['costPmpm', 'Expected cost PMPM, $'] as [keyof TriedContract, string]] : []),
    ['quality', model.kind === 'access' ? 'Patients at target' : 'Quality score'],
  ];
  return (
    <Card title="Yours">
      <div className={styles.pair}>
        {fields.map(([field, label]) => (
          <Field
            key={field}
            label={label}
            validationMessage={valueOf(field, typed[field]) === undefined ? 'Not a number' : undefined}
          >
            <NumberInput value={typed[field]} onType={(text) => session.type(field, text)} />
          </Field>
        ))}
      </div>
      <Caption1 className={styles.muted}>
        Examples until you type yours. Other terms, trends and growth are columns of the sheet Contracts.
      </Caption1>
    </Card>
  );
}

const valueOf = (field: keyof TriedContract, text: string): number | null | undefined =>
  field === 'quality' ? typedPercent(text) : typedNumber(text);

/** What the contract comes to, or what stands in the way. */
function useTried({ model, typed, tables }: ContractsState, scenario: string): Tried | string | null {
  return useMemo(() => {
    if (!tables) return null;
    const values = (Object.keys(typed) as (keyof TriedContract)[]).map(
      (field) => [field, valueOf(field, typed[field])] as const,
    );
    if (values.some(([, value]) => value === undefined)) return 'Type numbers, as in 5,000 or 80%.';
    try {
      return tryContract(model, Object.fromEntries(values) as unknown as TriedContract, tables, scenario || null);
    } catch (error) {
      return failureText(error);
    }
  }, [model, typed, tables, scenario]);
}

function Result({ contract, scenario }: { contract: ContractsState; scenario: string }) {
  const styles = useStyles();
  const tried = useTried(contract, scenario);
  if (tried === null) return null;
  if (typeof tried === 'string')
    return (
      <Notice intent="warning" title="No figures.">
        {tried}
      </Notice>
    );
  const { year, figures, losses, isLimited, margin, notes } = tried;
  const bearsCost = BEARS_COST.has(contract.model.kind);
  const rows: [name: string, value: number][] = [
    [
      contract.model.kind === 'access' ? 'Allowed amount' : bearsCost ? 'Benchmark or premium' : 'Fees',
      figures.benchmark,
    ],
    ...(bearsCost
      ? ([
          ['Expected medical cost', figures.medicalCost],
          ['Savings or loss', figures.savings],
          ['Practice’s part', figures.share],
        ] as [string, number][])
      : []),
    ['Revenue accrued', figures.accrued],
    ['Paid monthly', figures.paid],
    ...(figures.medicalCostBorne > 0 ? ([['Medical cost borne', figures.medicalCostBorne]] as [string, number][]) : []),
    ['Margin after medical cost', figures.margin],
  ];
  return (
    <>
      <Card title={`One year: ${year}`}>
        <FigureTable columns={['$']} rows={rows.map(([name, value]) => ({ name, cells: [dollarText(value)] }))} />
      </Card>
      <Card title="Does the margin carry it?">
        <Body1Strong>{verdict(tried)}</Body1Strong>
        <FigureTable
          columns={['Loss', 'Margin covers']}
          rows={losses.map(({ name, loss, covered }) => ({
            name,
            cells: [dollarText(loss), margin === null ? '–' : timesText(covered)],
          }))}
        />
        <Caption1 className={styles.muted}>
          {margin === null
            ? 'The forecast has no margin yet: see Checks.'
            : `The care-management margin of those months is ${dollarText(margin)}${scenario ? ` in ${scenario}` : ''}.`}
          {!isLimited &&
            ' The terms set no limit to losses: the worst is with cost 20% above what is expected, an assumption.'}
        </Caption1>
        {notes.map((text) => (
          <Caption1 key={text} className={styles.muted}>
            {text}
          </Caption1>
        ))}
      </Card>
    </>
  );
}

const timesText = (times: number): string => (times === Infinity ? 'no loss' : `${times.toFixed(1)}×`);

function verdict({ losses, margin }: Tried): string {
  const [, higher, worst] = losses;
  if (worst.loss === 0) return 'Nothing can be lost under these terms.';
  if (margin === null) return `At worst ${dollarText(worst.loss)} are lost.`;
  if (worst.covered >= 1) return `Yes: it covers the worst loss ${timesText(worst.covered)}.`;
  if (higher.covered >= 1)
    return `Not at worst: it covers a cost 5% higher, but ${timesText(worst.covered)} of the worst loss.`;
  return `No: a cost 5% higher takes more than the margin, which covers ${timesText(higher.covered)} of it.`;
}
