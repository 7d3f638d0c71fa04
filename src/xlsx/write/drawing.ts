/** Where the charts of a sheet lie over its cells. */
import type { Corner, Sheet } from '../workbook';
import { HEADER, tag } from './xml';

/** English metric units: 914,400 an inch of 96 pixels. */
const EMU = 9_525;

/** @param ids by which the drawing knows its charts */
export function writeDrawing({ charts }: Sheet, ids: readonly string[]): string {
  const corner = (name: string, { row, column, down, right }: Corner): string =>
    tag(
      `xdr:${name}`,
      {},
      `<xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(right * EMU)}</xdr:colOff>`,
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(down * EMU)}</xdr:rowOff>`,
    );
  const frames = charts.map(({ name, title, from, to }, i) =>
    tag(
      'xdr:twoCellAnchor',
      {},
      corner('from', from),
      corner('to', to),
      tag(
        'xdr:graphicFrame',
        { macro: '' },
        tag(
          'xdr:nvGraphicFramePr',
          {},
          tag('xdr:cNvPr', { id: i + 2, name, descr: title }),
          '<xdr:cNvGraphicFramePr/>',
        ),
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
        tag(
          'a:graphic',
          {},
          tag(
            'a:graphicData',
            { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
            tag('c:chart', {
              'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
              'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
              'r:id': ids[i],
            }),
          ),
        ),
      ),
      '<xdr:clientData/>',
    ),
  );
  return `${HEADER}${tag(
    'xdr:wsDr',
    {
      'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
    },
    ...frames,
  )}`;
}
