import { afterEach, describe, expect, it, vi } from 'vitest';
import { abortReason } from '../../../../../electron/concurrency/abortReason.ts';
import type { DirectoryReader } from '../../../../../electron/services/directory/directoryReader.ts';
import { longestAskingMs } from '../../../../../electron/services/directory/people/askedWithin.ts';
import { createGroupFollowing } from '../../../../../electron/services/directory/people/groupFollowing.ts';
import type { StoredDirectoryObject } from '../../../../../electron/stores/directory/directoryObjectStore.ts';
import { unreachable } from '../fakeDirectory.ts';
import { hourMs } from './directoryPeopleLab.ts';

const rules = {
  ...{ isEnabled: true, domain: 'corp.example', membershipCacheHours: 1, gainGuard: 2 },
  search: { minimumLength: 3, size: 2, timeSeconds: 5 },
};

const groupOf = (domain: string, at: number): StoredDirectoryObject => ({
  ...{ userId: `${domain} ${at}`, objectGuid: `${domain} ${at}`, objectSid: `S-1-5-21-1-1-1-${at}`, domain },
  ...{ accountName: `CORP\\${at}`, userPrincipalName: null, distinguishedName: `CN=${at}` },
  ...{ state: 'present', checkedAt: 0, isAutoProvisioned: false, overrides: [] },
});

const groupsOf = (domain: string, length: number): StoredDirectoryObject[] =>
  Array.from({ length }, (_, at) => groupOf(domain, at));

/** One reading of somebody who is in these groups; gives those that are asked for. */
const open = (groups: readonly StoredDirectoryObject[], read: DirectoryReader['readObject']) => {
  let now = hourMs;
  const asked: string[] = [];
  const follow = createGroupFollowing({
    stores: { directoryObjects: { findGroupsOf: async () => [...groups] } },
    transact: () => Promise.reject(new Error('Nothing is found.')),
    reader: {
      readObject: (reference, signal) => {
        asked.push(reference.objectGuid);
        return read(reference, signal);
      },
    },
    now: () => (now += 1),
  });
  return async (): Promise<string[]> => {
    await follow('anna', rules);
    return asked.splice(0);
  };
};

afterEach(() => void vi.useRealTimers());

describe('groups whose names are followed (U15)', () => {
  it('are looked at in turn, though nobody sees the first ones', async () => {
    const groups = groupsOf('corp.example', 25);
    const follow = open(groups, async () => null);
    const asked = [await follow(), await follow(), await follow()];
    expect(asked.map(({ length }) => length)).toEqual([10, 10, 10]);
    expect(new Set(asked.flat()).size).toBe(25);
  });

  it('of a domain that cannot be asked are asked for once, and hold up no other ones', async () => {
    const groups = [...groupsOf('child.corp.example', 10), groupOf('corp.example', 11)];
    const follow = open(groups, async ({ domain }) => {
      if (domain === 'corp.example') return null;
      throw unreachable();
    });
    expect([await follow(), await follow()]).toEqual([
      ['child.corp.example 0'],
      ['corp.example 11', 'child.corp.example 0'],
    ]);
  });

  it('keep nobody waiting for longer than finding out who somebody is', async () => {
    vi.useFakeTimers();
    const silent: DirectoryReader['readObject'] = (_reference, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(abortReason(signal)), { once: true });
      });
    const follow = open(groupsOf('corp.example', 10), silent);
    const first = follow();
    await vi.advanceTimersByTimeAsync(longestAskingMs);
    expect(await first).toEqual(['corp.example 0']);
    const second = follow();
    await vi.advanceTimersByTimeAsync(longestAskingMs);
    expect(await second).toEqual(['corp.example 1']);
  });

  it('hide no mistake of the program', async () => {
    const follow = open(groupsOf('corp.example', 1), () => Promise.reject(new Error('broken')));
    await expect(follow()).rejects.toThrow('broken');
  });
});
