/** Months that are over as they might have been: whatever the model would have forecast. */
import fc from 'fast-check';
import type { ActualMonth, Model } from '../../../src/engine/model/model';

/** How months went, before it is known of which model they are. */
const course = fc.record({
  months: fc.nat(),
  /** A program's first month with rows; none where it is behind the last. */
  begun: fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
  tells: fc.record({ active: fc.boolean(), cost: fc.boolean(), minutes: fc.boolean() }),
  /** Parts in a thousand, drawn from one after the other; a length that has no common divisor with the figures of a row. */
  draws: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 53, maxLength: 53 }),
});
type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

/** The same practice behind months that went their own way. */
export const withRandomActuals = (models: fc.Arbitrary<Model>): fc.Arbitrary<Model> =>
  fc.tuple(models, course).map(([model, how]) => asItWent(model, how));

function asItWent(model: Model, { months: drawn, begun, tells, draws }: Course): Model {
  const months = 1 + (drawn % model.months);
  let next = 0;
  const upTo = (most: number) => (most * draws[next++ % draws.length]) / 1_000;
  const rows: ActualMonth[] = [];
  model.programs.forEach(({ name }, p) => {
    // The first program always has rows, the others may have none.
    const first = 1 + (begun[p % begun.length] % (p === 0 ? months : months + 1));
    const payers = model.payers.filter(({ program }) => program === name);
    const closing = payers.map(() => upTo(200));
    for (let month = first; month <= months; month++)
      payers.forEach(({ payer }, s) => {
        const openingPatients = closing[s];
        const lostPatients = upTo(openingPatients);
        const newPatients = upTo(40);
        closing[s] = openingPatients + newPatients - lostPatients;
        const billablePatients = upTo(openingPatients + newPatients);
        const paidClaims = upTo(billablePatients);
        rows.push({
          program: name,
          payer,
          month,
          openingPatients,
          newPatients,
          lostPatients,
          closingPatients: closing[s],
          activePatients: tells.active ? upTo(openingPatients + newPatients) : null,
          billablePatients,
          paidClaims,
          allowedRevenue: upTo(120 * paidClaims),
          cashCollected: upTo(9_000) - upTo(500),
          minutes: tells.minutes ? upTo(4_000) : null,
          cost: tells.cost ? upTo(20_000) : null,
          referrals: upTo(60),
          waitingPatients: upTo(30),
        });
      });
  });
  return { ...model, actual: { months, rows } };
}
