/** Takes the sheets away again, after asking. */
import { Button, useRestoreFocusTarget } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';

export function RemoveButton({ onAsk }: { onAsk: () => void }) {
  return (
    <Button icon={<DeleteRegular />} appearance="subtle" onClick={onAsk} {...useRestoreFocusTarget()}>
      Remove these sheets
    </Button>
  );
}
