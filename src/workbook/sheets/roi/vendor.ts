/**
 * The practice's own staff beside a full-service vendor, on the same panel: paid a fee a patient, or a share of the
 * revenue; and what the rule proposed for 2027 would leave of it, which pays RPM only for the practice's own staff.
 */
import { PANEL } from '../../../tables/schemas/panel';
import { area, fixed, formula, type Area } from '../../plan/cells';
import { COLORS, FORMATS, NUMBER_FORMATS } from '../../layout/look';
import { MODEL_ARGUMENTS, NAMES } from '../../layout/names';
import { drawResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';

const INPUTS = 4;
const MEASURES = ['Revenue', 'Own cost', 'Vendor', 'Margin', 'Beside own staff'] as const;
type Measure = (typeof MEASURES)[number];
/** Title, inputs, a blank row, header and measures, and the flag. */
export const VENDOR_ROWS = 1 + INPUTS + 1 + 1 + MEASURES.length + 1;

/** Of the first twelve months, as formulas. */
interface FirstYear {
  revenue: string;
  cost: string;
  patientMonths: string;
}

export function drawVendor(sheet: SheetDraft, row: number, { revenue, cost, patientMonths }: FirstYear): void {
  sheet.section(row, 0, 7, 'Own staff or a full-service vendor: the first twelve months of the same panel');
  const input = (nth: number): Area => area(row + 1 + nth, 2);
  const [fee, part, kept, rpm] = Array.from({ length: INPUTS }, (_, nth) => fixed(input(nth)));
  const rpmRevenue = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},"RPM","Allowed revenue")`;
  const allRevenue = `PPPM.FORECAST(${MODEL_ARGUMENTS},${NAMES.scenario},,"Allowed revenue")`;
  const hasRpm = `AND(COUNTIF(${PANEL.name}[${PANEL.header.name}],"RPM")>0,SUM(${allRevenue})>0)`;
  sheet.put(row + 1, 0, [
    ['Vendor’s fee a patient and month', null, 45],
    ['Vendor’s share of the revenue', null, 0.4],
    ['Own cost that stays with a vendor', null, 0.3],
    ['RPM’s part of the revenue', null, formula(`IF(${hasRpm},SUM(${rpmRevenue})/SUM(${allRevenue}),0)`)],
  ]);
  sheet.format(input(0), FORMATS.input, { numberFormat: NUMBER_FORMATS.dollarsAndCents });
  sheet.format(area(row + 2, 2, 2), FORMATS.input, { numberFormat: NUMBER_FORMATS.percent });
  sheet.format(input(3), FORMATS.calculated, { fill: COLORS.inputFill, numberFormat: NUMBER_FORMATS.percent });
  sheet.remark(row + 1, 3, 'One vendor’s page, 2025: $30 to $60 for RPM.');
  sheet.remark(row + 2, 3, 'The same page: 30% to 50% of what is collected.');
  sheet.remark(row + 3, 3, 'Supervision and billing: an assumption, set yours.');
  sheet.remark(row + 4, 3, 'Of the whole forecast, where a program is called RPM; type yours over it.');

  const stays = `(1-${rpm})`;
  const columns = {
    own: { header: 'Own staff', revenue, cost, vendor: '0' },
    fee: { header: 'Vendor, fee', revenue, cost: `${cost}*${kept}`, vendor: `${fee}*${patientMonths}` },
    share: { header: 'Vendor, share', revenue, cost: `${cost}*${kept}`, vendor: `${part}*${revenue}` },
    proposed: {
      header: 'PROPOSED 2027',
      revenue: `${revenue}*${stays}`,
      cost: `${cost}*${kept}`,
      vendor: `${fee}*${patientMonths}*${stays}`,
    },
  };
  const table: ResultTable<Measure> = {
    row: row + 1 + INPUTS + 1,
    header: FORMATS.header,
    columns: [
      { key: 'measure', header: '$ in twelve months', cell: (measure) => measure },
      { key: 'room' },
      ...Object.entries(columns).map(([key, column]) => ({
        key,
        header: column.header,
        align: 'Right' as const,
        numberFormat: NUMBER_FORMATS.dollars,
        cell: (measure: Measure) => {
          const margin = (of: (typeof columns)['own']) => `${of.revenue}-${of.cost}-${of.vendor}`;
          switch (measure) {
            case 'Revenue':
              return formula(column.revenue);
            case 'Own cost':
              return formula(column.cost);
            case 'Vendor':
              return formula(column.vendor);
            case 'Margin':
              return formula(margin(column));
            case 'Beside own staff':
              return formula(key === 'own' ? '0' : `${margin(column)}-(${margin(columns.own)})`);
          }
        },
      })),
    ],
    rows: MEASURES,
    isTotal: (measure) => measure === 'Margin',
    startsPart: (measure) => measure === 'Margin',
  };
  drawResults(sheet, table);
  sheet.put(row + VENDOR_ROWS - 1, 0, [
    [
      'Proposed, not final: from 2027 RPM would be paid only for clinical staff whom the practice employs (91 FR 43938). RPM’s revenue and its vendor’s fee are left out.',
    ],
  ]);
  sheet.format(area(row + VENDOR_ROWS - 1, 0), FORMATS.units, { color: COLORS.reviewInk });
}
