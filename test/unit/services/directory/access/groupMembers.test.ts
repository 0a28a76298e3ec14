import { describe, expect, it } from 'vitest';
import { dnOfDomain } from '../../../../../electron/services/directory/reading/domainOfDn.ts';
import {
  carl,
  child,
  childSid,
  countCrew,
  crew,
  crewForest,
  crewName,
  crowd,
  group,
  nameIn,
  person,
  standIn,
} from './crewForest.ts';
import { entryOf, frame, ownDomain, ownSid, partner, partnerSid } from './fakeForest.ts';

describe('members of a group that are of other domains', () => {
  it('are found in the Global Catalog of the forest, and their own domains are not asked', async () => {
    const directory = crewForest([nameIn(child, 'carl')], { [ownDomain]: { catalog: [person(carl)] } });
    expect(await countCrew(directory)).toEqual({
      ...{ people: ['CHILD\\carl', 'CORP\\anna'], direct: 2 },
      ...{ isCut: false, uncounted: [] },
    });
    expect(directory.binds.some((bind) => bind.endsWith(child))).toBe(false);
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

  it('are counted up to the limit', async () => {
    const directory = crewForest([nameIn(child, 'carl'), standIn(`${partnerSid}-1003`)]);
    expect(await countCrew(directory, 2)).toMatchObject({ isCut: true, people: { length: 2 } });
  });
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
