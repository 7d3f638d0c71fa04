/**
 * Takes the place of RxJS's operator, by which Univer gathers what comes in a short while. RxJS's ticks as long as the
 * page is open, whether or not anything comes: a hundred times a second here, a fiftieth of the page's thread.
 */
import { Observable, type OperatorFunction } from 'rxjs';

/** Passes on what came within so many milliseconds of the first, as one list; none that is empty, until the end. */
export const bufferTime =
  <T>(milliseconds: number): OperatorFunction<T, T[]> =>
  (source) =>
    new Observable((subscriber) => {
      let gathered: T[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      const pass = () => {
        const list = gathered;
        gathered = [];
        timer = undefined;
        subscriber.next(list);
      };
      const subscription = source.subscribe({
        next(value) {
          gathered.push(value);
          timer ??= setTimeout(pass, milliseconds);
        },
        error: (reason) => subscriber.error(reason),
        complete() {
          clearTimeout(timer);
          pass();
          subscriber.complete();
        },
      });
      return () => {
        clearTimeout(timer);
        subscription.unsubscribe();
      };
    });
