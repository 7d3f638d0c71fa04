/** Programs, payers and cost items as the copy was made for them, with where everything of theirs stands. */
import type { CostDriver, PayerDriver, ProgramDriver } from '../engine/model/drivers';
import type { CostBasis, CostCategory, Staffing } from '../engine/model/model';
import type { MonthRow, Rows, Series } from './monthly-sheet';
import type { CostRow, ProgramRow, SegmentRow, StatementRow, TeamRow } from './row-names';

export interface ProgramOf {
  name: string;
  /** Cell with its name. */
  cell: string;
  drivers: Readonly<Record<ProgramDriver, Series>>;
  segments: SegmentOf[];
  rows: Rows<ProgramRow>;
  statement: Rows<StatementRow>;
}

export interface SegmentOf {
  program: ProgramOf;
  payer: string;
  /** Cell with the payer’s name. */
  cell: string;
  drivers: Readonly<Record<PayerDriver, Series>>;
  /** Of a payment pattern a row for each share, which comes in after 0, 1, 2 … months; null where days to pay say when. */
  pattern: readonly { share: number; row: MonthRow }[] | null;
  rows: Rows<SegmentRow>;
}

export interface ItemOf {
  item: string;
  cell: string;
  category: CostCategory;
  basis: CostBasis;
  staffing: Staffing;
  /** Null where all programs share it. */
  program: ProgramOf | null;
  drivers: Readonly<Record<CostDriver, Series>>;
  rows: Rows<CostRow>;
  /** Of care-team items bought by the unit. */
  team: Rows<TeamRow> | null;
  /** Of planned and as-needed staff a row for each month of training: the fewest units of so many months. */
  training: readonly MonthRow[];
}

export interface Who {
  programs: readonly ProgramOf[];
  segments: readonly SegmentOf[];
  items: readonly ItemOf[];
  /** All programs together. */
  total: Rows<StatementRow>;
}

export const isStaffed = ({ staffing, team }: Pick<ItemOf, 'staffing' | 'team'>): boolean =>
  team !== null && staffing !== 'unlimited';
