/** Guardrails: the limits set on Scenarios against the worst month of the active scenario, in plain Excel formulas. */
import { lineByKey } from '../../../engine/model/lines';
import { GUARDRAILS, type Guardrail } from '../../../tables/schemas/guardrails';
import { formula, inQuotes, onSheet, reference, type Area } from '../../plan/cells';
import { FORMATS, formatOfUnit, NUMBER_FORMATS } from '../../layout/look';
import { NAMES } from '../../layout/names';
import { drawResults, placeResults, type ResultTable } from '../../layout/result-table';
import type { SheetDraft } from '../../layout/sheet-draft';
import { places, ROOM } from '../../layout/room';
import { headerPlace, lineMonths, programMonths, type ProgramLine } from '../forecast/layout';
import { GUARDRAILS_ROW } from './layout';
import { CHECKS } from './line-names';
import { limitFormula } from './settings-as-read';

/** The months looked at: of the statement, and of every program where each is held to the limit. */
const rowsOf = ({ line, eachProgram }: Guardrail): string[] => [
  lineMonths(line),
  ...(eachProgram ? places(ROOM.programs).map((program) => programMonths(program, line as ProgramLine)) : []),
];

/** The worst month's value; words where no month counts. A program's month without a team is 0, never the highest. */
function worstFormula(guardrail: Guardrail): string {
  const { line, bound, counted } = guardrail;
  const among = `${lineMonths(line)},${lineMonths(counted)},">0"`;
  const worst = guardrail.eachProgram
    ? `MAX(${rowsOf(guardrail).join(',')})`
    : `${bound === 'least' ? 'MINIFS' : 'MAXIFS'}(${among})`;
  return `IF(COUNTIF(${lineMonths(counted)},">0")=0,"no month",${worst})`;
}

/** The month of a value, wherever it stands first. */
const monthFormula = (value: string, rows: readonly string[]): string =>
  rows.reduceRight(
    (otherwise, row) => `IFERROR(INDEX(${reference(headerPlace())},MATCH(${value},${row},0)),${otherwise})`,
    '""',
  );

const numberFormat = ({ line }: Guardrail): string => formatOfUnit(lineByKey.get(line)!.unit);

/** @param tolerance cell with what still counts as the limit itself */
const guardrails = (tolerance: string): ResultTable<Guardrail> => ({
  row: GUARDRAILS_ROW,
  title: 'Guardrails: worst month, active scenario',
  header: FORMATS.band,
  columns: [
    { key: 'guardrail', header: 'Guardrail', cell: ({ header }) => header },
    {
      key: 'verdict',
      header: 'Verdict',
      light: true,
      cell({ bound }, { at }) {
        const [worst, limit] = [at('worst'), at('limit')];
        const crossed = bound === 'least' ? `${worst}<${limit}-${tolerance}` : `${worst}>${limit}+${tolerance}`;
        return formula(`IF(NOT(ISNUMBER(${limit})),"–",IF(NOT(ISNUMBER(${worst})),"–",IF(${crossed},"REVIEW","OK")))`);
      },
    },
    {
      key: 'worst',
      header: 'Worst month',
      align: 'Right',
      numberFormat,
      cell: (guardrail) => formula(`IF(${NAMES.ready},IFERROR(${worstFormula(guardrail)},"error"),"no forecast")`),
    },
    { key: 'limit', header: 'Limit', align: 'Right', numberFormat, cell: ({ key }) => formula(limitFormula(key)) },
    {
      key: 'advice',
      header: 'What to do where it is crossed',
      indent: 1,
      format: FORMATS.muted,
      cell: ({ advice }) => advice,
    },
    {
      key: 'month',
      header: 'Month',
      align: 'Left',
      numberFormat: NUMBER_FORMATS.month,
      format: FORMATS.muted,
      cell: (guardrail, { at }) =>
        formula(`IF(AND(${NAMES.ready},ISNUMBER(${at('worst')})),${monthFormula(at('worst'), rowsOf(guardrail))},"")`),
    },
  ],
  rows: GUARDRAILS,
  ruled: true,
});

const placed = placeResults(guardrails(''));

/** Guardrail, light, worst value, limit, what to do, month. */
export const guardrailsArea: Area = placed.body;

export function drawGuardrails(sheet: SheetDraft, tolerance: string): void {
  drawResults(sheet, guardrails(tolerance));
}

/** A limit inside a text, by its unit. */
const LIMIT_FORMATS: Readonly<Record<string, string>> = { '%': '0.0%', '$/patient/month': '$#,##0.00' };

/** The same lights in short, for Start. */
export function guardrailsInShort(row: number): ResultTable<Guardrail> {
  const onChecks = (key: string) => (guardrail: Guardrail) => formula(onSheet(CHECKS, placed.cell(key, guardrail)));
  return {
    row,
    title: 'Guardrails',
    header: FORMATS.header,
    columns: [
      {
        key: 'limit',
        header: 'Limit',
        cell: (guardrail) => {
          const limit = onSheet(CHECKS, placed.cell('limit', guardrail));
          const shown = `TEXT(${limit},${inQuotes(LIMIT_FORMATS[lineByKey.get(guardrail.line)!.unit] ?? '#,##0')})`;
          return formula(`${inQuotes(`${guardrail.header}: `)}&IF(ISNUMBER(${limit}),${shown},${limit})`);
        },
      },
      {
        key: 'worst',
        header: 'Worst month',
        align: 'Right',
        numberFormat,
        format: FORMATS.label,
        cell: onChecks('worst'),
      },
      { key: 'verdict', header: 'Verdict', light: true, cell: onChecks('verdict') },
    ],
    rows: GUARDRAILS,
    ruled: true,
  };
}
