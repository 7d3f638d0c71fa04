/** On Rates: the fee schedules of the rate book with their days, factors and sources, proposed ones included. */
import { rateBook, type Factor, type Source } from '../../../rates/book';
import { serialOf } from '../../../tables/reading/rate-date';
import { fixed } from '../../plan/cells';
import { FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import type { Book } from '../sheet';
import { rowsBelowCodes } from './layout';

/** A source as people read it, here and beside codes. */
export const sourceText = ({ text, confidence }: Source): string => `${text} (${confidence})`;

const yearOf = ({ from }: Factor): number => Number(from.slice(0, 4));
const scheduleOf = (factor: Factor) =>
  factor.proposal ? undefined : rateBook().schedules.find(({ year }) => year === yearOf(factor));

function sourcesOf(factor: Factor): string {
  const schedule = scheduleOf(factor);
  return [
    `Factor: ${sourceText(factor.source)}`,
    ...(schedule
      ? [`RVU: ${sourceText(schedule.relativeValuesSource)}`, `geographic indices: ${sourceText(schedule.gpciSource)}`]
      : []),
  ].join('; ');
}

/** Its columns are those of the codes above; the published come first. */
function schedules(book: Book): ResultTable<Factor> {
  const { factors, proposedFactors } = rateBook();
  return {
    row: rowsBelowCodes(book).schedules,
    title: 'CMS fee schedules',
    header: FORMATS.band,
    columns: [
      { key: 'year', header: 'Year', align: 'Left', numberFormat: NUMBER_FORMATS.plain, cell: yearOf },
      { key: 'besideYear' },
      {
        key: 'for',
        header: 'For',
        cell: ({ kind }) =>
          kind === 'all' ? 'everybody' : kind === 'QP' ? 'qualifying participants (QP)' : 'all others',
      },
      {
        key: 'standing',
        header: 'Standing',
        cell: ({ proposal }) => (proposal ? `proposed: ${proposal}` : 'published'),
      },
      { key: 'besideStanding' },
      {
        key: 'from',
        header: 'From',
        align: 'Right',
        numberFormat: NUMBER_FORMATS.date,
        cell: ({ from }) => serialOf(from),
      },
      { key: 'to', header: 'To', align: 'Right', numberFormat: NUMBER_FORMATS.date, cell: ({ to }) => serialOf(to) },
      {
        key: 'factor',
        header: '$ per RVU',
        align: 'Right',
        numberFormat: '$0.0000',
        cell: ({ tenThousandths }) => tenThousandths / 1e4,
      },
      {
        key: 'release',
        header: 'Release of the relative values (RVU)',
        indent: 1,
        cell: (factor) => scheduleOf(factor)?.release ?? null,
      },
      { key: 'besideRelease', times: 2 },
      { key: 'source', header: 'Source', indent: 1, format: FORMATS.source, cell: sourcesOf },
    ],
    rows: [...factors, ...proposedFactors],
  };
}

/** First or last days of the schedules in force. */
export const publishedDays = (book: Book, day: 'from' | 'to'): string =>
  fixed({ ...placeResults(schedules(book)).data(day), rows: rateBook().factors.length });

export function drawSchedules(sheet: SheetDraft, book: Book): void {
  drawResults(sheet, schedules(book));
}
