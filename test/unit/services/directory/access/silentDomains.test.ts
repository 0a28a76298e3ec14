import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abortReason } from '../../../../../electron/concurrency/abortReason.ts';
import { carl, child, childSid, countCrew, crewForest, group, nameIn, person } from './crewForest.ts';
import { crossRef, frame, ownDomain } from './fakeForest.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Ends when nobody waits any more. */
const silence = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(abortReason(signal))));

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Directory = ReturnType<typeof crewForest>;

/** What came of it within the minute that a count may take. */
const countInTime = async (directory: Directory): ReturnType<typeof countCrew> => {
  const [told] = await Promise.all([countCrew(directory), vi.advanceTimersByTimeAsync(59_000)]);
  return told;
};

describe('a domain whose packets are dropped', () => {
  it('leaves the group countable, without its members', async () => {
    const directory = crewForest([nameIn(child, 'carl')]);
    directory.state.onOpen = (domain, signal) => (domain === child ? silence(signal) : after(0));
    expect(await countInTime(directory)).toMatchObject({
      ...{ people: ['CORP\\anna'], isCut: false },
      uncounted: [{ domain: child, count: 1, reason: { code: 'ldapTimedOut' } }],
    });
  });

  it('leaves time for others', async () => {
    const silent = { name: 'c0.corp.example', sid: 'S-1-5-21-7-7-7' };
    const groups = [silent, { name: child, sid: childSid }].map(({ name, sid }) =>
      group([name, 'crowd', `${sid}-2001`], []),
    );
    const directory = crewForest(
      [nameIn(silent.name, 'crowd'), nameIn(child, 'crowd')],
      {
        [ownDomain]: { catalog: groups },
        [child]: { entries: [...frame(child), ...groups, person(carl, nameIn(child, 'crowd'))] },
      },
      { more: [crossRef(silent.name, 'C0', silent.sid)] },
    );
    directory.state.onOpen = (domain, signal) => (domain === silent.name ? silence(signal) : after(0));
    expect(await countInTime(directory)).toMatchObject({
      ...{ people: ['CHILD\\carl', 'CORP\\anna'], uncounted: [{ domain: silent.name, count: 1 }] },
    });
  });

  it('is waited for again by the next count, on a session of its own', async () => {
    const directory = crewForest([nameIn(child, 'carl')]);
    let isSilent = true;
    directory.state.onSearch = ({ base }, signal) =>
      isSilent && base.endsWith('DC=child,DC=corp,DC=example') ? silence(signal) : after(0);
    expect(await countInTime(directory)).toMatchObject({ uncounted: [{ domain: child }] });
    isSilent = false;
    expect(await countInTime(directory)).toMatchObject({ people: ['CHILD\\carl', 'CORP\\anna'] });
    expect(directory.binds.filter((bind) => bind.endsWith(` domain ${child}`))).toHaveLength(2);
  });

  it.each([
    ['keeps silent', silence],
    ['takes its time, and lets nobody in', () => after(18_000)],
  ])('is one of several at most that hold the count up: each %s', async (_how, open) => {
    const others = ['c0', 'c1', 'c2', 'c3'].map((name, at) => ({
      ...{ name: `${name}.corp.example`, netbiosName: name, sid: `S-1-5-21-7-7-${at}` },
    }));
    const catalog = others.map(({ name, sid }) => group([name, 'crowd', `${sid}-2001`], []));
    const directory = crewForest(
      others.map(({ name }) => nameIn(name, 'crowd')),
      { [ownDomain]: { catalog } },
      { more: others.map(({ name, netbiosName, sid }) => crossRef(name, netbiosName, sid)) },
    );
    directory.state.onOpen = (domain, signal) => (domain === ownDomain ? after(0) : open(signal));
    expect((await countInTime(directory)).uncounted).toMatchObject(
      others.map(({ name }) => ({ domain: name, count: 1 })),
    );
    expect(directory.opened).not.toContain('domain c3.corp.example');
  });
});

it('a count takes longer than one answer of a directory', async () => {
  const directory = crewForest([]);
  directory.state.onSearch = ({ scope }) => after(scope === 'subtree' ? 50_000 : 0);
  expect(await countInTime(directory)).toMatchObject({ people: ['CORP\\anna'] });
});
