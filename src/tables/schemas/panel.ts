import { month, number, share, table, text } from './column';

const cause = <Key extends string>(key: Key, header: string, why: string) =>
  share(key, header, `Monthly share of the opening panel lost because ${why}.`, {
    fallback: 0,
    fallbackText: 'nobody',
  });

/** A row a program. */
export const PANEL = table({
  name: 'tblPanel',
  title: 'Panel',
  maxRows: 200,
  label: ['name'],
  adds: ['eligiblePatients', 'openingPatients', 'referrals'],
  columns: [
    text('name', 'Program', 'The program: CCM, RPM, BHI, APCM, PCM or a name of your own.', {
      aliases: ['Program name'],
    }),
    number(
      'eligiblePatients',
      'Eligible patients',
      'patients',
      'Patients who could ever enroll, those already enrolled included.',
      { aliases: ['Eligible'], fallback: Infinity, fallbackText: 'no limit' },
    ),
    number(
      'openingPatients',
      'Opening patients',
      'patients',
      'Patients on the panel when the forecast, or the program, starts.',
      { aliases: ['Opening', 'Opening panel', 'Enrolled patients'], fallback: 0, fallbackText: 'none' },
    ),
    number('referrals', 'Referrals per month', 'patients/month', 'Patients referred or contacted each month.', {
      aliases: ['Referrals'],
      fallback: 0,
      fallbackText: 'none',
    }),
    share('conversionRate', 'Conversion rate', 'Share of referrals that enroll.', {
      aliases: ['Conversion'],
      fallback: 0,
      fallbackText: 'nobody enrolls',
    }),
    number(
      'enrollmentLimit',
      'Enrollment limit',
      'patients/month',
      'Most patients that can be enrolled in one month; the others wait.',
      { aliases: ['Enrolment limit', 'Monthly enrollment limit'], fallback: Infinity, fallbackText: 'no limit' },
    ),
    cause('dischargeRate', 'Discharge rate', 'care goals are met or the patient moves on'),
    cause('disengagementRate', 'Disengagement rate', 'the patient stops taking part or withdraws consent'),
    cause('benefitChangeRate', 'Benefit change rate', 'coverage ends or changes'),
    cause('adverseEventRate', 'Adverse event rate', 'of death, long-term admission or another adverse event'),
    share(
      'earlyDropOffRate',
      'Early drop-off rate',
      'Share of a month’s new patients who leave in the month after they joined, on top of the other causes.',
      { aliases: ['Early dropoff rate', 'Early drop off rate'], fallback: 0, fallbackText: 'nobody' },
    ),
    month('launchMonth', 'Launch month', 'First month of the program; opening patients are there from then on.', {
      aliases: ['Launch'],
      fallback: 1,
      fallbackText: 'from the start',
    }),
    number(
      'serviceMinutes',
      'Service minutes',
      'minutes/patient/month',
      'Minutes of service a patient is meant to get a month; fewer when the care team has fewer.',
      {
        aliases: ['Minutes per patient'],
        capability: 'minutes',
        fallback: Infinity,
        fallbackText: 'whatever the care team has',
      },
    ),
  ],
});
