/** Who leaves a program, and why. */
import type { ProgramDriver } from '../../engine/model/drivers';
import { lineByKey, type LineKey } from '../../engine/model/lines';
import type { ExplainedMonth } from './explained-month';
import { row, rowsOfParts, type Row } from './row';

const CAUSES = ['dischargeRate', 'disengagementRate', 'benefitChangeRate', 'adverseEventRate'] as const;

/** The patients that a cause takes, payer by payer. */
export const causeRows =
  (line: LineKey, cause: (typeof CAUSES)[number]) =>
  (m: ExplainedMonth, p: number): Row[] => {
    const { name, unit } = lineByKey.get(line)!;
    const rate = driver(m, cause, p);
    return [
      m.inputs.ofProgram(cause, p),
      ...rowsOfParts(
        m.drivers.payersOf(p),
        (s) => m.ofPayer(name, unit, s, m.payer(s).opening * rate * m.payer(s).attritionFactor),
        (s) => [
          m.ofPayer('Opening patients', 'patients', s, m.payer(s).opening),
          m.inputs.ofPayer('attritionMultiplier', s),
          ...(isHeld(m, s)
            ? [
                row(
                  `Attrition multiplier as held: ${m.payerName(s)}`,
                  m.payer(s).attritionFactor,
                  '×',
                  'All causes together would take more than everybody: they are scaled back to take everybody',
                ),
                ...CAUSES.map((each) => m.inputs.ofProgram(each, p)),
              ]
            : []),
        ],
      ),
    ];
  };

/** Last month's new patients who leave once more often than others, payer by payer. */
export function earlyDropOffRows(m: ExplainedMonth, p: number): Row[] {
  const { name, unit } = lineByKey.get('lostToEarlyDropOff')!;
  const rate = driver(m, 'earlyDropOffRate', p);
  return [
    m.inputs.ofProgram('earlyDropOffRate', p),
    ...rowsOfParts(
      // In month 1 nobody has joined the month before.
      m.t > 0 ? m.drivers.payersOf(p) : [],
      (s) => m.ofPayer(name, unit, s, m.payer(s).recent * m.payer(s).earlyDropOffRate),
      (s) => [
        m.ofPayer('New patients', 'patients', s, m.payer(s).recent, 'by payer', m.t - 1),
        ...(m.payer(s).earlyDropOffRate === rate
          ? []
          : [
              row(
                `Early drop-off rate as held: ${m.payerName(s)}`,
                m.payer(s).earlyDropOffRate,
                '%',
                'What the causes leave: 1 − all cause rates × Attrition multiplier',
              ),
              m.inputs.ofPayer('attritionMultiplier', s),
              ...CAUSES.map((each) => m.inputs.ofProgram(each, p)),
            ]),
      ],
    ),
  ];
}

const driver = (m: ExplainedMonth, key: ProgramDriver, p: number): number => m.drivers.program(key, p, m.t);

const isHeld = (m: ExplainedMonth, s: number): boolean =>
  m.payer(s).attritionFactor !== m.drivers.payer('attritionMultiplier', s, m.t);
