/** A file of claims as a billing system exports it, the same on every machine: 79 MB for a million rows. */
import { closeSync, openSync, writeSync } from 'node:fs';

const PROGRAMS = ['CCM', 'RPM', 'BHI', 'APCM', 'PCM'];
const PAYERS = ['Medicare', 'Medicare Advantage', 'Medicaid', 'Commercial', '"Self-pay, cash"'];
const CODES = ['99490', '99439', '99457', '99458', '99454', '99484', 'G0556', 'G0557', '99424', '99426'];
const STATUSES = ['paid', 'denied', 'pending', 'appealed', 'overturned'];
const HEADER = 'claim_id,patient_id,practice,service_month,program,payer,code,allowed,paid,status,decision_date\r\n';
const DAY = 86_400_000;

export function writeClaims(file: string, rows: number): void {
  let state = 12345;
  const below = (n: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const descriptor = openSync(file, 'w');
  let text = HEADER;
  for (let i = 0; i < rows; i++) {
    const month = below(36);
    const [year, ofYear] = [2023 + Math.floor(month / 12), (month % 12) + 1];
    const allowed = 2000 + below(12000);
    const draw = below(100);
    const status = draw < 82 ? 0 : draw < 91 ? 1 : draw < 95 ? 2 : draw < 98 ? 3 : 4;
    const paid = status === 0 || status === 4 ? Math.round((allowed * (700 + below(300))) / 1000) : 0;
    const decided = Date.UTC(year, ofYear - 1, 28) + below(90) * DAY;
    const date = status === 2 ? '' : new Date(decided).toISOString().slice(0, 10);
    const cells = [
      ...[i + 1, 1 + below(50_000), 'A', `${year}-${String(ofYear).padStart(2, '0')}-01`],
      ...[PROGRAMS[below(5)], PAYERS[below(5)], CODES[below(10)]],
      ...[(allowed / 100).toFixed(2), (paid / 100).toFixed(2), STATUSES[status], date],
    ];
    text += `${cells.join(',')}\r\n`;
    if (text.length > 1 << 22) {
      writeSync(descriptor, text);
      text = '';
    }
  }
  writeSync(descriptor, text);
  closeSync(descriptor);
}
