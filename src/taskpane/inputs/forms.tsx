/** The forms of the Inputs page: what each asks for, and the edit that comes of it. */
import { Caption1, Checkbox, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ComponentType } from 'react';
import { PAYERS, PROGRAMS, type Edit, type Proposal, type TablesNow } from '../../workbook';
import { addPayer, noRoomForPayer, usualShare } from '../../workbook/edits/add-payer';
import { addProgram, noRoomForProgram } from '../../workbook/edits/add-program';
import { addScenario, noRoomForScenario } from '../../workbook/edits/add-scenario';
import { refused } from '../../workbook/edits/edit';
import { mentionsOf, noProgramToRemove, removeProgram } from '../../workbook/edits/remove-program';
import { payersOf, programsOf, scenariosOf } from '../../workbook/edits/tables-now';
import { fold } from '../../tables/reading/nearest';
import { NumberInput } from '../number-input';
import { typedNumber, typedPercent } from '../typed-number';
import type { Form } from './inputs-session';
import { NameField } from './name-field';
import { ProposalView } from './proposal-view';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(110px, 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  check: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

export interface FormProps {
  tables: TablesNow;
  isWriting: boolean;
  onDo: (edit: Edit) => void;
  onCancel: () => void;
}

/** Why a form has nothing to offer; null where it has. */
export const FORM_VIEWS: Readonly<
  Record<Form, { View: ComponentType<FormProps>; closed: (tables: TablesNow) => string | null }>
> = {
  'Add program': { View: AddProgram, closed: noRoomForProgram },
  'Remove program': { View: RemoveProgram, closed: noProgramToRemove },
  'Add payer': { View: AddPayer, closed: noRoomForPayer },
  'Add scenario': { View: AddScenario, closed: noRoomForScenario },
};

/** Those of the list that the workbook does not have. */
const missing = <Choice extends { name: string }>(choices: readonly Choice[], names: readonly string[]): Choice[] =>
  choices.filter(({ name }) => !names.some((known) => fold(known) === fold(name)));

function AddProgram({ tables, ...rest }: FormProps) {
  const styles = useStyles();
  const choices = missing(PROGRAMS, programsOf(tables));
  const [name, setName] = useState(choices[0]?.name ?? '');
  const [patients, setPatients] = useState({ opening: '', eligible: '' });
  const opening = typedNumber(patients.opening);
  const eligible = typedNumber(patients.eligible);
  const proposal = useMemo(
    (): Proposal =>
      opening === undefined || eligible === undefined
        ? refused('Give patients in digits, e.g. 120.')
        : addProgram(tables, { name, openingPatients: opening ?? 0, eligiblePatients: eligible }),
    [tables, name, opening, eligible],
  );
  return (
    <>
      <NameField
        label="Program"
        hint="Choose one or type a name of your own."
        value={name}
        choices={choices}
        onChange={setName}
      />
      <div className={styles.pair}>
        <Field label="Opening patients" validationState={opening === undefined ? 'error' : 'none'}>
          <NumberInput
            value={patients.opening}
            placeholder="0"
            onType={(typed) => setPatients({ ...patients, opening: typed })}
          />
        </Field>
        <Field label="Eligible patients" validationState={eligible === undefined ? 'error' : 'none'}>
          <NumberInput
            value={patients.eligible}
            placeholder="no limit"
            onType={(typed) => setPatients({ ...patients, eligible: typed })}
          />
        </Field>
      </div>
      <Caption1>
        Rates, prices and costs are those that Build uses, each with its source. Payers pay as they do now.
      </Caption1>
      <ProposalView proposal={proposal} {...rest} />
    </>
  );
}

function RemoveProgram({ tables, ...rest }: FormProps) {
  const styles = useStyles();
  const programs = programsOf(tables);
  const [chosen, choose] = useState('');
  const program = programs.includes(chosen) ? chosen : (programs.at(-1) ?? '');
  const [withMentions, setWithMentions] = useState(true);
  const mentions = useMemo(() => mentionsOf(tables, program), [tables, program]);
  const proposal = useMemo(() => removeProgram(tables, program, withMentions), [tables, program, withMentions]);
  return (
    <>
      <Field label="Program">
        <Select value={program} onChange={(_, { value }) => choose(value)}>
          {programs.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      {mentions.length > 0 && (
        <>
          <Caption1>{program} or its staff are also named in</Caption1>
          <ul className={styles.list}>
            {mentions.map((rows) => (
              <li key={rows}>
                <Caption1>{rows}</Caption1>
              </li>
            ))}
          </ul>
          <Checkbox
            className={styles.check}
            checked={withMentions}
            onChange={(_, { checked }) => setWithMentions(checked === true)}
            label="Delete these rows, too; left there, a finding asks for them"
          />
        </>
      )}
      <ProposalView proposal={proposal} {...rest} />
    </>
  );
}

function AddPayer({ tables, ...rest }: FormProps) {
  const styles = useStyles();
  const choices = missing(PAYERS, payersOf(tables));
  const [name, setName] = useState(choices[0]?.name ?? '');
  /** Null while nobody has typed one: what the payer usually has. */
  const [typed, setTyped] = useState<string | null>(null);
  const [rebalance, setRebalance] = useState(true);
  const shown = typed ?? String(usualShare(name) * 100);
  const share = typedPercent(shown);
  const proposal = useMemo(
    () => addPayer(tables, { name, share: share ?? Number.NaN, rebalance }),
    [tables, name, share, rebalance],
  );
  return (
    <>
      <NameField
        label="Payer"
        hint="Choose one or type a name of your own."
        value={name}
        choices={choices}
        onChange={setName}
      />
      <div className={styles.pair}>
        <Field label="Share of panel">
          <NumberInput value={shown} contentAfter="%" onType={setTyped} />
        </Field>
      </div>
      <Checkbox
        className={styles.check}
        checked={rebalance}
        onChange={(_, { checked }) => setRebalance(checked === true)}
        label="Scale the other payers down to make room"
      />
      <ProposalView proposal={proposal} {...rest} />
    </>
  );
}

const NO_CHANGE = 'The tables as typed';

function AddScenario({ tables, ...rest }: FormProps) {
  const [name, setName] = useState('');
  const [like, setLike] = useState(NO_CHANGE);
  const scenarios = scenariosOf(tables);
  const proposal = useMemo(
    () => addScenario(tables, name, scenarios.includes(like) ? like : null),
    [tables, name, like, scenarios],
  );
  return (
    <>
      <NameField label="Name" value={name} choices={[]} onChange={setName} />
      <Field label="Starts as">
        <Select value={like} onChange={(_, { value }) => setLike(value)}>
          {[NO_CHANGE, ...scenarios].map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </Select>
      </Field>
      <ProposalView proposal={proposal} {...rest} />
    </>
  );
}
