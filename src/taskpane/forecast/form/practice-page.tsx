/** The first page: what the forecast says at once, a short form, and Build. */
import { Body1, Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { TableSparkleRegular } from '@fluentui/react-icons';
import { useMemo, useRef } from 'react';
import { PAYERS, type Practice } from '../../../workbook';
import { STARTING_SCENARIO } from '../../../workbook/practice/sample-tables';
import { Card } from '../../card';
import { plural } from '../../figures';
import { Notice } from '../../notice';
import { NumberInput } from '../../number-input';
import { OutlookCard } from '../outlook/outlook-card';
import { outlook } from '../../../forecast/outlook';
import { planTables } from '../../../workbook/plan/plan-tables';
import { ActionBar, PageBody, PageHeading } from '../../page';
import type { WorkbookApi } from '../../workbook-api';
import { readDraft, type Draft } from './draft';
import { PayersField } from './payers-field';
import { ProgramsField } from './programs-field';
import { StartMonthField } from './start-month-field';

const useStyles = makeStyles({
  when: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
});

export interface PracticePageProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  obstacle: string | null;
  conflicts: readonly string[];
  failure: string | null;
  removed: boolean;
  planWorkbook: WorkbookApi['planWorkbook'];
  onBuild: (practice: Practice) => void;
}

export function PracticePage({
  draft,
  onDraft,
  obstacle,
  conflicts,
  failure,
  removed,
  planWorkbook,
  onBuild,
}: PracticePageProps) {
  const styles = useStyles();
  const form = useRef<HTMLDivElement>(null);
  const { practice, problems } = useMemo(() => readDraft(draft), [draft]);
  const plan = useMemo(() => practice && planWorkbook(practice), [practice, planWorkbook]);
  const forecast = useMemo(() => plan && outlook(planTables(plan), STARTING_SCENARIO), [plan]);
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const build = () => {
    if (practice) onBuild(practice);
    else form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  return (
    <>
      <PageBody>
        <PageHeading>Forecast your practice</PageHeading>
        {removed && (
          <Notice intent="success" title="The sheets are removed.">
            The rest of the workbook is as it was.
          </Notice>
        )}
        {failure && (
          <Notice intent="error" title="That did not work.">
            {failure}
          </Notice>
        )}
        {conflicts.length > 0 && <Conflicts names={conflicts} />}
        <OutlookCard outlook={forecast} startMonth={practice?.startMonth ?? null} />
        <div ref={form}>
          <Card title="Your practice">
            <Caption1>
              A sample is filled in. Change what you know; everything else can be changed in the sheets.
            </Caption1>
            <Field label="Practice name" validationMessage={problems.name}>
              <Input value={draft.name} onChange={(_, { value }) => change({ name: value })} autoComplete="off" />
            </Field>
            <div className={styles.when}>
              <StartMonthField
                month={draft.startMonth}
                year={draft.startYear}
                problem={problems.startMonth}
                onChange={change}
              />
              <Field label="Forecast for" validationMessage={problems.months}>
                <NumberInput
                  value={draft.months}
                  contentAfter="months"
                  aria-label="Forecast for, in months"
                  onType={(months) => change({ months })}
                />
              </Field>
            </div>
            <ProgramsField
              programs={draft.programs}
              problems={problems}
              onChange={(programs) => change({ programs })}
            />
            <Field
              label="Patients who could be in any program"
              hint="Each counted once; blank if you do not know. CCM, PCM and APCM are not billed for one patient in the same month."
              validationMessage={problems.distinctPatients}
            >
              <NumberInput
                value={draft.distinctPatients}
                contentAfter="patients"
                onType={(distinctPatients) => change({ distinctPatients })}
              />
            </Field>
            <PayersField
              choices={PAYERS.map(({ name }) => name)}
              chosen={draft.payers}
              problem={problems.payers}
              onChange={(payers) => change({ payers })}
            />
          </Card>
        </div>
        <Card title="What Build does">
          <Body1>
            {plan
              ? `Adds ${plural(plan.sheets.length, 'sheet')} to this workbook: ${plan.sheets.map(({ name }) => name).join(', ')}. It changes nothing else, and you can remove them again here.`
              : 'Adds the sheets of the forecast to this workbook. It changes nothing else, and you can remove them again here.'}
          </Body1>
          <Caption1>Everything is calculated on this computer. Nothing is sent anywhere.</Caption1>
        </Card>
      </PageBody>
      <ActionBar>
        {obstacle ? (
          <Notice intent="warning" title="The workbook cannot be built here.">
            {obstacle}
          </Notice>
        ) : (
          !practice && (
            <Caption1 role="status">
              {plural(Object.keys(problems).length, 'field')} to correct before building.
            </Caption1>
          )
        )}
        <Button
          appearance="primary"
          size="large"
          icon={<TableSparkleRegular />}
          disabled={obstacle !== null}
          onClick={build}
        >
          Build workbook
        </Button>
      </ActionBar>
    </>
  );
}

/** @param names in words: the sheet Panel, the table tblCosts on Data */
function Conflicts({ names }: { names: readonly string[] }) {
  const them = names.length === 1 ? 'it' : 'them';
  return (
    <Notice intent="warning" title="Something of yours is in the way.">
      The new sheets need names that this workbook already uses: {names.join(', ')}. Nothing of yours is overwritten.
      Rename or move {them}, or open a new workbook, then choose Build workbook again.
    </Notice>
  );
}
