/** The programs, each with the patients it has and the patients it could have. */
import { Caption1, Checkbox, Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { NumberInput } from '../../number-input';
import type { Problems, ProgramDraft } from './draft';

/** Wide enough for names and numbers side by side. */
const WIDE = '@media screen and (min-width: 420px)';

const HEADS = { openingPatients: 'Opening patients', eligiblePatients: 'Eligible patients' } as const;

const useStyles = makeStyles({
  fieldset: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  /** A name has the whole line in a narrow pane, and its numbers, with their names, the next one. */
  row: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    [WIDE]: { gridTemplateColumns: 'minmax(0, 1fr) 88px 88px' },
  },
  head: { display: 'none', alignItems: 'end', color: tokens.colorNeutralForeground2, [WIDE]: { display: 'grid' } },
  /** Indented as the text of the checkbox above. */
  field: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
    paddingBlockStart: tokens.spacingVerticalXS,
    [WIDE]: { paddingInlineStart: 0, paddingBlockStart: 0 },
  },
  fieldName: { color: tokens.colorNeutralForeground2, [WIDE]: { display: 'none' } },
  program: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  check: {
    gridColumn: '1 / -1',
    [WIDE]: { gridColumn: 'auto' },
    '& > label': { minWidth: 0, paddingBlock: '2px', paddingInlineEnd: 0 },
  },
  title: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase100,
    fontSize: tokens.fontSizeBase100,
  },
  problem: { gridColumn: '1 / -1' },
});

interface ProgramsProps {
  programs: readonly ProgramDraft[];
  problems: Problems;
  onChange: (programs: readonly ProgramDraft[]) => void;
}

export function ProgramsField({ programs, problems, onChange }: ProgramsProps) {
  const styles = useStyles();
  const change = (name: string, part: Partial<ProgramDraft>) =>
    onChange(programs.map((program) => (program.name === name ? { ...program, ...part } : program)));
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>Programs</legend>
      <div className={mergeClasses(styles.row, styles.head)} aria-hidden>
        <span />
        <Caption1 align="end">{HEADS.openingPatients}</Caption1>
        <Caption1 align="end">{HEADS.eligiblePatients}</Caption1>
      </div>
      {programs.map((program) => (
        <ProgramRow
          key={program.name}
          program={program}
          problems={problems}
          onChange={(part) => change(program.name, part)}
        />
      ))}
      <Field
        validationMessage={problems.programs}
        hint="Opening: enrolled when the forecast starts. Eligible: everyone who could ever enroll, those enrolled included; blank for no limit."
      />
    </fieldset>
  );
}

function ProgramRow({
  program,
  problems,
  onChange,
}: {
  program: ProgramDraft;
  problems: Problems;
  onChange: (part: Partial<ProgramDraft>) => void;
}) {
  const styles = useStyles();
  const { name, title, chosen } = program;
  const number = (key: 'openingPatients' | 'eligiblePatients', label: string) => (
    <div className={styles.field}>
      <Caption1 className={styles.fieldName} aria-hidden>
        {HEADS[key]}
      </Caption1>
      <NumberInput
        value={program[key]}
        aria-label={`${name} ${label}`}
        aria-invalid={problems[`${name}.${key}`] ? true : undefined}
        aria-describedby={problems[`${name}.${key}`] ? `${name}-${key}-problem` : undefined}
        placeholder={key === 'openingPatients' ? '0' : 'no limit'}
        onType={(typed) => onChange({ [key]: typed })}
      />
    </div>
  );
  return (
    <div className={mergeClasses(styles.row, styles.program)}>
      <Checkbox
        className={styles.check}
        checked={chosen}
        onChange={(_, { checked }) => onChange({ chosen: checked === true })}
        label={
          <>
            {name}
            {title !== name && <span className={styles.title}>{title}</span>}
          </>
        }
      />
      {chosen && number('openingPatients', 'opening patients')}
      {chosen && number('eligiblePatients', 'eligible patients')}
      {chosen &&
        (['openingPatients', 'eligiblePatients'] as const).map(
          (key) =>
            problems[`${name}.${key}`] && (
              <Field
                key={key}
                className={styles.problem}
                validationMessage={{ id: `${name}-${key}-problem`, children: problems[`${name}.${key}`] }}
              />
            ),
        )}
    </div>
  );
}
