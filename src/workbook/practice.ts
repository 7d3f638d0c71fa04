/** What a person tells about the practice before the workbook is built. */

export interface PracticeProgram {
  name: string;
  /** Patients who could ever enroll, those already enrolled included; 0 = no limit. */
  eligiblePatients: number;
  /** Patients enrolled when the forecast starts. */
  openingPatients: number;
}

export interface Practice {
  name: string;
  /** First month of the forecast, as a month index (see tables/calendar). */
  startMonth: number;
  /** Months forecast, 1..120. */
  months: number;
  programs: readonly PracticeProgram[];
  payers: readonly string[];
}
