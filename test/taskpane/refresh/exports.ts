/** Exports as a practice has them: a roster, claims and a monthly summary of known rows, in the names of the sample. */
import { RandomNumbers } from '../../actuals/measure/random-numbers';

const PROGRAMS = ['CCM', 'RPM'];
const PAYERS = ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial'];
const date = (month: number, day: number): string =>
  `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

function numbersBelow(seed: number): (count: number) => number {
  const random = new RandomNumbers(seed);
  return (count) => Math.floor(random.uniform() * count);
}

/** @param patients each with a program and payer, and a number that must be seen nowhere else */
export function rosterText(patients: number, months = 12): string {
  const below = numbersBelow(7);
  const rows = Array.from({ length: patients }, (_, i) => {
    const joined = below(months);
    const left = joined + 1 + below(40);
    return [
      `SECRET${i}`,
      PROGRAMS[i % 2],
      PAYERS[i % 4],
      date(joined, 1 + below(28)),
      left < months ? date(left, 1 + below(28)) : '',
      left < months ? 'Goals met' : '',
    ].join(',');
  });
  return ['Patient ID,Program,Payer,Enrolled,Disenrolled,Reason', ...rows].join('\n');
}

export function claimsText(rows: number, patients: number, months = 12): string {
  const below = numbersBelow(11);
  const lines = Array.from({ length: rows }, (_, i) => {
    const patient = i % patients;
    const month = Math.floor(i / patients) % months;
    const isPaid = below(10) > 0;
    const decided = month + below(3);
    return [
      `CLAIM${i}`,
      `SECRET${patient}`,
      date(month, 1).slice(0, 7),
      PROGRAMS[patient % 2],
      PAYERS[patient % 4],
      (60 + below(1000) / 100).toFixed(2),
      isPaid ? '58.00' : '0.00',
      isPaid ? 'Paid' : 'Denied',
      date(decided, 15),
    ].join(',');
  });
  return ['Claim ID,Patient ID,Service month,Program,Payer,Allowed,Paid,Status,Decision date', ...lines].join('\n');
}
