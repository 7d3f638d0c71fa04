/** Headers of columns that people keep beside the inputs, and that no figure comes from. */
import { COSTS } from './costs';
import type { TableSchema } from './column';
import { PANEL } from './panel';
import { PAYER_MIX } from './payer-mix';

const REMARKS: readonly string[] = [
  ...['Note', 'Notes', 'Comment', 'Comments', 'Remark', 'Remarks', 'Description', 'Explanation', 'Details', 'Text'],
  ...['Source', 'Sources', 'Reference', 'References', 'Ref', 'Link', 'URL', 'Evidence', 'Basis of estimate'],
  ...['Why', 'Reason', 'Reasons', 'Rationale', 'Justification', 'Assumption', 'Assumptions', 'Confidence'],
  ...['Owner', 'Author', 'Responsible', 'Contact', 'Prepared by', 'Reviewed by', 'Approved by', 'Reviewer', 'Approver'],
  ...['Status', 'Version', 'Updated', 'Last updated', 'Date updated', 'As of', 'Reviewed', 'Approved'],
  ...['Unit', 'Unit of measure', 'UoM', 'ID', 'No', 'No.', '#', 'Row', 'Tag', 'Tags'],
];

const REMARKS_OF: ReadonlyMap<TableSchema, readonly string[]> = new Map<TableSchema, readonly string[]>([
  [PANEL, ['Clinic', 'Practice', 'Site', 'Sponsor', 'Lead clinician', 'Medical director']],
  [PAYER_MIX, ['Plan ID', 'Payer ID', 'Contract', 'Contract ID', 'Contract number', 'Region']],
  [COSTS, ['Vendor', 'Supplier', 'GL account', 'Account', 'Cost center', 'Cost centre', 'Department', 'Contract']],
]);

/** The headers of remarks that a table may carry, as people write them. */
export const remarksOf = (schema: TableSchema): readonly string[] => [...REMARKS, ...(REMARKS_OF.get(schema) ?? [])];
