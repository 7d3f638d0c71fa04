/** What there is to note before a workbook is handed over, each in a sentence. */
import type { Status } from '../../workbook';
import type { BeforeSharing, StampNow } from '../../workbook/share';
import { plain } from '../../workbook/plan/cells';
import { plural } from '../figures';
import { listed } from './share-session';

export interface Note {
  isFine: boolean;
  text: string;
}

/** @param opens whether the pane opens by itself with the workbook */
export function notesBefore(seen: BeforeSharing, stamp: StampNow, status: Status | null, opens: boolean): Note[] {
  return [
    patientsNote(seen),
    ...(status ? [figuresNote(status), findingsNote(status)] : []),
    ...(seen.hidden.length > 0 ? [{ isFine: false, text: `Hidden sheets go along: ${listed(seen.hidden)}.` }] : []),
    ...(seen.names.length > 0
      ? [
          {
            isFine: false,
            text: `Names that call the add-in are no cells and stay formulas in every copy: ${listed(seen.names)}.`,
          },
        ]
      : []),
    ...(opens
      ? [
          {
            isFine: false,
            text: 'This pane opens by itself with the workbook, and with every copy: people who have no add-in may see an error of Excel’s.',
          },
        ]
      : []),
    stamp.lines.length > 0
      ? {
          isFine: true,
          text: `Stamped: ${stamp.lines
            .slice(0, 2)
            .map(({ text }) => text)
            .join(', ')}; as of: ${stamp.lines[2]?.text ?? ''}.`,
        }
      : { isFine: false, text: 'Not stamped yet: nobody can tell later which version this was.' },
  ];
}

const patientsNote = ({ patients }: BeforeSharing): Note =>
  patients.length === 0
    ? { isFine: true, text: 'No rows that name patients were found on any sheet, hidden ones included.' }
    : {
        isFine: false,
        text: `Rows that name patients: ${patients
          .map(({ sheet, area, sign, rows }) => `${sheet} ${plain(area)}, ${plural(rows, 'row')} (${sign})`)
          .join('; ')}.`,
      };

function figuresNote({ isCurrent, byHand }: Status): Note {
  if (isCurrent) return { isFine: true, text: 'The figures are of the inputs as they are now.' };
  return {
    isFine: false,
    text: byHand
      ? 'The figures are of older inputs: Excel calculates only when asked. Press F9 first.'
      : 'The figures are not of the present inputs yet. Wait until they are calculated.',
  };
}

function findingsNote({ findings, failed, lightText }: Status): Note {
  const open = [
    ...(findings.length > 0 ? [plural(findings.length, 'finding')] : []),
    ...(failed.length > 0 ? [`${plural(failed.length, 'check')} to look at`] : []),
  ];
  return open.length === 0
    ? { isFine: true, text: `${lightText}.` }
    : { isFine: false, text: `Unanswered: ${open.join(' and ')}. The page Forecast lists them.` };
}
