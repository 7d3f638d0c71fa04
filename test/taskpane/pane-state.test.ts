import { describe, expect, it } from 'vitest';
import { next, type PaneState } from '../../src/taskpane/pane-state';
import type { Status } from '../../src/workbook';

const status = (part: Partial<Status> = {}): Status => ({
  practice: 'Oak Street',
  version: '0.0.0',
  scenarios: ['Low', 'High'],
  scenario: 'Low',
  headline: [],
  guardrails: [],
  hires: [],
  findings: [],
  failed: [],
  light: 'ok',
  lightText: 'All checks pass',
  isCurrent: true,
  byHand: false,
  trouble: null,
  ...part,
});
const opening: PaneState = { stage: 'opening' };
const open = next(opening, { type: 'found', status: status(), ours: ['Start', 'Panel'], conflicts: [] });

describe('what the pane shows', () => {
  it('is the form when the workbook holds nothing of ours', () => {
    expect(next(opening, { type: 'found', status: null, ours: [], conflicts: [] })).toMatchObject({
      stage: 'form',
      conflicts: [],
    });
  });

  it('is the form with the sheets in the way named, when there are any', () => {
    expect(next(opening, { type: 'found', status: null, ours: [], conflicts: ['Panel'] })).toMatchObject({
      stage: 'form',
      conflicts: ['Panel'],
    });
  });

  it('stays the form, with its news, when a second look finds nothing either', () => {
    const removed = next({ stage: 'removing', sheets: ['Start'] }, { type: 'removed', conflicts: [] });
    expect(removed).toMatchObject({ stage: 'form', removed: true });
    expect(next(removed, { type: 'found', status: null, ours: [], conflicts: [] })).toMatchObject({
      stage: 'form',
      removed: true,
    });
  });

  it('is the workbook when a whole one is there', () => {
    expect(open).toMatchObject({ stage: 'workbook', updating: false, built: false, sheets: ['Start', 'Panel'] });
  });

  it('is what is left of a workbook that cannot be read', () => {
    expect(next(opening, { type: 'found', status: null, ours: ['Log'], conflicts: [] })).toMatchObject({
      stage: 'unfinished',
      sheets: ['Log'],
    });
  });

  it('marks figures as being updated until a newer reading lands', () => {
    const updating = next(open, { type: 'updating' });
    expect(updating).toMatchObject({ updating: true });
    expect(
      next(updating, { type: 'updated', pending: false, late: false, status: status({ scenario: 'High' }) }),
    ).toMatchObject({ updating: false, status: { scenario: 'High' } });
  });

  it('shows the scenario asked for while the workbook follows, and the true one when it did not', () => {
    const switching = next(open, { type: 'switching', scenario: 'High' });
    expect(switching).toMatchObject({ switchingTo: 'High', updating: true });
    expect(next(switching, { type: 'failed', text: 'Excel is busy.' })).toMatchObject({
      switchingTo: null,
      failure: 'Excel is busy.',
      updating: true,
      status: { scenario: 'Low' },
    });
  });

  it('keeps the news of the build through updates, until it is waved away', () => {
    const built = next(
      { stage: 'building', done: 1, total: 1, what: '' },
      { type: 'built', status: status(), ours: ['Start'], missing: [] },
    );
    expect(built).toMatchObject({ built: true });
    expect(next(built, { type: 'updated', pending: false, late: false, status: status() })).toMatchObject({
      built: true,
    });
    expect(next(built, { type: 'noted' })).toMatchObject({ built: false });
  });

  it('goes back to the form with the reason when a build fails before anything was written', () => {
    expect(next({ stage: 'building', done: 0, total: 9, what: '' }, { type: 'failed', text: 'no' })).toMatchObject({
      stage: 'form',
      failure: 'no',
    });
  });

  it('counts progress only while building', () => {
    const building = next(opening, { type: 'building' });
    expect(next(building, { type: 'progressed', done: 2, total: 9, what: 'Panel' })).toEqual({
      stage: 'building',
      done: 2,
      total: 9,
      what: 'Panel',
    });
    expect(next(open, { type: 'progressed', done: 2, total: 9, what: 'Panel' })).toBe(open);
  });

  it('leaves the sheets listed when removing them fails', () => {
    const removing = next(open, { type: 'removing' });
    expect(removing).toEqual({ stage: 'removing', sheets: ['Start', 'Panel'] });
    expect(next(removing, { type: 'failed', text: 'protected' })).toEqual({
      stage: 'unfinished',
      sheets: ['Start', 'Panel'],
      failure: 'protected',
    });
  });
});
