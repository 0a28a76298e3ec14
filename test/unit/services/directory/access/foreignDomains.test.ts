import { describe, expect, it } from 'vitest';
import { fail } from '../../../../../electron/contract/failures.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import {
  createFakeForest,
  crossRef,
  entryOf,
  type FakeDomain,
  frame,
  guidOf,
  ownDomain,
  ownSid,
  partner,
  partnerSid,
  trust,
} from './fakeForest.ts';

const { signal } = new AbortController();
const child = 'child.corp.example';
const childSid = 'S-1-5-21-2-2-2';
const sids = (...all: string[]): Buffer[] => all.map(encodeSid);

const anna = entryOf(ownDomain, 'anna', `${ownSid}-1001`, { tokenGroups: sids(`${ownSid}-2000`) });
const dora = entryOf(ownDomain, 'dora', `${ownSid}-1005`, { isDeleted: ['TRUE'] });
const carl = entryOf(child, 'carl', `${childSid}-1002`, {
  tokenGroups: sids(`${childSid}-2001`, `${ownSid}-2000`, 'S-1-5-32-544'),
});
const pat = entryOf(partner, 'pat', `${partnerSid}-1003`, {
  tokenGroups: sids(`${partnerSid}-2002`, `${ownSid}-2000`, `${childSid}-2001`, 'S-1-5-32-544'),
});

const readerAccount = { 'reader@corp.example': { password: 'right' } };

const forest = (change: Partial<Record<string, Partial<FakeDomain>>> = {}, direction = '3') => {
  const own = [
    ...frame(ownDomain),
    ...[crossRef(ownDomain, 'CORP', ownSid), crossRef(child, 'CHILD', childSid)],
    trust(partner, 'PARTNER', partnerSid, direction),
    ...[anna, dora],
  ];
  return createFakeForest({
    [ownDomain]: { entries: own, accounts: readerAccount, ...change[ownDomain] },
    [child]: { entries: [...frame(child), carl], accounts: readerAccount, ...change[child] },
    [partner]: { entries: [...frame(partner), pat], accounts: readerAccount, ...change[partner] },
    'evil.example': { entries: frame('evil.example'), accounts: {} },
  });
};

const signedInAs = (...groups: string[]) => ({
  password: 'secret',
  rootDse: { tokenGroups: sids(...groups) },
});
const search = { text: 'p', kinds: ['directoryUser' as const], size: 10, timeSeconds: 1 };

describe('a domain that somebody names', () => {
  it('gets no password unless our directory names it', async () => {
    const { reader, binds } = forest();
    const asked = [
      reader.searchObjects({ ...search, domain: 'evil.example' }, signal),
      reader.readObject({ domain: 'evil.example', objectGuid: guidOf('S-1-1') }, signal),
      reader.readToken({ domain: 'evil.example', objectGuid: guidOf('S-1-1') }, signal),
    ];
    for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(binds.filter((bind) => bind.endsWith('evil.example'))).toEqual([]);
  });

  it('is asked when it is of our forest or trusted both ways, and not over a trust of one way', async () => {
    const { reader } = forest();
    const { objects } = await reader.searchObjects({ ...search, domain: partner }, signal);
    expect(objects.map(({ accountName }) => accountName)).toEqual(['PARTNER\\pat']);
    const oneWay = forest({}, '1');
    const asked = oneWay.reader.searchObjects({ ...search, domain: partner }, signal);
    await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const signedIn = oneWay.reader.signIn({ name: 'PARTNER\\pat', password: 'secret' }, signal);
    await expect(signedIn).rejects.toMatchObject({ data: { finding: { code: 'trustOneWay' } } });
    expect(oneWay.binds.filter((bind) => bind.endsWith(partner))).toEqual([]);
  });
});

describe('what controllers of another forest say (MS-PAC 4.1.2.2)', () => {
  const account = { 'PARTNER\\pat': signedInAs(`${partnerSid}-2002`, `${partnerSid}-1003`) };

  it('makes nobody a member of groups of ours, nor of built-in ones', async () => {
    const { reader } = forest({ [partner]: { accounts: { ...readerAccount, ...account } } });
    const reference = { domain: partner, objectGuid: guidOf(`${partnerSid}-1003`) };
    const told = [
      await reader.signIn({ name: 'PARTNER\\pat', password: 'secret' }, signal),
      await reader.readToken(reference, signal),
    ];
    for (const token of told)
      expect(token).toMatchObject({ groupSids: [`${partnerSid}-2002`], person: { forest: [partner] } });
  });

  it('makes nobody somebody of ours: an account under a SID of ours is believed nothing', async () => {
    const pretender = entryOf(partner, 'pat', `${ownSid}-1001`, { tokenGroups: sids(`${partnerSid}-2002`) });
    const { reader } = forest({
      [partner]: {
        entries: [...frame(partner), pretender],
        accounts: { ...readerAccount, 'PARTNER\\pat': signedInAs(`${ownSid}-1001`) },
      },
    });
    const reference = { domain: partner, objectGuid: guidOf(`${ownSid}-1001`) };
    const told = [
      reader.signIn({ name: 'PARTNER\\pat', password: 'secret' }, signal),
      reader.readObject(reference, signal),
    ];
    for (const each of told)
      await expect(each).rejects.toMatchObject({ data: { finding: { code: 'controllerOfOtherDomain' } } });
    const { objects } = await reader.searchObjects({ ...search, domain: partner }, signal);
    expect(objects).toEqual([]);
  });
});

describe('somebody whose account is of another domain of the forest', () => {
  const account = {
    'carl@mail.example': signedInAs(`${ownSid}-2000`, `${childSid}-1002`, `${childSid}-2001`),
  };

  it('is found there by the SID, with the groups of the forest, and no built-in ones of that domain', async () => {
    const { reader } = forest({ [ownDomain]: { accounts: { ...readerAccount, ...account } } });
    const token = await reader.signIn({ name: 'carl@mail.example', password: 'secret' }, signal);
    expect(token).toMatchObject({
      person: { accountName: 'CHILD\\carl', domain: child, forest: [ownDomain, child] },
      groupSids: [`${childSid}-2001`, `${ownSid}-2000`],
    });
  });

  it('is nobody of ours whose SID that account had before (sIDHistory), also under the same name', async () => {
    const namesake = entryOf(partner, 'anna', `${partnerSid}-1004`, {
      tokenGroups: sids(`${partnerSid}-2002`),
    });
    const { rootDse } = signedInAs(`${ownSid}-1001`, `${partnerSid}-1004`);
    const moved = {
      'anna@mail.example': {
        password: 'secret',
        rootDse: { ...rootDse, 'msDS-PrincipalName': ['PARTNER\\anna'] },
      },
    };
    const { reader } = forest({
      [ownDomain]: { accounts: { ...readerAccount, ...moved } },
      [partner]: { entries: [...frame(partner), namesake] },
    });
    const { person } = await reader.signIn({ name: 'anna@mail.example', password: 'secret' }, signal);
    expect(person).toMatchObject({ accountName: 'PARTNER\\anna', domain: partner });
  });

  it('is found again there also where no Global Catalog answers (U15)', async () => {
    const { reader } = forest();
    const reference = { domain: ownDomain, objectGuid: guidOf(`${childSid}-1002`) };
    expect(await reader.readObject(reference, signal)).toMatchObject({ domain: child });
  });

  it('is no guess where nobody can say who that is', async () => {
    const { reader } = forest({
      [ownDomain]: { accounts: { ...readerAccount, ...account } },
      [child]: { entries: frame(child) },
    });
    const signedIn = reader.signIn({ name: 'carl@mail.example', password: 'secret' }, signal);
    await expect(signedIn).rejects.toMatchObject({
      code: 'DIRECTORY_UNREACHABLE',
      data: { finding: { code: 'directoryUserNotFound' } },
    });
  });
});

describe('somebody who is gone (U15)', () => {
  const referenceTo = (sid: string) => ({ domain: ownDomain, objectGuid: guidOf(sid) });
  const unreachable = { [child]: { accounts: {} } };

  it('is deleted where the last domain says so, and no other one is asked', async () => {
    const { reader, binds } = forest(unreachable);
    expect(await reader.readToken(referenceTo(`${ownSid}-1005`), signal)).toBe('deleted');
    expect(new Set(binds)).toEqual(new Set(['reader@corp.example domain corp.example']));
  });

  it('is deleted where the domain says so to which that person was moved', async () => {
    const deleted = entryOf(child, 'carl', `${childSid}-1002`, { isDeleted: ['TRUE'] });
    const { reader } = forest({ [child]: { entries: [...frame(child), deleted] } });
    expect(await reader.readObject(referenceTo(`${childSid}-1002`), signal)).toBe('deleted');
  });

  it('may be in a domain that cannot be asked', async () => {
    const asked = forest(unreachable).reader.readObject(referenceTo(`${childSid}-1002`), signal);
    await expect(asked).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
  });
});

describe('who has signed in', () => {
  const other = entryOf(ownDomain, 'bert', `${ownSid}-1009`);

  it('is found wherever the SID stands, for its values have no order (RFC 4511, 4.1.7)', async () => {
    const account = signedInAs('S-1-5-32-545', `${ownSid}-2000`, 'S-1-5-11', `${ownSid}-1001`);
    const { reader } = forest({ [ownDomain]: { accounts: { 'CORP\\anna': account } } });
    const token = await reader.signIn({ name: 'CORP\\anna', password: 'secret' }, signal);
    expect(token.person.accountName).toBe('CORP\\anna');
  });

  it.each([
    ['is nobody while two users stand there', {}, null],
    ['is the one whose name the controller gives', { 'msDS-PrincipalName': ['CORP\\anna'] }, 'CORP\\anna'],
  ] as const)('%s', async (_, principal, expected) => {
    const account = {
      password: 'secret',
      rootDse: { ...signedInAs(`${ownSid}-1009`, `${ownSid}-1001`).rootDse, ...principal },
    };
    const entries = [...frame(ownDomain), crossRef(ownDomain, 'CORP', ownSid), anna, other];
    const { reader } = forest({ [ownDomain]: { entries, accounts: { 'CORP\\anna': account } } });
    const signedIn = reader.signIn({ name: 'CORP\\anna', password: 'secret' }, signal);
    if (expected === null) await expect(signedIn).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    else expect((await signedIn).person.accountName).toBe(expected);
  });

  it('needs nothing of the identity that reads, neither its password nor its answer', async () => {
    const { reader, state, binds } = forest({
      [ownDomain]: {
        accounts: {
          'CORP\\anna': signedInAs(`${ownSid}-1001`),
          'anna@mail.example': signedInAs(`${ownSid}-1001`),
        },
      },
    });
    state.locked = fail('VAULT_LOCKED', {});
    for (const name of ['CORP\\anna', 'anna@mail.example']) {
      const token = await reader.signIn({ name, password: 'secret' }, signal);
      expect(token.person.accountName).toBe('CORP\\anna');
    }
    expect(binds).toHaveLength(2);
  });
});
