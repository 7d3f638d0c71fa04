import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { modelOf } from '../../src/forecast/model-of';
import { readModel } from '../../src/tables/reading/read-model';
import { compiler, startTwin } from './twin';
import { workload } from './workload';

const cc = compiler();
const source = join(__dirname, 'project.c');
const model = modelOf(readModel(workload()), 'Stretch');
const children = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

/** What comes of starting the twin with its source changed; its process is over afterwards, so that nobody waits for it. */
async function startedWith(change: (text: string) => string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pppm-twin-'));
  const before = children();
  try {
    const changed = join(folder, 'changed.c');
    writeFileSync(changed, change(readFileSync(source, 'utf8')));
    const twin = await startTwin(cc!, changed, folder, model);
    twin.stop();
    return 'agrees';
  } catch (error) {
    return (error as Error).message;
  } finally {
    await vi.waitFor(() => expect(children()).toBe(before), 5_000);
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(cc === null)('The C twin', () => {
  it('agrees with the engine', async () => expect(await startedWith((text) => text)).toBe('agrees'));

  it('is stopped where it computes something else', async () => {
    const wrong = await startedWith((text) => text.replace('MARGIN][t] = ', 'MARGIN][t] = 1 + '));
    expect(wrong).toMatch(/^test\/bench\/project\.c no longer computes what src\/engine does: margin in month 1 is/);
  });
});
