/** Asks before the sheets are taken away. */
import {
  Body1,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { plural } from '../figures';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  surface: {
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    '@media screen and (max-width: 480px)': { maxWidth: 'calc(100vw - 24px)' },
  },
});

export interface RemoveQuestionProps {
  open: boolean;
  sheets: readonly string[];
  onClose: () => void;
  onRemove: () => void;
}

/** Stays in the page whatever the page shows: a dialog taken away while it is open leaves everything else hidden from screen readers. */
export function RemoveQuestion({ open, sheets, onClose, onRemove }: RemoveQuestionProps) {
  const styles = useStyles();
  const these = plural(sheets.length, 'sheet');
  return (
    <Dialog modalType="alert" open={open} onOpenChange={(_, { open: stays }) => stays || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Remove {these}?</DialogTitle>
          <DialogContent className={styles.content}>
            <Body1>{sheets.join(', ')}: deleted with everything typed into them. Excel cannot undo this.</Body1>
            <Body1>
              Your other sheets stay as they are. A formula of yours that points at these sheets will show #REF!.
            </Body1>
          </DialogContent>
          <DialogActions fluid>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep them</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={onRemove}>
                Remove {these}
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
