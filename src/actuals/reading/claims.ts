import { CLAIM_STATUSES, NOT_GIVEN, type Claims } from '../rows';
import * as messages from '../../tables/messages/exports';
import { blankColumn } from './coded';
import { monthOfDays } from './dates';
import type { Judged } from './judged';
import type { Kept } from './kept';
import { setRepeatsAside } from './repeats';
import { readStatus } from './words';

const [PAID, DENIED, PENDING] = (['paid', 'denied', 'pending'] as const).map((status) =>
  CLAIM_STATUSES.indexOf(status),
);

/** Lines of claims. A reversal is a line like others; a line that is the same as another in all that is read is not. */
export function* readClaims(judged: Judged) {
  const claims = judged.identifiers('claim');
  const patients = judged.identifiers('patient');
  yield;
  const serviceMonths = judged.days('serviceMonth', true);
  const programs = judged.names('program');
  yield;
  const payers = judged.names('payer');
  const codes = judged.texts('code') ?? blankColumn(judged.rows);
  const lines = judged.texts('line') ?? blankColumn(judged.rows);
  yield;
  const allowed = judged.cents('allowed');
  yield;
  const paid = judged.cents('paid');
  yield;
  const decided = judged.days('decided', false);
  const said = judged.has('status')
    ? judged.words('status', readStatus, 'unknown status')
    : blankColumn(judged.rows).rows;
  yield;
  const monthOf = monthOfDays(decided);
  for (let i = 0; i < judged.rows; i++)
    if (decided[i] !== NOT_GIVEN && serviceMonths[i] !== NOT_GIVEN && monthOf(decided[i]) < serviceMonths[i])
      judged.fault(i, 'ends before it starts', 'decided');
  const statuses = new Uint8Array(judged.rows);
  for (let i = 0; i < judged.rows; i++)
    statuses[i] = said[i] >= 0 ? said[i] : paid[i] !== 0 ? PAID : decided[i] !== NOT_GIVEN ? DENIED : PENDING;
  yield;
  return {
    acrossRows: () => {
      setRepeatsAside(
        judged,
        [
          claims.rows,
          patients.rows,
          serviceMonths,
          programs.rows,
          payers.rows,
          codes.rows,
          lines.rows,
          allowed,
          paid,
          statuses,
          decided,
        ],
        claims,
      );
      let taken = 0;
      for (let i = 0; i < judged.rows; i++) if (said[i] < 0 && !judged.faults[i]) taken++;
      if (taken) judged.notes.push(messages.statusesTaken(taken));
    },
    rows: (kept: Kept): Claims => ({
      kind: 'claims',
      claims: kept.cells(claims),
      patients: kept.cells(patients),
      programs: kept.names(programs),
      payers: kept.names(payers),
      codes: kept.cells(codes),
      serviceMonths: kept.column(serviceMonths),
      allowed: kept.column(allowed),
      paid: kept.column(paid),
      statuses: kept.column(statuses),
      decided: kept.column(decided),
    }),
  };
}
