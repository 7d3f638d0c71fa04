import { describe, expect, it, vi } from 'vitest';
import { notesBefore } from '../../../src/taskpane/share/notes-before';
import { listed, ShareSession, type ShareApi } from '../../../src/taskpane/share/share-session';
import type { Status } from '../../../src/workbook';
import type { BeforeSharing, StampNow } from '../../../src/workbook/share';
import { area } from '../../../src/workbook/plan/cells';
import type { WorkbookApi } from '../../../src/taskpane/workbook-api';

const SEEN: BeforeSharing = {
  patients: [],
  hidden: [],
  formulas: [{ sheet: 'Forecast', formulas: 3 }],
  names: [],
  kept: 0,
  broken: [],
  template: { built: '1.0.0', present: '1.0.0', lacks: [] },
};
const STAMP: StampNow = { lines: [], author: 'A. Consultant', asOf: 'June 2026' };
const STATUS = {
  isCurrent: true,
  byHand: false,
  findings: [],
  failed: [],
  lightText: 'All 30 checks pass',
} as unknown as Status;

/** A workbook that is only what it is told to be. */
function workbookWith(change: Partial<ShareApi>) {
  let seen = SEEN;
  let opens = false;
  const api = {
    readBeforeSharing: async () => seen,
    readStamp: async () => STAMP,
    opensWithWorkbook: async () => opens,
    openWithWorkbook: async (asked: boolean) => void (opens = asked),
    swapOut: async () => {
      seen = { ...seen, kept: 3 };
      return [{ sheet: 'Forecast', formulas: 3 }];
    },
    swapIn: async () => {
      seen = { ...seen, kept: 1 };
      return {
        sheets: [{ sheet: 'Forecast', formulas: 2 }],
        left: [{ where: 'Mine!B1', formula: '=PPPM.RATE(1)', why: 'its value was changed since' }],
      };
    },
    forgetFormulas: async () => {
      seen = { ...seen, kept: 0 };
    },
    ...change,
  } as ShareApi;
  return new ShareSession({} as WorkbookApi, api, () => 46000);
}

describe('the page between two looks', () => {
  it('sees the workbook anew after everything that was done', async () => {
    const session = workbookWith({});
    await session.look();
    await session.swapOut();
    expect(session.getState()).toMatchObject({ work: null, failure: null, seen: { kept: 3 } });
    expect(session.getState().done?.title).toBe('3 formulas replaced by values.');
    await session.swapIn();
    expect(session.getState()).toMatchObject({ seen: { kept: 1 }, left: [{ where: 'Mine!B1' }] });
    await session.forget();
    expect(session.getState()).toMatchObject({ seen: { kept: 0 }, left: [] });
  });

  it('takes no second order while the first is carried out', async () => {
    let calls = 0;
    const session = workbookWith({
      swapOut: async () => {
        calls++;
        return [];
      },
    });
    await Promise.all([session.swapOut(), session.swapOut()]);
    expect(calls).toBe(1);
  });

  it('opens by itself only when that was asked, and no longer when it was taken back', async () => {
    const session = workbookWith({});
    await session.look();
    expect(session.getState().opens).toBe(false);
    await session.openWithWorkbook(true);
    expect(session.getState()).toMatchObject({ opens: true, done: { title: 'This pane opens with the workbook.' } });
    await session.undo();
    expect(session.getState()).toMatchObject({ opens: false, undone: 'This pane opens with the workbook.' });
  });

  it('opens not by itself where Excel cannot say', async () => {
    const session = workbookWith({ opensWithWorkbook: () => Promise.reject(new Error('not supported')) });
    await session.look();
    expect(session.getState()).toMatchObject({ opens: false, failure: null });
  });

  it('says why something was not done, and what was undone', async () => {
    let undone = 0;
    const session = workbookWith({
      swapOut: async () => {
        throw new Error('The sheet Compare is protected.');
      },
      repair: async () => [],
      undoRepair: async () => void undone++,
    });
    await session.swapOut();
    expect(session.getState().failure).toBe('The sheet Compare is protected.');
    await session.repair();
    expect(session.getState().failure).toBeNull();
    await session.undo();
    expect([undone, session.getState().undone, session.getState().done]).toEqual([1, '0 cells repaired.', null]);
  });
});

describe('a workbook that cannot be read for a moment', () => {
  it('is looked at again, and then nothing is said of it', async () => {
    vi.useFakeTimers();
    try {
      let looks = 0;
      const session = workbookWith({
        readBeforeSharing: async () => {
          if (++looks < 3) throw new Error('A sheet is not there any more.');
          return SEEN;
        },
      });
      await session.look();
      expect(session.getState()).toMatchObject({ seen: null, failure: 'A sheet is not there any more.' });
      await vi.advanceTimersByTimeAsync(10_000);
      expect([looks, session.getState().failure, session.getState().seen]).toEqual([3, null, SEEN]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is given up after a while, and the failure stays', async () => {
    vi.useFakeTimers();
    try {
      let looks = 0;
      const session = workbookWith({
        readBeforeSharing: async () => {
          looks++;
          throw new Error('No.');
        },
      });
      await session.look();
      await vi.advanceTimersByTimeAsync(60_000);
      expect([looks, session.getState().failure]).toEqual([4, 'No.']);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('what there is to note', () => {
  const texts = (
    seen: Partial<BeforeSharing>,
    status: Partial<Status> = {},
    stamp: Partial<StampNow> = {},
    opens = false,
  ) =>
    notesBefore({ ...SEEN, ...seen }, { ...STAMP, ...stamp }, { ...STATUS, ...status }, opens).map(
      ({ isFine, text }) => `${isFine ? 'fine' : 'look'}: ${text}`,
    );

  it('names each thing that a reader of the copy must not see, or would stumble over', () =>
    expect(
      texts(
        {
          patients: [{ sheet: 'Roster', sign: 'MRN', area: area(0, 1, 5, 3), rows: 4 }],
          hidden: ['Notes'],
          names: ['MyRate'],
        },
        {
          isCurrent: false,
          byHand: true,
          findings: [{}, {}] as unknown as Status['findings'],
          failed: [{ test: '', verdict: '', where: '' }],
        },
      ),
    ).toEqual([
      'look: Rows that name patients: Roster B1:D5, 4 rows (MRN).',
      'look: The figures are of older inputs: Excel calculates only when asked. Press F9 first.',
      'look: Unanswered: 2 findings and 1 check to look at. The page Forecast lists them.',
      'look: Hidden sheets go along: Notes.',
      'look: Names that call the add-in are no cells and stay formulas in every copy: MyRate.',
      'look: Not stamped yet: nobody can tell later which version this was.',
    ]));

  it('says what is fine, too', () =>
    expect(
      texts(
        {},
        {},
        {
          lines: [
            { label: 'Author', text: 'A. Consultant' },
            { label: 'Date', text: '1-Dec-26' },
            { label: 'As of', text: 'June 2026' },
          ],
        },
      ),
    ).toEqual([
      'fine: No rows that name patients were found on any sheet, hidden ones included.',
      'fine: The figures are of the inputs as they are now.',
      'fine: All 30 checks pass.',
      'fine: Stamped: A. Consultant, 1-Dec-26; as of: June 2026.',
    ]));

  it('says that the pane opens with every copy', () =>
    expect(texts({}, {}, {}, true)).toContain(
      'look: This pane opens by itself with the workbook, and with every copy: people who have no add-in may see an error of Excel’s.',
    ));

  it('counts what would be a long list', () =>
    expect(listed(['a', 'b', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])).toBe('a, b, c, d, e, f and 2 more'));
});
