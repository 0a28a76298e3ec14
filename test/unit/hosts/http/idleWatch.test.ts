import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIdleWatch } from '../../../../electron/hosts/http/idleWatch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('tells when nothing was under way for the whole time', () => {
  const onIdle = vi.fn();
  createIdleWatch(1_000, onIdle);
  vi.advanceTimersByTime(999);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('waits for everything that is under way, then for the whole time again', () => {
  const onIdle = vi.fn();
  const watch = createIdleWatch(1_000, onIdle);
  const [endOne, endOther] = [watch.begin(), watch.begin()];
  vi.advanceTimersByTime(5_000);
  endOne();
  vi.advanceTimersByTime(5_000);
  expect(onIdle).not.toHaveBeenCalled();
  endOther();
  vi.advanceTimersByTime(1_000);
  expect(onIdle).toHaveBeenCalledOnce();
});

it('says nothing after it was stopped', () => {
  const onIdle = vi.fn();
  createIdleWatch(1_000, onIdle).stop();
  vi.advanceTimersByTime(5_000);
  expect(onIdle).not.toHaveBeenCalled();
});

it('does not begin again when something ends after it was stopped', () => {
  const watch = createIdleWatch(1_000, vi.fn());
  const end = watch.begin();
  watch.stop();
  end();
  expect(vi.getTimerCount()).toBe(0);
});
