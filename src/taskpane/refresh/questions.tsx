/** What the reader has to ask: which kind of rows, what headers stand for, which order dates have, and what names mean. */
import { Body1, Button, Caption1, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { COLUMNS, KINDS, type Kind } from '../../actuals/reading/kinds';
import { IN_WORDS, type Reading } from '../../actuals/reading/read-table';
import type { DateOrder } from '../../actuals/reading/dates';
import type { ExportWords } from '../../workbook';
import type { RefreshSession } from './refresh-session';
import type { Source } from './sources';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface QuestionsProps {
  source: Source;
  isBusy: boolean;
  session: RefreshSession;
}

const ORDERS: readonly DateOrder[] = ['month first', 'day first'];
const NOTHING = '';

export function Questions({ source, isBusy, session }: QuestionsProps) {
  return (
    <>
      {source.readings.map((reading, i) => (
        <QuestionsOfReading key={i} source={source} reading={reading} isBusy={isBusy} session={session} />
      ))}
    </>
  );
}

function QuestionsOfReading({ source, reading, isBusy, session }: QuestionsProps & { reading: Reading }) {
  const { kind, refused, columns, missing, unknown } = reading;
  const asksForKind = refused !== null && (kind === null || source.said.kind !== undefined);
  const knownKind = kind ?? source.said.kind ?? null;
  // Where no header row is known the first row may be somebody’s data: what has a digit is not shown.
  const isHeader = (text: string) => text.trim() !== '' && (kind !== null || !/\d/.test(text));
  const unread = columns
    .filter(({ header, column }) => column === null && isHeader(header))
    .map(({ header }) => header);
  const mean = (of: keyof ExportWords) => (means: Readonly<Record<string, string>>) => void session.mean(of, means);
  return (
    <>
      {asksForKind && (
        <Field label="What are these rows?">
          <Select
            value={source.said.kind ?? NOTHING}
            disabled={isBusy}
            onChange={(_, { value }) => void session.say(source.id, { kind: KINDS.find((each) => each === value) })}
          >
            <option value={NOTHING}>Choose</option>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {IN_WORDS[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {knownKind && refused !== null && unread.length > 0 && (
        <Meanings
          title="What stands in these columns?"
          hint="The answer is remembered in this workbook."
          names={unread}
          choices={columnChoices(knownKind, missing)}
          nothing="Not needed"
          isBusy={isBusy}
          onMean={mean('headers')}
        />
      )}
      {refused !== null && knownKind && missing.length === 0 && (
        <Field label="Dates such as 4/7/2026">
          <Select
            value={source.said.dates ?? NOTHING}
            disabled={isBusy}
            onChange={(_, { value }) => void session.say(source.id, { dates: ORDERS.find((each) => each === value) })}
          >
            <option value={NOTHING}>As the rows show</option>
            {ORDERS.map((order) => (
              <option key={order} value={order}>
                {order === 'month first' ? 'Month first: April 7' : 'Day first: 4 July'}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {(['programs', 'payers'] as const).map((of) =>
        unknown[of].length > 0 ? (
          <Meanings
            key={of}
            title={
              of === 'programs' ? 'Programs that the workbook does not have' : 'Payers that the workbook does not have'
            }
            hint="Their rows are set aside until you say what they stand for. The answer is remembered in this workbook."
            names={unknown[of].slice(0, MOST_NAMES)}
            choices={session.namesOf(of)}
            nothing="Set aside"
            isBusy={isBusy}
            onMean={mean(of)}
          />
        ) : null,
      )}
    </>
  );
}

/** More names than these are a column of something else. */
const MOST_NAMES = 12;

/** Columns that are missing stand first. */
function columnChoices(kind: Kind, missing: readonly string[]): string[] {
  const all = COLUMNS[kind].map(({ header }) => header);
  return [...missing, ...all.filter((header) => !missing.includes(header))];
}

interface MeaningsProps {
  title: string;
  hint: string;
  names: readonly string[];
  choices: readonly string[];
  nothing: string;
  isBusy: boolean;
  onMean: (means: Readonly<Record<string, string>>) => void;
}

function Meanings({ title, hint, names, choices, nothing, isBusy, onMean }: MeaningsProps) {
  const styles = useStyles();
  const [said, setSaid] = useState<Readonly<Record<string, string>>>({});
  const answers = Object.fromEntries(names.flatMap((name) => (said[name] ? [[name, said[name]]] : [])));
  const hasAnswer = Object.keys(answers).length > 0;
  return (
    <div className={styles.form} role="group" aria-label={title}>
      <Body1>{title}</Body1>
      {names.map((name) => (
        <Field key={name} label={`“${name}” is`}>
          <Select value={said[name] ?? NOTHING} onChange={(_, { value }) => setSaid({ ...said, [name]: value })}>
            <option value={NOTHING}>{nothing}</option>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
        </Field>
      ))}
      <Caption1>{hint}</Caption1>
      <div className={styles.buttons}>
        <Button
          disabledFocusable={!hasAnswer || isBusy}
          onClick={() => {
            if (hasAnswer && !isBusy) onMean(answers);
          }}
        >
          Read again
        </Button>
      </div>
    </div>
  );
}
