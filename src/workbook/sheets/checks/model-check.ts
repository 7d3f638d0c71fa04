/** What a check of the workbook is: a plain Excel formula over the cells, whose residual is 0 where all is well. */
import { reference } from '../../plan/cells';
import { headerPlace } from '../forecast/layout';
import type { Book } from '../sheet';

export interface ModelCheck {
  test: string;
  /** What is compared, in words. */
  compared: string;
  /** Formula of the residual, without its =. */
  residual: (places: CheckPlaces) => string;
  /** Largest residual that passes. */
  tolerance: number;
  /** What a larger residual means: an error, something to look at, or figures that are on their way. */
  severity: 'ERROR' | 'REVIEW' | 'CALCULATING';
  where: string;
  /** Says something even where the statement is missing; the others would agree with blank cells. */
  standsAlone?: true;
  /** Looks at Compare, and is not made where somebody has deleted that sheet. */
  onCompare?: true;
}

export interface CheckPlaces {
  book: Book;
  /** Where PPPM.CHECKMODEL spills its findings: their header, and the column of their texts. */
  findingsHeader: string;
  findingTexts: string;
}

/** Half a cent, and a patient in a hundred thousand: more than rounding, less than anything a reader sees. */
export const DOLLARS = 0.005;
export const PATIENTS = 0.00001;
export const SHARE = 0.000001;

/** Sum of the absolute differences of two series of months. */
export const apart = (left: string, right: string): string => `SUMPRODUCT(ABS(${left}-(${right})))`;

/** The months of the statement, and those from the second on. */
export const header = reference(headerPlace());
export const laterHeader = reference(headerPlace(1));
/** 1 in months that are forecast: beyond the horizon the cells are blank. */
export const laterForecast = `(${laterHeader}<>"")`;

/** Where there are more programs than shown, those shown do not add to the total; another check says so. */
export const BEYOND = 'more programs than shown';
