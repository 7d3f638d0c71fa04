/** The page once a workbook stands: is it right, which scenario, what does it say, what needs attention. */
import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular, DismissRegular } from '@fluentui/react-icons';
import { plural } from '../../figures';
import { lightText, stopsForecast } from '../../light-text';
import { Notice } from '../../notice';
import { ActionBar, PageBody, PageHeading } from '../../page';
import type { PaneState } from '../../pane-state';
import { RemoveButton } from '../remove-button';
import type { Session } from '../../session';
import { ByHandNotice } from './by-hand-notice';
import { CheckLight } from './check-light';
import { FailedChecks } from './failed-checks';
import { Findings } from './findings';
import { Guardrails } from './guardrails';
import { HeadlineFigures } from './headline-figures';
import { Hires } from './hires';
import { ScenarioSwitch } from './scenario-switch';
import { LateNotice, TroubleNotice } from './trouble-notice';
import { UnfinishedNotice } from './unfinished-notice';

type WorkbookPageProps = Extract<PaneState, { stage: 'workbook' }> & { session: Session; onAskRemove: () => void };

export function WorkbookPage({
  status,
  sheets,
  updating,
  late,
  switchingTo,
  failure,
  refusal,
  missing,
  built,
  session,
  onAskRemove,
}: WorkbookPageProps) {
  // What keeps the forecast from being calculated comes before the figures it is missing from.
  const broken = status.findings.some(stopsForecast);
  const isHidden = status.trouble !== null && !status.isCurrent && !updating;
  const findings = <Findings findings={status.findings} onShow={(finding) => void session.showFinding(finding)} />;
  return (
    <>
      <PageBody>
        <PageHeading>{status.practice}</PageHeading>
        {built && !broken && !status.trouble && (
          <Notice
            intent="success"
            title="Your workbook is ready."
            dismiss={
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label="Dismiss"
                onClick={session.note}
              />
            }
          >
            {plural(sheets.length, 'sheet')} added. Change the pale yellow cells on Panel, Payer Mix and Costs; every
            figure follows.
          </Notice>
        )}
        {failure && (
          <Notice
            intent="warning"
            title="The figures below may be out of date."
            actions={
              <Button size="small" icon={<ArrowSyncRegular />} onClick={() => void session.refresh()}>
                Try again
              </Button>
            }
          >
            {failure}
          </Notice>
        )}
        {refusal && (
          <Notice intent="warning" title="That did not work.">
            {refusal}
          </Notice>
        )}
        {missing.length > 0 && <UnfinishedNotice missing={missing} session={session} />}
        {status.trouble && <TroubleNotice trouble={status.trouble} session={session} />}
        {status.byHand && <ByHandNotice isWaiting={!status.isCurrent} session={session} />}
        {late && !status.byHand && <LateNotice session={session} />}
        <CheckLight light={status.light} text={lightText(status)} updating={updating} byHand={status.byHand} />
        <ScenarioSwitch
          scenarios={status.scenarios}
          active={switchingTo ?? status.scenario}
          onSwitch={(name) => void session.switchScenario(name)}
        />
        {broken ? findings : !updating && !status.trouble && <FailedChecks failed={status.failed} />}
        <HeadlineFigures
          scenario={status.scenario}
          figures={status.headline}
          updating={updating}
          byHand={status.byHand}
          keptBy={status.trouble && !status.isCurrent ? `${status.trouble.at.address} calculates` : null}
        />
        {!broken && findings}
        {!broken && !isHidden && <Guardrails guardrails={status.guardrails} updating={updating} />}
        {!broken && !isHidden && <Hires hires={status.hires} />}
        <VersionNote version={status.version} />
      </PageBody>
      <ActionBar>
        <RemoveButton onAsk={onAskRemove} />
      </ActionBar>
    </>
  );
}

function VersionNote({ version }: { version: string }) {
  if (!version || version === __VERSION__) return null;
  return (
    <Notice intent="info" title="Built by another version.">
      The add-in that built this workbook was version {version}; yours is {__VERSION__}. The sheets keep working; build
      a new workbook for what is new.
    </Notice>
  );
}
