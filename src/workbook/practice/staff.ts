/**
 * Who serves the sample's patients: what a month of a person costs, from the published wage of that kind of staff. The
 * surveys are older than the forecast, so wages are brought to the latest published pay by the change of hourly wages.
 */
import { PUBLISHED } from './published';

export interface Staff {
  title: string;
  /** A month of one person, benefits included, in whole hundreds of dollars. */
  monthlyCost: number;
  /** Where the cost comes from. */
  source: string;
}

/** Hours of a month in which patients are served: 52 weeks of 40 hours less leave, holidays, meetings; assumption. */
export const HOURS_A_MONTH = 140;

const PAY_SINCE = PUBLISHED.hourlyWageSince.low / PUBLISHED.hourlyWageBefore.low;
const costOf = (wage: number): number => Math.round((wage * PAY_SINCE) / (1 - PUBLISHED.benefits.low) / 12 / 100) * 100;

const staff = (title: string, wage: { low: number; asOf: string }): Staff => ({
  title,
  monthlyCost: costOf(wage.low),
  source: `cost: ${title} at $${wage.low.toLocaleString('en-US')} a year (BLS, May ${wage.asOf}) × ${PAY_SINCE.toFixed(2)} pay to December 2024 ÷ ${((1 - PUBLISHED.benefits.low) * 100).toFixed(1)}% wages in what an employee costs (BLS)`,
});

export const MEDICAL_ASSISTANT = staff('medical assistant', PUBLISHED.assistantWage);
export const REGISTERED_NURSE = staff('registered nurse', PUBLISHED.nurseWage);

/** Patients whom one person serves who needs so many minutes for each in a month, in whole tens. */
export const patientsAt = (minutes: number): number => Math.round((HOURS_A_MONTH * 60) / minutes / 10) * 10;

/** What an hour of a person costs, in whole dollars. */
export const costOfMinutes = ({ monthlyCost }: Staff, minutes: number): number =>
  Math.round((monthlyCost / HOURS_A_MONTH / 60) * minutes);
