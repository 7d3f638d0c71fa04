import type { Place } from './place';

/** Something a person should know about the inputs: an error stops the forecast, a note does not. */
export interface Finding extends Omit<Place, 'label'> {
  severity: 'error' | 'note';
  text: string;
  /** What it may share with others, until they are said as one: see one-cause. */
  cause?: Cause;
}

/** A row that lacks cells, or a name that several rows give and no table has. */
export type Cause =
  | { what: 'incomplete row'; place: Place }
  | { what: 'unknown name'; place: Place; name: string; names: readonly string[] };

/** A message of the catalogue that is about a place. */
export type PlaceMessage<Details extends unknown[]> = (place: Place, ...details: Details) => string;

/** A finding points at the place that its text names. */
const finding =
  (severity: Finding['severity']) =>
  <Details extends unknown[]>(place: Place, message: PlaceMessage<Details>, ...details: Details): Finding => ({
    severity,
    table: place.table,
    row: place.row,
    column: place.column,
    text: message(place, ...details),
  });

export const error = finding('error');
/** An error that a cell is not given: all of a row are said as one. */
export const lacking = <Details extends unknown[]>(
  place: Place,
  message: PlaceMessage<Details>,
  ...details: Details
): Finding => ({ ...error(place, message, ...details), cause: { what: 'incomplete row', place } });
/** An error that a name is not known: all rows that give it are said as one. */
export const unknownIn = (
  place: Place,
  message: PlaceMessage<[name: string, names: readonly string[]]>,
  name: string,
  names: readonly string[],
): Finding => ({ ...error(place, message, name, names), cause: { what: 'unknown name', place, name, names } });
export const note = finding('note');
