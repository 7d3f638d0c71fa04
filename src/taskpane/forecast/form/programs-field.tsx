/** The programs, each with the patients it has and the patients it could have. */
import { Caption1, Checkbox, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Problems, ProgramDraft } from './draft';

const useStyles = makeStyles({
  fieldset: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 76px 84px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  head: { alignItems: 'end', color: tokens.colorNeutralForeground2 },
  program: { paddingBlock: tokens.spacingVerticalXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  check: { '& > label': { minWidth: 0, paddingBlock: '2px', paddingInlineEnd: 0 } },
  title: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    lineHeight: tokens.lineHeightBase100,
    fontSize: tokens.fontSizeBase100,
  },
  number: { width: '100%', minWidth: 0 },
  right: { textAlign: 'right' },
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
        <Caption1 align="end">Opening patients</Caption1>
        <Caption1 align="end">Eligible patients</Caption1>
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
        hint="Eligible: everyone who could ever enroll, those enrolled included; blank for no limit."
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
    <Input
      className={styles.number}
      input={{ className: styles.right, inputMode: 'numeric', size: 4 }}
      value={program[key]}
      aria-label={`${name} ${label}`}
      aria-invalid={problems[`${name}.${key}`] ? true : undefined}
      aria-describedby={problems[`${name}.${key}`] ? `${name}-${key}-problem` : undefined}
      placeholder={key === 'openingPatients' ? '0' : 'no limit'}
      onChange={(_, { value }) => onChange({ [key]: value })}
      autoComplete="off"
    />
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
