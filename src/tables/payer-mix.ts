import { number, share, text, type TableSchema } from './column';

/** A row a program × payer. */
export const PAYER_MIX: TableSchema = {
  name: 'tblPayerMix',
  title: 'Payer mix',
  maxRows: 1000,
  label: ['program', 'payer'],
  columns: [
    text('program', 'Program', 'A program of the Panel.'),
    text('payer', 'Payer', 'Medicare, Medicare Advantage, Medicaid, a commercial plan …'),
    share('shareOfPanel', 'Share of panel', 'Share of the program’s opening and new patients; the shares of a program add to 100%.', { aliases: ['Share', 'Panel share'] }),
    number('allowedPppm', 'Allowed PPPM', '$/patient/month', 'What the payer allows for a paid month of service.', { aliases: ['Allowed', 'Allowed amount', 'Average allowed PPPM'] }),
    share('realizationRate', 'Eligibility realization', 'Share of active patients who meet consent, threshold and documentation in a month.', {
      aliases: ['Realization rate', 'Realization', 'Eligibility realization rate'],
    }),
    share('cleanClaimRate', 'Clean claim rate', 'Share of claims paid at first submission.', { aliases: ['Clean claims', 'Clean claim'] }),
    share('appealRate', 'Appeal rate', 'Share of the claims not clean at first that are appealed.', { fallback: 0, fallbackText: 'none' }),
    share('overturnRate', 'Overturn rate', 'Share of appeals that are won.', { fallback: 0, fallbackText: 'none' }),
    number('daysToPay', 'Days to pay', 'days', 'Days from the month of service to payment.', { fallback: 0, fallbackText: 'in the month of service', upper: 1000 }),
    share('collectedRate', 'Collected share', 'Share of allowed revenue that is ever collected; the rest is bad debt.', {
      aliases: ['Collected', 'Collection rate', 'Collected rate'], fallback: 1, fallbackText: 'in full',
    }),
    number('attritionMultiplier', 'Attrition multiplier', '×', 'Multiplies the program’s monthly attrition for this payer’s patients.', { fallback: 1, fallbackText: 'no change', upper: 100 }),
  ],
};
