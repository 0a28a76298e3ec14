import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupPaths } from '../../../../../electron/services/directory/people/groupPaths.ts';
import { computeRights } from '../../../../../electron/services/users/rights/computeRights.ts';

const person = { userId: 'anna', objectSid: 'S-1-5-21-1' };

/** Up to eight groups, each in any others, also in rings; some of them are known here, and all of these are in the token. */
const situation = fc
  .record({
    edges: fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 8 })), { maxLength: 30 }),
    known: fc.uniqueArray(fc.integer({ min: 1, max: 8 })),
    explicit: fc.boolean(),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }),
  })
  .map(({ edges, known, explicit, order }) => {
    const sid = (index: number): string => (index === 0 ? person.objectSid : `S-1-5-21-9-${index}`);
    const links = Array.from({ length: 9 }, (_, index) => ({
      ...{ sid: sid(index), name: `CORP\\group ${index}` },
      memberOf: edges.filter(([from]) => from === index).map(([, to]) => sid(to)),
    }));
    const groups = known.map((index) => ({
      ...{ userId: `known ${index}`, objectSid: sid(index), name: `CORP\\group ${index}` },
    }));
    const shuffled = order
      .flatMap((index) => links.slice(index, index + 1))
      .map((link) => ({ ...link, memberOf: link.memberOf.toReversed() }));
    return { links, shuffled, groups, explicit };
  });

it('gives the union of what is explicit and of all groups of the token, whatever leads there, also in rings', () => {
  fc.assert(
    fc.property(situation, ({ links, groups, explicit }) => {
      const { memberOf } = groupPaths(person, groups, links);
      const holders = [...groups.map(({ userId }) => userId), ...(explicit ? [person.userId] : [])];
      const sources = computeRights(person.userId, {
        ...{ permissions: new Map([['role', ['audit.view']]]), parents: new Map(), memberOf },
        grants: holders.map((principalId) => ({ principalId, roleId: 'role', folderId: null })),
      });
      expect(new Set(sources.map(({ path }) => path.at(-1)))).toEqual(new Set(holders));
      for (const { path } of sources) expect(path[0]).toBe(person.userId);
    }),
  );
});

it('gives the same for the same links in whatever order they come', () => {
  fc.assert(
    fc.property(situation, ({ links, shuffled, groups }) => {
      const one = groupPaths(person, groups, links);
      const other = groupPaths(person, groups.toReversed(), shuffled);
      const sorted = (paths: typeof one) => [...paths.memberOf].toSorted();
      expect(sorted(other)).toEqual(sorted(one));
      expect(new Map(other.between)).toEqual(new Map(one.between));
    }),
  );
});
