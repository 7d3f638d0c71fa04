/** Notes on cells, and the yellow boxes in which Excel shows them. */
import { cellName } from '../address';
import type { Note } from '../workbook';
import { HEADER, tag, textTag } from './xml';

export const writeNotes = (notes: readonly Note[]): string =>
  `${HEADER}${tag(
    'comments',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    '<authors><author></author></authors>',
    tag(
      'commentList',
      {},
      ...notes.map(({ row, column, text }) =>
        tag('comment', { ref: cellName(row, column), authorId: 0 }, tag('text', {}, textTag('t', text))),
      ),
    ),
  )}`;

export const writeNoteBoxes = (notes: readonly Note[]): string =>
  tag(
    'xml',
    {
      'xmlns:v': 'urn:schemas-microsoft-com:vml',
      'xmlns:o': 'urn:schemas-microsoft-com:office:office',
      'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
    },
    '<v:shapetype id="note" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>',
    ...notes.map(({ row, column }, i) =>
      tag(
        'v:shape',
        { id: `note${i + 1}`, type: '#note', style: 'position:absolute;visibility:hidden', fillcolor: '#ffffe1' },
        `<x:ClientData ObjectType="Note"><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`,
      ),
    ),
  );
