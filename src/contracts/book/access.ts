/** ACCESS: outcome-aligned payment by track, from July 2026. */
import type { Source } from '../../rates/book';
import { terms, unsettled, type Model } from './model';

const AMOUNTS: Source = {
  text: 'CMS ACCESS Technical FAQ and RFA, as cited by theaccessmodel.com',
  confidence: '2+ secondary pages',
};
const RFA: Source = {
  text: 'ACCESS RFA v1.1 of 2026-02-12 and CMS payment document',
  confidence: '2+ secondary pages',
};
const ADJUSTMENT: Source = { ...RFA, confidence: '2+ pages, conflicting' };
const RURAL: Source = { ...AMOUNTS, confidence: '2+ pages, conflicting' };
const RUNS: Source = { text: 'CMS, ACCESS model page: ten years from 2026-07-05', confidence: '2+ secondary pages' };

const FROM = '2026-07-05';
/** The last day that amounts were published for. */
const TO = '2027-12-31';

const track = (name: string, initialAmount: number, followOnAmount: number | null, ruralAmount: number): Model => ({
  name: `ACCESS ${name}`,
  aliases: [name],
  kind: 'access',
  from: FROM,
  to: '2036-07-04',
  scope:
    'technology-supported care of the track’s conditions; the participant bills no other fee-for-service for these patients',
  risk: 'half the amount, by outcomes and by care bought elsewhere; no medical cost',
  follows: null,
  source: RUNS,
  terms: [
    ...terms(FROM, TO, AMOUNTS, { initialAmount, followOnAmount, withholdRate: 0.5, outcomeThreshold: 0.5 }),
    ...terms(FROM, TO, ADJUSTMENT, { mostOutcomeAdjustment: 0.5 }),
    unsettled(
      FROM,
      TO,
      'outcomeAdjustmentOf',
      { value: 'whole amount', source: ADJUSTMENT },
      { value: 'withhold', source: { text: 'a public simulation of the model', confidence: 'one page' } },
    ),
    ...terms(FROM, TO, RFA, { substituteThreshold: 0.9, mostSubstituteAdjustment: 0.25, secondTrackRate: 0.05 }),
    ...(ruralAmount > 0
      ? [
          ...terms(FROM, TO, RURAL, { ruralAmount }),
          unsettled(
            FROM,
            TO,
            'ruralPer',
            { value: 'period', source: RURAL },
            { value: 'month', source: { text: 'a public simulation of the model', confidence: 'one page' } },
          ),
        ]
      : []),
  ],
});

export const ACCESS: readonly Model[] = [
  track('eCKM', 360, 180, 15),
  track('CKM', 420, 210, 15),
  track('MSK', 180, null, 0),
  track('BH', 180, 90, 0),
];
