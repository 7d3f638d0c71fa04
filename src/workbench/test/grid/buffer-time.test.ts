import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { bufferTime } from '../../grid/buffer-time';

let source: Subject<number>;
let lists: number[][];
beforeEach(() => {
  vi.useFakeTimers();
  source = new Subject();
  lists = [];
});
afterEach(() => void vi.useRealTimers());
const gather = () => source.pipe(bufferTime(16)).subscribe((list) => lists.push(list));

it('passes on as one list what comes within its time of the first', () => {
  gather();
  source.next(1);
  vi.advanceTimersByTime(15);
  source.next(2);
  vi.advanceTimersByTime(1);
  source.next(3);
  vi.advanceTimersByTime(16);
  expect(lists).toEqual([[1, 2], [3]]);
});

it('rests while nothing comes: no timer waits', () => {
  gather();
  expect(vi.getTimerCount()).toBe(0);
  source.next(1);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(16);
  expect(vi.getTimerCount()).toBe(0);
});

it('passes on the rest when its source ends, and nothing when nobody listens any more', () => {
  const listening = gather();
  source.next(1);
  listening.unsubscribe();
  vi.advanceTimersByTime(100);
  expect(lists).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  gather();
  source.next(2);
  source.complete();
  expect(lists).toEqual([[2]]);
  expect(vi.getTimerCount()).toBe(0);
});
