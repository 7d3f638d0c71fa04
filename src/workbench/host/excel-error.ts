/** An error as Excel reports it: code, message and the member it happened in (the batch fills in the location). */
export class ExcelError extends Error {
  location?: string;

  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export const itemNotFound = () => new ExcelError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = () =>
  new ExcelError('ItemAlreadyExists', 'The resource being created already exists.', 409);

export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.') =>
  new ExcelError('InvalidArgument', message);

export const invalidReference = () =>
  new ExcelError('InvalidReference', 'This reference is not valid for the current operation.');

export const invalidOperation = (message: string) => new ExcelError('InvalidOperation', message);

export const accessDenied = () => new ExcelError('AccessDenied', "You can't perform the requested operation.", 403);

export const wrongArraySize = () =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** What Excel has and the workbench lacks: it must be seen, never guessed around. */
export function notImplemented(member: string): ExcelError {
  return new ExcelError('NotImplemented', `Workbench: ${member} is not implemented`, 501);
}

export function asExcelError(reason: unknown): ExcelError {
  if (reason instanceof ExcelError) return reason;
  const error = new ExcelError('GeneralException', 'There was an internal error while processing the request.', 500);
  error.cause = reason;
  return error;
}
