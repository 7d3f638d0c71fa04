import type { Place } from './place';

/** Something a person should know about the inputs: an error stops the forecast, a note does not. */
export interface Finding extends Omit<Place, 'label'> {
  severity: 'error' | 'note';
  text: string;
}

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
export const note = finding('note');
