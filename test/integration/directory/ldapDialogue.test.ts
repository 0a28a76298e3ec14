import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LdapDialogue } from '../../../electron/protocols/ldap/ldapDialogue.ts';
import { bytesOf, textOf } from '../../../electron/protocols/ldap/ldapEntry.ts';
import { anyObject, beginsWith, equals, type Filter } from '../../../electron/protocols/ldap/ldapFilter.ts';
import { guidBase, sidBase } from '../../../electron/protocols/ldap/ldapName.ts';
import { decodeGuid } from '../../../electron/protocols/ldap/objectGuid.ts';
import { rangedValues } from '../../../electron/protocols/ldap/rangedValues.ts';
import { readEntry } from '../../../electron/protocols/ldap/readEntry.ts';
import { readRootDse } from '../../../electron/protocols/ldap/rootDse.ts';
import type { SearchRequest } from '../../../electron/protocols/ldap/searchRequest.ts';
import { decodeSid, encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import {
  corpDomain,
  largeGroupSize,
  oddUsers,
  refusedUsers,
} from '../../lab/directory/directoryIdentities.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { collect } from '../../unit/services/proof/collect.ts';
import { type DirectoryPort, openDirectoryDialogue } from './openDirectoryDialogue.ts';

const availability = await ensureDirectoryServers();
const signal = new AbortController().signal;
const ports = { ldap: 389, ldaps: 636, globalCatalog: 3268, globalCatalogTls: 3269 };

describe.skipIf(!availability.available)('a dialogue with a domain controller', () => {
  const dialogues: LdapDialogue[] = [];
  let lab: DirectoryLab;

  beforeAll(async () => {
    lab = await startDirectoryLab();
  });

  afterEach(() => {
    for (const dialogue of dialogues.splice(0)) dialogue.close();
  });

  afterAll(() => lab.stop());

  const open = async (port: Omit<DirectoryPort, 'address'>): Promise<LdapDialogue> => {
    const dialogue = await openDirectoryDialogue({ address: lab.controllers[0].address, ...port });
    dialogues.push(dialogue);
    return dialogue;
  };

  const secured = (): Promise<LdapDialogue> => open({ port: ports.ldaps, tls: 'implicit' });

  const signedIn = async (port?: Omit<DirectoryPort, 'address'>): Promise<LdapDialogue> => {
    const dialogue = await (port === undefined ? secured() : open(port));
    const { userPrincipalName, password } = lab.users.authorizationReader;
    await dialogue.bindSimple(userPrincipalName, password, signal);
    return dialogue;
  };

  const found = async (dialogue: LdapDialogue, request: Partial<SearchRequest>) => {
    const usual = { base: lab.root, scope: 'subtree', filter: anyObject, attributes: ['cn'] } as const;
    return collect(dialogue.search({ ...usual, ...request }, signal));
  };

  const namesOf = async (dialogue: LdapDialogue, filter: Filter): Promise<string[]> => {
    const base = `OU=People,${lab.root}`;
    const items = await found(dialogue, { base, filter });
    return items.flatMap((item) => (item.kind === 'entry' ? [textOf(item, 'cn') ?? ''] : []));
  };

  it('reads the rootDSE without signing in', async () => {
    const rootDse = await readRootDse(await open({ port: ports.ldap }), signal);
    expect(rootDse).toMatchObject({
      ...{ defaultNamingContext: lab.root, dnsHostName: lab.controllers[0].name, domainFunctionality: 4 },
      ...{ isGlobalCatalogReady: true, supportedSaslMechanisms: ['GSS-SPNEGO', 'GSSAPI', 'NTLM'] },
    });
    expect(rootDse?.currentTime).toBeGreaterThan(Date.parse('2020-01-01'));
  });

  it.each([
    ['LDAPS', { port: ports.ldaps, tls: 'implicit' }],
    ['StartTLS', { port: ports.ldap, tls: 'starttls' }],
    ['the Global Catalog over TLS', { port: ports.globalCatalogTls, tls: 'implicit' }],
    ['the Global Catalog with StartTLS', { port: ports.globalCatalog, tls: 'starttls' }],
  ] as const)('signs in and finds by %s', async (_, port) => {
    const dialogue = await signedIn(port);
    const base = port.port === ports.ldap || port.port === ports.ldaps ? lab.root : '';
    const items = await found(dialogue, { base, filter: equals('sAMAccountName', 'alice') });
    expect(items).toContainEqual(expect.objectContaining({ dn: lab.users.alice.distinguishedName }));
    await dialogue.unbind();
  });

  it.each([ports.ldap, ports.globalCatalog])(
    'is told at port %i that nobody signs in without TLS',
    async (port) => {
      expect(await (await open({ port })).probeSimpleBind(signal)).toMatchObject({
        ...{ resultCode: 8, diagnosticMessage: 'BindSimple: Transport encryption required.' },
      });
    },
  );

  it.each(refusedUsers)('is told why %s may not sign in: %s', async (key, data) => {
    const { userPrincipalName, password } = lab.users[key];
    const bind = (await secured()).bindSimple(userPrincipalName, password, signal);
    await expect(bind).rejects.toMatchObject({ resultCode: 49, data, win32: '80090308' });
  });

  it.each(refusedUsers.filter(([key]) => key !== 'locked'))(
    'is told nothing but that the password is wrong where %s gives a wrong one, without %s',
    async (key) => {
      const bind = (await secured()).bindSimple(lab.users[key].userPrincipalName, 'wrong', signal);
      await expect(bind).rejects.toMatchObject({ resultCode: 49, data: '52e' });
    },
  );

  it('is told after three wrong passwords that the account is locked, with the right one too', async () => {
    const { userPrincipalName, password } = lab.users.lockable;
    for (const data of ['52e', '52e', '52e', '775']) {
      const bind = (await secured()).bindSimple(userPrincipalName, 'wrong', signal);
      await expect(bind).rejects.toMatchObject({ data });
    }
    const bind = (await secured()).bindSimple(userPrincipalName, password, signal);
    await expect(bind).rejects.toMatchObject({ data: '775' });
  });

  it('is told of a wrong password, of a name that nobody has, and of a token that is none', async () => {
    const wrong = (await secured()).bindSimple(lab.users.bob.userPrincipalName, 'wrong', signal);
    await expect(wrong).rejects.toMatchObject({ data: '52e' });
    const unknown = (await secured()).bindSimple('nobody@corp.example.test', 'wrong', signal);
    await expect(unknown).rejects.toMatchObject({ data: '52e' });
    const garbage = (await secured()).bindSasl('GSS-SPNEGO', Buffer.from('garbage'), signal);
    await expect(garbage).rejects.toMatchObject({ resultCode: 49, win32: '8009030C', data: '57' });
  });

  it('takes a name in five forms and no other', async () => {
    const { alice } = lab.users;
    const canonical = `${lab.domain}/People/${alice.commonName}`;
    const forms = [alice.userPrincipalName, 'CORP\\alice', 'alice@CORP', alice.distinguishedName, canonical];
    for (const name of forms) await (await secured()).bindSimple(name, alice.password, signal);
    for (const name of ['alice', `${lab.domain}\\alice`, `CN=Nobody,OU=People,${lab.root}`]) {
      const bind = (await secured()).bindSimple(name, alice.password, signal);
      await expect(bind, name).rejects.toMatchObject({ data: '52e' });
    }
  });

  it('signs in people with names of any signs', async () => {
    for (const user of oddUsers) {
      const base = user.distinguishedName;
      const dialogue = await secured();
      await dialogue.bindSimple(base, user.password, signal);
      const entry = await readEntry(dialogue, { base, attributes: ['cn', 'displayName'] }, signal);
      expect(entry === null ? null : textOf(entry, 'cn')).toBe(user.commonName);
      expect(await namesOf(dialogue, equals('cn', user.commonName))).toEqual([user.commonName]);
      expect(await namesOf(dialogue, beginsWith('cn', user.commonName))).toContain(user.commonName);
      dialogue.close();
    }
  });

  it('is refused a search before signing in, and goes on after it', async () => {
    const dialogue = await secured();
    await expect(found(dialogue, {})).rejects.toMatchObject({
      ...{ resultName: 'operationsError', win32: '00002020' },
    });
    await dialogue.bindSimple(lab.users.alice.userPrincipalName, lab.users.alice.password, signal);
    expect(await namesOf(dialogue, beginsWith('cn', 'ALICE'))).toEqual(['Alice Liddell']);
  });

  it('finds 4,000 in pages, and may be left in the middle', async () => {
    const dialogue = await signedIn();
    const request: SearchRequest = {
      ...{
        base: `OU=Contacts,${lab.root}`,
        scope: 'one',
        filter: anyObject,
        attributes: ['1.1'],
        pageSize: 300,
      },
    };
    const names = new Set<string>();
    for await (const item of dialogue.search(request, signal)) if (item.kind === 'entry') names.add(item.dn);
    expect(names.size).toBe(largeGroupSize);
    for await (const item of dialogue.search(request, signal)) if (item.kind === 'entry') break;
    expect(await namesOf(dialogue, equals('sAMAccountName', 'bob'))).toEqual(['Bob Baker']);
  });

  it('gives all members of a large group, by ranges', async () => {
    const dialogue = await signedIn();
    const base = lab.groups.large.distinguishedName;
    const all = await collect(rangedValues(dialogue, { base, attribute: 'member' }, signal));
    expect(new Set(all.map(String)).size).toBe(largeGroupSize + 1);
    const ranged = await readEntry(dialogue, { base, attributes: ['member;range=0-999'] }, signal);
    const first = ranged === null ? {} : { first: ranged };
    const again = await collect(rangedValues(dialogue, { base, attribute: 'member', ...first }, signal));
    expect(again.map(String)).toEqual(all.map(String));
  });

  it('is given references at the root of the domain, and none is followed', async () => {
    const items = await found(await signedIn(), { filter: equals('sAMAccountName', 'bob') });
    const urls = items.flatMap((item) => (item.kind === 'reference' ? item.urls : []));
    expect(urls).toContain(`ldaps://${lab.domain}/CN=Configuration,${lab.root}`);
  });

  it('gives the SIDs of all groups, and objects by SID and GUID', async () => {
    const dialogue = await signedIn();
    const attributes = ['tokenGroups', 'objectGUID', 'objectSid'];
    const alice = await readEntry(dialogue, { base: lab.users.alice.distinguishedName, attributes }, signal);
    if (alice === null) throw new Error('not found');
    const sids = bytesOf(alice, 'tokenGroups').map(decodeSid);
    expect(sids).toEqual(expect.arrayContaining(['S-1-5-32-545', `${corpDomain.sid}-513`]));
    const [own = Buffer.alloc(0)] = bytesOf(alice, 'objectSid');
    const [guid = Buffer.alloc(0)] = bytesOf(alice, 'objectGUID');
    for (const base of [sidBase(decodeSid(own) ?? ''), guidBase(decodeGuid(guid) ?? '')])
      expect(await readEntry(dialogue, { base, attributes: ['1.1'] }, signal)).toMatchObject({
        dn: alice.dn,
      });
    expect(await namesOf(dialogue, equals('objectSid', encodeSid(decodeSid(own) ?? '')))).toEqual([
      'Alice Liddell',
    ]);
    expect(await namesOf(dialogue, equals('objectGUID', guid))).toEqual(['Alice Liddell']);
  });

  it('knows no object that is not there', async () => {
    const dialogue = await signedIn();
    expect(
      await readEntry(dialogue, { base: `CN=Nobody,${lab.root}`, attributes: ['cn'] }, signal),
    ).toBeNull();
    const whoAmI = dialogue.extended('1.3.6.1.4.1.4203.1.11.3', null, signal);
    await expect(whoAmI).rejects.toMatchObject({
      resultName: 'protocolError',
      diagnosticMessage: 'Extended Operation(1.3.6.1.4.1.4203.1.11.3) not supported',
    });
  });
});
