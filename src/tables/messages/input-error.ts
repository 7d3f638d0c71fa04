/** An input that cannot be used; its message is shown in the cell, so it says what to do. */
export class InputError extends Error {
  constructor(
    message: string,
    /** #VALUE! for a wrong input, #N/A for an answer that does not exist. */
    readonly kind: 'invalidValue' | 'notAvailable' = 'invalidValue',
  ) {
    super(message);
    this.name = 'InputError';
  }
}
