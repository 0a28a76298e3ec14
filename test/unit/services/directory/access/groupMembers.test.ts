import { describe, expect, it } from 'vitest';
import { DirectoryObstacle } from '../../../../../electron/services/directory/connection/directoryObstacle.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { dnOfDomain } from '../../../../../electron/services/directory/reading/domainOfDn.ts';
import {
  carl,
  child,
  childSid,
  countCrew,
  crew,
  crewForest,
  crewName,
  crewSid,
  crowd,
  group,
  nameIn,
  person,
  standIn,
} from './crewForest.ts';
import { guidBase } from '../../../../../electron/protocols/ldap/ldapName.ts';
import type { DirectoryEntry } from '../../../../lab/faults/directoryAnswer.ts';
import { entryOf, frame, guidOf, ownDomain, ownSid, partner, partnerSid } from './fakeForest.ts';

describe('members of a group that are of other domains', () => {
  it('are found in the Global Catalog of the forest, and their own domains are not asked', async () => {
    const directory = crewForest([nameIn(child, 'carl')], { [ownDomain]: { catalog: [person(carl)] } });
    expect(await countCrew(directory)).toEqual({
      ...{ people: ['CHILD\\carl', 'CORP\\anna'], direct: 2 },
      ...{ isCut: false, uncounted: [] },
    });
    expect(directory.binds.some((bind) => bind.endsWith(child))).toBe(false);
  });

  it('are found in their own domains where none is to be asked', async () => {
    const directory = crewForest([nameIn(child, 'carl')], { [ownDomain]: { catalog: [person(carl)] } });
    directory.state.useGlobalCatalog = false;
    expect(await countCrew(directory)).toMatchObject({ people: ['CHILD\\carl', 'CORP\\anna'] });
    expect(directory.binds.some((bind) => bind.includes('globalCatalog'))).toBe(false);
  });

  it('are found in their own domain where no Global Catalog answers', async () => {
    const directory = crewForest([nameIn(child, 'carl')]);
    expect(await countCrew(directory)).toMatchObject({
      people: ['CHILD\\carl', 'CORP\\anna'],
      uncounted: [],
    });
  });

  it('are found in a trusted forest by their SID', async () => {
    const directory = crewForest([standIn(`${partnerSid}-1003`)]);
    expect(await countCrew(directory)).toMatchObject({
      people: ['CORP\\anna', 'PARTNER\\pat'],
      uncounted: [],
    });
  });

  it('are found under names that are written otherwise, and under one that another object had, too', async () => {
    const renamed = `${partnerSid}-1003\\0ACNF:2f4d8c3e-0000-4000-8000-000000001003`;
    const directory = crewForest([nameIn(child, 'carl').toUpperCase(), standIn(renamed).toLowerCase()]);
    expect(await countCrew(directory)).toMatchObject({
      ...{ people: ['CHILD\\carl', 'CORP\\anna', 'PARTNER\\pat'], uncounted: [] },
    });
  });

  it('are asked for together: a hundred and twenty with three questions', async () => {
    const many = Array.from(
      { length: 120 },
      (_, at) => [partner, `pat${at}`, `${partnerSid}-${5_000 + at}`] as const,
    );
    const entries = [...frame(partner), ...many.map((each) => person(each))];
    const directory = crewForest(
      many.map(([, , sid]) => standIn(sid)),
      { [partner]: { entries } },
    );
    expect((await countCrew(directory)).people).toHaveLength(121);
    const there = directory.searches.filter(({ base }) => base === dnOfDomain(partner));
    expect(there).toHaveLength(3);
  });

  it('are followed through groups of several domains that contain each other', async () => {
    const circle = [...frame(child), person(carl, nameIn(child, 'crowd')), group(crowd, [crewName])];
    const directory = crewForest([nameIn(child, 'crowd')], { [child]: { entries: circle } });
    expect(await countCrew(directory)).toMatchObject({ people: ['CHILD\\carl', 'CORP\\anna'], direct: 1 });
  });

  it('are counted up to the limit, however many groups name them', async () => {
    const sids = ['9-1', '9-2', '9-3'].map((end) => standIn(`S-1-5-21-9-9-${end}`));
    const nested = group([ownDomain, 'nested', `${ownSid}-2001`], sids.slice(1), crewName);
    const directory = crewForest(sids.slice(0, 1), {}, { more: [nested] });
    expect(await countCrew(directory, 3)).toMatchObject({ isCut: false, uncounted: [{ count: 3 }] });
    expect(await countCrew(directory, 2)).toMatchObject({ isCut: true });
  });

  it('are followed through no more groups than any honest nesting has', async () => {
    const nested = (name: string, number: number, parent: string): DirectoryEntry =>
      group([ownDomain, name, `${ownSid}-${number}`], [], parent);
    const more = ['one', 'two', 'three'].flatMap((name, at) => [
      nested(name, 3_000 + at, crewName),
      ...Array.from({ length: 700 }, (_, each) =>
        nested(`${name}${each}`, 5_000 + at * 700 + each, nameIn(ownDomain, name)),
      ),
    ]);
    const directory = crewForest([], {}, { more });
    expect(await countCrew(directory, 10_000)).toMatchObject({ people: ['CORP\\anna'], isCut: true });
  });

  it('are counted up to the limit', async () => {
    const directory = crewForest([nameIn(child, 'carl'), standIn(`${partnerSid}-1003`)]);
    expect(await countCrew(directory, 2)).toMatchObject({ isCut: true, people: { length: 2 } });
  });
});

it("nobody is counted whom a group's own domain shows under a SID of another one", async () => {
  const pretender = person([child, 'eve', `${ownSid}-1003`], nameIn(child, 'crowd'));
  const entries = [...frame(child), group(crowd, []), pretender];
  const directory = crewForest([nameIn(child, 'crowd')], { [child]: { entries } });
  expect(await countCrew(directory)).toMatchObject({ people: ['CORP\\anna'] });
});

describe('members that are not counted', () => {
  it('are of a domain that cannot be reached: it is asked once', async () => {
    const members = [nameIn(child, 'carl'), nameIn(child, 'crowd'), standIn(`${partnerSid}-1003`)];
    const directory = crewForest(members, { [child]: { accounts: {} } });
    const told = await countCrew(directory);
    expect(told).toMatchObject({
      people: ['CORP\\anna', 'PARTNER\\pat'],
      uncounted: [{ domain: child, count: 2, reason: { code: 'readerRefusedElsewhere' } }],
    });
    expect(directory.binds.filter((bind) => bind.endsWith(` domain ${child}`))).toHaveLength(1);
  });

  it('are of a domain that does not open: it is tried once', async () => {
    const directory = crewForest([nameIn(child, 'crowd'), nameIn(child, 'carl')], {
      [ownDomain]: { catalog: [group(crowd, [])] },
    });
    directory.state.onOpen = async (domain) => {
      if (domain === child) throw new DirectoryObstacle(makeFinding('domainRecordsMissing', { domain }));
    };
    expect(await countCrew(directory)).toMatchObject({
      uncounted: [{ domain: child, count: 2, reason: { code: 'domainRecordsMissing' } }],
    });
    expect(directory.opened.filter((place) => place === `domain ${child}`)).toHaveLength(1);
  });

  it('are told once, in an order that does not come from the controller', async () => {
    const members = [nameIn(child, 'carl'), standIn(`${partnerSid}-1009`), standIn('S-1-5-11')];
    const nested = group(
      [ownDomain, 'nested', `${ownSid}-2001`],
      [nameIn(child, 'carla'), ...members],
      crewName,
    );
    const told = { [child]: { accounts: {} } };
    const { uncounted } = await countCrew(crewForest(members, told, { more: [nested] }));
    expect(uncounted.map(({ domain, count }) => [domain, count])).toEqual([
      [child, 2],
      [null, 1],
      [partner, 1],
    ]);
    const otherwise = crewForest(members.toReversed(), told, { more: [nested] });
    expect((await countCrew(otherwise)).uncounted).toEqual(uncounted);
  });

  it('are shown under a SID of another domain than the one that was asked', async () => {
    const pretender = person([child, 'carl', `${ownSid}-1003`]);
    const directory = crewForest([nameIn(child, 'carl')], {
      [child]: { entries: [...frame(child), pretender] },
    });
    expect(await countCrew(directory)).toMatchObject({
      ...{ people: ['CORP\\anna'], uncounted: [{ domain: child, count: 1 }] },
    });
  });

  it('are in a group whose domain cannot be reached, although the Global Catalog knows the group', async () => {
    const directory = crewForest([nameIn(child, 'crowd')], {
      [ownDomain]: { catalog: [group(crowd, [])] },
      [child]: { accounts: {} },
    });
    expect((await countCrew(directory)).uncounted).toMatchObject([{ domain: child, count: 1 }]);
  });

  it('are of a domain that a trust keeps from us, to which no password goes', async () => {
    const directory = crewForest([standIn(`${partnerSid}-1003`)], {}, { direction: '1' });
    expect((await countCrew(directory)).uncounted).toMatchObject([
      { domain: partner, count: 1, reason: { code: 'trustOneWay' } },
    ]);
    expect(directory.binds.some((bind) => bind.endsWith(partner))).toBe(false);
  });

  it('are of no domain that our directory names, whatever a group says; nobody is asked', async () => {
    const directory = crewForest([
      ...[nameIn('evil.example', 'eve'), nameIn(partner, 'pat')],
      ...[standIn('S-1-5-11'), standIn('S-1-5-21-9-9-9-1000'), standIn(`${partnerSid}-99999999999`)],
    ]);
    expect((await countCrew(directory)).uncounted).toEqual([{ domain: null, count: 5, reason: null }]);
    expect(directory.binds.map((bind) => bind.split(' ').at(-1))).toEqual([ownDomain]);
  });

  it('are gone from their domain, or another one stands there under their name', async () => {
    const pretender = entryOf(partner, 'pat', `${ownSid}-1003`);
    const directory = crewForest([standIn(`${partnerSid}-1003`), standIn(`${partnerSid}-1004`)], {
      [partner]: { entries: [...frame(partner), pretender] },
    });
    expect((await countCrew(directory)).uncounted).toMatchObject([
      { domain: partner, count: 2, reason: { code: 'directoryObjectUnseen' } },
    ]);
  });

  it('are no computers and contacts: they were looked at, and never sign in', async () => {
    const computer = entryOf(child, 'pc', `${childSid}-1010`, {
      ...{ distinguishedName: [nameIn(child, 'pc')], sAMAccountType: ['805306369'] },
    });
    const directory = crewForest([nameIn(child, 'pc')], {
      [child]: { entries: [...frame(child), computer] },
    });
    expect(await countCrew(directory)).toMatchObject({ people: ['CORP\\anna'], uncounted: [] });
  });
});

describe('names of members of other domains', () => {
  const isAskedFor = ({ searches }: ReturnType<typeof crewForest>, sid: string): boolean =>
    searches.some(
      ({ base, attributes }) =>
        base === guidBase(guidOf(sid)) && attributes[0]?.startsWith('member;') === true,
    );
  const sid = `${ownSid}-2001`;

  it('are read of a group that can have some', async () => {
    const more = [group([ownDomain, 'nested', sid], [], crewName)];
    const directory = crewForest([], {}, { more });
    await countCrew(directory);
    expect(isAskedFor(directory, sid)).toBe(true);
  });

  it('are not read of a global group, which has none', async () => {
    const nested = group([ownDomain, 'nested', sid], [], crewName);
    const more = [{ ...nested, attributes: { ...nested.attributes, groupType: ['2'] } }];
    const directory = crewForest([], {}, { more });
    await countCrew(directory);
    expect(isAskedFor(directory, sid)).toBe(false);
  });

  it('are not read of a group that has too many members of its own domain', async () => {
    const more = [person([ownDomain, 'bo', `${ownSid}-1002`], crewName)];
    const directory = crewForest([nameIn(child, 'carl')], {}, { more });
    expect(await countCrew(directory, 1)).toMatchObject({ isCut: true });
    expect(isAskedFor(directory, crewSid)).toBe(false);
  });
});

it('ends when whoever asked is gone, in the middle of another domain too', async () => {
  const directory = crewForest([standIn(`${partnerSid}-1003`)]);
  const gone = new AbortController();
  const reason = new Error('gone');
  directory.state.onSearch = async ({ base }) => {
    if (base === dnOfDomain(partner)) gone.abort(reason);
  };
  const counting = directory.reader.readMembers(crew, 10, gone.signal);
  await expect(counting).rejects.toBe(reason);
});
