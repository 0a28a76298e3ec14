import { describe, expect, it, vi } from 'vitest';
import { createTokenDuty } from '../../../../electron/services/background/tokenDuty.ts';

const dayMs = 86_400_000;
const lost = { profile: 'profile-1', name: 'head-office' };
const signal = new AbortController().signal;

const createLab = () => {
  let at = 0;
  const renewAll = vi.fn(async () => [lost]);
  const raise = vi.fn(async () => undefined);
  const duty = createTokenDuty({ renewAll, raise, now: () => at });
  return { duty, renewAll, raise, pass: (ms: number) => void (at += ms) };
};

describe('the duty that renews sign-ins', () => {
  it('does so at the start and once a day', async () => {
    const { duty, renewAll, pass } = createLab();
    expect(await duty.run(signal)).toBe(dayMs);
    await duty.run(signal);
    expect(renewAll).toHaveBeenCalledOnce();
    pass(dayMs);
    await duty.run(signal);
    expect(renewAll).toHaveBeenCalledTimes(2);
  });

  it('is not put off by a clock that was ahead', async () => {
    const { duty, renewAll, pass } = createLab();
    pass(365 * dayMs);
    await duty.run(signal);
    pass(-364 * dayMs);
    expect(await duty.run(signal)).toBe(2 * dayMs);
    expect(renewAll).toHaveBeenCalledTimes(2);
  });

  it('tells of a lost one once, until it holds again', async () => {
    const { duty, renewAll, raise, pass } = createLab();
    await duty.run(signal);
    pass(dayMs);
    await duty.run(signal);
    expect(raise).toHaveBeenCalledExactlyOnceWith({
      ...{ severity: 'Error', component: 'mail', code: 'mailSignInNeeded' },
      parameters: { profile: 'head-office' },
    });
    renewAll.mockResolvedValueOnce([]);
    pass(dayMs);
    await duty.run(signal);
    pass(dayMs);
    await duty.run(signal);
    expect(raise).toHaveBeenCalledTimes(2);
  });
});
