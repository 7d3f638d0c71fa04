/** Something the workbook cannot do, in words for the user. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
