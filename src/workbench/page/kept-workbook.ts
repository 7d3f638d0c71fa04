/** The workbook as this browser keeps it between visits: one, in the storage that belongs to this page's address. */
import type { WorkbookSnapshot } from './workbench-api';

const DATABASE = 'workbench';
const STORE = 'workbooks';
const CURRENT = 'current';

/** What was kept last; null where nothing was, or where this browser keeps nothing. */
export const readKept = (): Promise<WorkbookSnapshot | null> =>
  inStore('readonly', (store) => store.get(CURRENT)).then(
    (kept) => (kept as WorkbookSnapshot | undefined) ?? null,
    () => null,
  );

/** @throws where the browser has no room, or keeps nothing (a private window). */
export const putKept = (workbook: WorkbookSnapshot): Promise<unknown> =>
  inStore('readwrite', (store) => store.put(workbook, CURRENT));

export const forgetKept = (): Promise<unknown> => inStore('readwrite', (store) => store.delete(CURRENT));

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answerOf(opening);
  try {
    const transaction = database.transaction(STORE, mode);
    const answer = await answerOf(ask(transaction.objectStore(STORE)));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    return answer;
  } finally {
    database.close();
  }
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
