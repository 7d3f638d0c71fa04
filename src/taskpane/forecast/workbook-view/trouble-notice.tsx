/** A formula of the workbook that cannot calculate: what its error means, and the button that helps. */
import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular, LocationRegular } from '@fluentui/react-icons';
import type { Trouble } from '../../../workbook';
import { Notice } from '../../notice';
import type { Session } from '../../session';

interface Words {
  title: string;
  text: (trouble: Trouble) => string;
  /** Whether the formulas written once more may help. */
  again: boolean;
}

const WORDS: Readonly<Record<string, Words>> = {
  '#SPILL!': {
    title: 'A cell is in the way of the forecast.',
    text: ({ at, inTheWay }) =>
      inTheWay
        ? `The formula in ${at.address} fills cells that must be empty, and ${inTheWay.address} is not. Empty it, or move what it holds to another sheet.`
        : `The formula in ${at.address} has no room. Empty the cells below it and to its right, and undo merged cells there.`,
    again: false,
  },
  '#NAME?': {
    title: 'Excel does not know the functions of this add-in.',
    text: ({ at }) =>
      `The formula in ${at.address} shows #NAME?. Right after an installation this takes a minute. If it stays, calculate again; then close Excel and open the workbook anew.`,
    again: true,
  },
  '#CALC!': {
    title: 'Excel could not calculate the forecast.',
    text: ({ at }) => `The formula in ${at.address} shows #CALC!. Calculate again, or undo the last change to it.`,
    again: true,
  },
};

const OTHERWISE: Words = {
  title: 'The forecast cannot be calculated.',
  text: ({ at, error }) =>
    `The formula in ${at.address} shows ${error}, and the inputs do not say why. Select the cell to read its message, or calculate again.`,
  again: true,
};

export function TroubleNotice({ trouble, session }: { trouble: Trouble; session: Session }) {
  const { title, text, again } = WORDS[trouble.error] ?? OTHERWISE;
  const place = trouble.inTheWay ?? trouble.at;
  return (
    <Notice
      intent="error"
      title={title}
      actions={
        <>
          <Button size="small" icon={<LocationRegular />} onClick={() => void session.showPlace(place)}>
            Select {place.address}
          </Button>
          {again && <CalculateAgain session={session} />}
        </>
      }
    >
      {text(trouble)}
    </Notice>
  );
}

/** Figures that stay old without an error. */
export function LateNotice({ session }: { session: Session }) {
  return (
    <Notice
      intent="warning"
      title="Excel has not calculated these figures yet."
      actions={<CalculateAgain session={session} />}
    >
      They are of the inputs before your last change. If Excel calculates by hand only, press F9.
    </Notice>
  );
}

const CalculateAgain = ({ session }: { session: Session }) => (
  <Button size="small" icon={<ArrowSyncRegular />} onClick={() => void session.calculateAgain()}>
    Calculate again
  </Button>
);
