import { describe, expect, it } from 'vitest';
import { MOST_CELLS, Parcels } from '../../../src/workbook/excel/parcels';
import { Refusal } from '../../../src/workbook/excel/refusal';

/** What is asked of Excel, in order; it refuses the parcels named, counted from 1. */
function excel({ refuses = 0 } = {}) {
  const done: string[] = [];
  let sent = 0;
  const context = {
    application: { suspendApiCalculationUntilNextSync: () => void done.push('suspend') },
    sync: async () => {
      if (++sent === refuses) throw new Error('Timeout');
      done.push('sync');
    },
  };
  return { done, parcels: new Parcels(context as unknown as Excel.RequestContext) };
}

describe('Parcels', () => {
  it('send what is little as a whole, and leave nothing in hand behind it', async () => {
    const { done, parcels } = excel();
    for (let i = 0; i < 20; i++) await parcels.takes(10);
    await parcels.send();
    expect(done).toEqual(['suspend', 'sync']);
  });

  it('send what is much in parts, none larger than a parcel', async () => {
    const { done, parcels } = excel();
    for (let i = 0; i < 4; i++) await parcels.takes(MOST_CELLS * 0.6);
    await parcels.send();
    expect(done).toEqual(Array.from({ length: 4 }, () => ['suspend', 'sync']).flat());
  });

  it('pass on what Excel says of the first, of which nothing was done', async () => {
    const { parcels } = excel({ refuses: 1 });
    await parcels.takes(1);
    await expect(parcels.send()).rejects.toThrow(/^Timeout$/);
  });

  it('say of a later one that a part was done', async () => {
    const { parcels } = excel({ refuses: 2 });
    await parcels.takes(MOST_CELLS);
    await parcels.takes(MOST_CELLS);
    const refused = await parcels.send().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).message).toMatch(/a part was done \(Timeout\), and the rest is not/);
  });
});
