/** Says to screen readers what others see happen. */
import { makeStyles } from '@fluentui/react-components';
import { plural } from './figures';
import { lightText } from './light-text';
import type { PaneState } from './pane-state';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function Announcer({ text }: { text: string }) {
  return (
    <div role="status" className={useStyles().hidden}>
      {text}
    </div>
  );
}

/** How it stands with the workbook. */
export function announcement(state: PaneState): string {
  switch (state.stage) {
    case 'form':
      return state.removed ? 'The sheets are removed.' : '';
    case 'building':
      return state.total ? `${state.what}. Step ${state.done} of ${state.total}.` : 'Building the workbook.';
    case 'removing':
      return 'Removing the sheets.';
    case 'workbook': {
      if (state.switchingTo) return `Switching to ${state.switchingTo}.`;
      if (state.updating) return 'Calculating.';
      const { scenario, headline, findings } = state.status;
      const first = headline[0];
      return [
        `${scenario}: ${lightText(state.status)}`,
        first ? `${first.label} ${first.text}` : '',
        findings.length ? plural(findings.length, 'finding') : '',
      ]
        .filter(Boolean)
        .join('. ');
    }
    default:
      return '';
  }
}
