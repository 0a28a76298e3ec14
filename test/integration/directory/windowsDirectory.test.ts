import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LdapDialogue } from '../../../electron/protocols/ldap/ldapDialogue.ts';
import type { LdapEntry } from '../../../electron/protocols/ldap/ldapEntry.ts';
import { bytesOf, textsOf } from '../../../electron/protocols/ldap/ldapEntry.ts';
import { anyObject, beginsWith, equals } from '../../../electron/protocols/ldap/ldapFilter.ts';
import { sidBase } from '../../../electron/protocols/ldap/ldapName.ts';
import { rangedValues } from '../../../electron/protocols/ldap/rangedValues.ts';
import { readEntry } from '../../../electron/protocols/ldap/readEntry.ts';
import { readRootDse } from '../../../electron/protocols/ldap/rootDse.ts';
import type { SearchRequest } from '../../../electron/protocols/ldap/searchRequest.ts';
import { encodeSid } from '../../../electron/protocols/ldap/securityIdentifier.ts';
import { createCertificates } from '../../lab/certificates.ts';
import type { DirectoryEntry } from '../../lab/faults/directoryAnswer.ts';
import {
  type ScriptedDirectory,
  scriptedDirectory,
  type ScriptedDirectoryOptions,
} from '../../lab/faults/scriptedDirectory.ts';
import type { ServerTls } from '../../lab/faults/serverTls.ts';
import { collect } from '../../unit/services/proof/collect.ts';
import { openDirectoryDialogue } from './openDirectoryDialogue.ts';

const root = 'DC=corp,DC=example,DC=test';
const anna = { names: ['anna@corp.example.test', 'CORP\\anna', `CN=Anna,${root}`], password: 'right' };
const signal = new AbortController().signal;
const everyUser: SearchRequest = {
  ...{ base: root, scope: 'subtree', filter: beginsWith('cn', 'User'), attributes: ['cn'] },
};

const users: readonly DirectoryEntry[] = [
  { dn: root, attributes: { objectClass: ['domain'] } },
  ...Array.from({ length: 2_500 }, (_, number) => ({
    dn: `CN=User ${number},${root}`,
    attributes: { objectClass: ['user'], cn: [`User ${number}`] },
  })),
];

const members = Array.from({ length: 4_000 }, (_, number) => `CN=Contact ${number},${root}`);
const tokenGroups = Array.from({ length: 30_000 }, (_, number) =>
  encodeSid(`S-1-5-21-1-2-3-${number + 1_000}`),
);
const groups: readonly DirectoryEntry[] = [
  { dn: `CN=Large,${root}`, attributes: { member: members, objectSid: [encodeSid('S-1-5-21-1-2-3-600')] } },
  { dn: `CN=Small,${root}`, attributes: { member: members.slice(0, 3) } },
  { dn: `CN=Anna,${root}`, attributes: { cn: ['Anna'], tokenGroups } },
];

const directory = mkdtempSync(path.join(os.tmpdir(), 'relay-console-certificates-'));
const servers: ScriptedDirectory[] = [];
const dialogues: LdapDialogue[] = [];
let tls: ServerTls;

beforeAll(async () => {
  const { chain, key } = (await createCertificates(directory)).servers.good;
  tls = { cert: chain, key };
});

afterEach(async () => {
  for (const dialogue of dialogues.splice(0)) dialogue.close();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

afterAll(() => rmSync(directory, { recursive: true }));

type Opened = { server: ScriptedDirectory; dialogue: LdapDialogue };

const open = async (options: ScriptedDirectoryOptions, mode?: 'implicit' | 'starttls'): Promise<Opened> => {
  const server = await scriptedDirectory({
    ...{ accounts: [anna], entries: users },
    ...(mode === undefined ? {} : { tls: { mode, server: tls } }),
    ...options,
  });
  servers.push(server);
  const port = { address: '127.0.0.1', port: server.port };
  const dialogue = await openDirectoryDialogue(mode === undefined ? port : { ...port, tls: mode });
  dialogues.push(dialogue);
  return { server, dialogue };
};

const openSignedIn = async (options: ScriptedDirectoryOptions): Promise<Opened> => {
  const opened = await open(options, 'implicit');
  await opened.dialogue.bindSimple('CORP\\anna', 'right', signal);
  return opened;
};

const found = async (dialogue: LdapDialogue, request: Partial<SearchRequest> = {}): Promise<LdapEntry[]> => {
  const items = await collect(dialogue.search({ ...everyUser, ...request }, signal));
  return items.filter((item) => item.kind === 'entry');
};

describe('a bind at a Windows controller (MS-ADTS 5.1.1.1.1)', () => {
  it.each(['implicit', 'starttls'] as const)('signs in over TLS: %s', async (mode) => {
    const { server, dialogue } = await open({}, mode);
    await dialogue.bindSimple('anna@corp.example.test', 'right', signal);
    const { value } = await dialogue.extended('1.3.6.1.4.1.4203.1.11.3', null, signal);
    expect(value?.toString()).toBe('u:anna@corp.example.test');
    expect(server.requests.find(({ kind }) => kind === 'bind')).toMatchObject({ secure: true });
  });

  it.each([
    ['nobody@corp.example.test', 'right', '525'],
    ['CORP\\anna', 'wrong', '52e'],
  ])('tells by the sub-code that %s with password %s is refused: %s', async (name, password, data) => {
    const { dialogue } = await open({}, 'implicit');
    const bind = dialogue.bindSimple(name, password, signal);
    await expect(bind).rejects.toMatchObject({ resultCode: 49, data, win32: '80090308' });
    expect(dialogue.isUsable).toBe(true);
  });

  it.each(['530', '531', '532', '533', '701', '773', '775'])(
    'tells by the sub-code %s why the right password is refused',
    async (refusal) => {
      const { dialogue } = await open({ accounts: [{ ...anna, refusal }] }, 'implicit');
      const bind = dialogue.bindSimple('CORP\\anna', 'right', signal);
      await expect(bind).rejects.toMatchObject({ resultCode: 49, data: refusal });
    },
  );

  it('never gets an empty password, which it would take for an anonymous bind (RFC 4513, 5.1.2)', async () => {
    const { server, dialogue } = await open({}, 'implicit');
    await expect(dialogue.bindSimple('CORP\\anna', '', signal)).rejects.toThrow(Error);
    expect(server.requests).toEqual([]);
  });

  it('is refused in the clear before anybody is looked up (ADV190023, signing)', async () => {
    const { server, dialogue } = await open({});
    expect(await dialogue.probeSimpleBind(signal)).toMatchObject({
      ...{
        resultCode: 8,
        diagnosticMessage: expect.stringMatching(/^00002028: .*, data 0, v4563$/) as string,
      },
    });
    expect(server.requests).not.toContainEqual(expect.objectContaining({ name: 'CORP\\anna' }));
  });

  it('is tried for somebody who is not there where the controller takes it in the clear', async () => {
    const { dialogue } = await open({ demands: { signing: false } });
    expect(await dialogue.probeSimpleBind(signal)).toMatchObject({ resultCode: 49 });
  });

  it('by SASL is refused without the token of the channel (5.1.2.2)', async () => {
    const { dialogue } = await open({ demands: { channelBinding: true } }, 'implicit');
    const bind = dialogue.bindSasl('GSS-SPNEGO', Buffer.from('token'), signal);
    await expect(bind).rejects.toMatchObject({ resultCode: 49, data: '80090346', win32: '80090346' });
  });
});

describe('a search at a Windows controller', () => {
  it('shows the rootDSE to everybody (3.1.1.3.2) and nothing else (5.1.3)', async () => {
    const { dialogue } = await open({});
    expect(await readRootDse(dialogue, signal)).toMatchObject({
      ...{ defaultNamingContext: root, dnsHostName: 'dc1.corp.example.test', domainFunctionality: 7 },
      ...{ isGlobalCatalogReady: true, currentTime: Date.parse('2026-11-21T12:00:00Z'), vendorName: null },
    });
    await expect(found(dialogue)).rejects.toMatchObject({ resultCode: 1, win32: '000004DC' });
  });

  it('gives the first 1,000 and sizeLimitExceeded without pages (3.1.1.3.4.6, MaxPageSize)', async () => {
    const { dialogue } = await openSignedIn({});
    const search = dialogue.search(everyUser, signal);
    for (let count = 0; count < 1_000; count += 1) expect((await search.next()).done).toBe(false);
    await expect(search.next()).rejects.toMatchObject({ resultCode: 4 });
  });

  it('gives all in pages, of which none is larger than MaxPageSize', async () => {
    const { server, dialogue } = await openSignedIn({});
    const entries = await found(dialogue, { pageSize: 5_000 });
    expect(new Set(entries.map(({ dn }) => dn)).size).toBe(2_500);
    expect(server.requests.filter(({ kind }) => kind === 'search')).toHaveLength(3);
  });

  it('stops at the size limit of the request', async () => {
    const { dialogue } = await openSignedIn({});
    await expect(found(dialogue, { sizeLimit: 10 })).rejects.toMatchObject({ resultCode: 4 });
  });

  it('cuts 4,000 members into ranges of 1,500 (3.1.1.3.1.3.3), and gives them all', async () => {
    const { server, dialogue } = await openSignedIn({ entries: groups });
    const large = await readEntry(dialogue, { base: `CN=Large,${root}`, attributes: ['member'] }, signal);
    expect(large?.attributes.get('member')).toEqual([]);
    expect(large?.attributes.get('member;range=0-1499')).toHaveLength(1_500);
    const range = { base: `CN=Large,${root}`, attribute: 'member' };
    const all = await collect(rangedValues(dialogue, range, signal));
    expect(all.map(String)).toEqual(members);
    const before = server.requests.length;
    const rest = await collect(
      rangedValues(dialogue, large === null ? range : { ...range, first: large }, signal),
    );
    expect(rest.map(String)).toEqual(members);
    expect(server.requests.length - before).toBe(2);
  });

  it('gives a few members at once, and none of a group that is empty or not there', async () => {
    const { dialogue } = await openSignedIn({ entries: groups });
    const few = { base: `CN=Small,${root}`, attribute: 'member' };
    expect(await collect(rangedValues(dialogue, few, signal))).toHaveLength(3);
    const none = { base: `CN=Anna,${root}`, attribute: 'member' };
    expect(await collect(rangedValues(dialogue, none, signal))).toEqual([]);
    const nobody = { base: `CN=Nobody,${root}`, attribute: 'member' };
    expect(await collect(rangedValues(dialogue, nobody, signal))).toEqual([]);
  });

  it('does not ask for ever when the ranges do not go on', async () => {
    const script = (): { found: DirectoryEntry[]; result: object } => ({
      found: [{ dn: 'CN=x', attributes: { 'member;range=0-1': ['a', 'b'] } }],
      result: {},
    });
    const { dialogue } = await open({ script });
    const values = collect(rangedValues(dialogue, { base: 'CN=x', attribute: 'member' }, signal));
    await expect(values).rejects.toMatchObject({ name: 'LdapProtocolError' });
  });

  it('gives 30,000 SIDs of a token at once (3.1.1.4.5.19), and an object by its SID (3.1.1.3.1.2.4)', async () => {
    const { dialogue } = await openSignedIn({ entries: groups });
    const entry = await readEntry(dialogue, { base: `CN=Anna,${root}`, attributes: ['tokenGroups'] }, signal);
    expect(entry === null ? [] : bytesOf(entry, 'tokenGroups')).toEqual(tokenGroups);
    const base = sidBase('S-1-5-21-1-2-3-600');
    expect(await readEntry(dialogue, { base, attributes: ['1.1'] }, signal)).toMatchObject({
      dn: `CN=Large,${root}`,
    });
  });

  it('finds by bytes and by text with any signs', async () => {
    const odd = {
      dn: `CN=odd,${root}`,
      attributes: { cn: ['*)(cn=*'], objectSid: [encodeSid('S-1-5-21-200-255-0-7')] },
    };
    const { dialogue } = await openSignedIn({ entries: [...users, odd] });
    const bySid = await found(dialogue, { filter: equals('objectSid', encodeSid('S-1-5-21-200-255-0-7')) });
    const byName = await found(dialogue, { filter: equals('cn', '*)(cn=*') });
    expect([...bySid, ...byName].map(({ dn }) => dn)).toEqual([odd.dn, odd.dn]);
  });
});

describe('a controller that fails', () => {
  const referral = 'ldap://elsewhere.example.test/DC=elsewhere';

  it.each([
    [10, 'referral', [referral]],
    [12, 'unavailableCriticalExtension', []],
    [51, 'busy', []],
    [53, 'unwillingToPerform', []],
    [54, 'loopDetect', []],
  ] as const)(
    'says so by code %i, with its words and referrals',
    async (resultCode, resultName, referrals) => {
      const { dialogue } = await open({
        script: () => ({ result: { resultCode, referrals, diagnosticMessage: 'words' } }),
      });
      await expect(found(dialogue)).rejects.toMatchObject({
        resultName,
        referrals,
        diagnosticMessage: 'words',
      });
    },
  );

  it('gives references to other domains as they are; none is followed', async () => {
    const { server, dialogue } = await open({
      script: () => ({ found: [{ urls: [referral] }], result: {} }),
    });
    expect(await collect(dialogue.search(everyUser, signal))).toEqual([
      { kind: 'reference', urls: [referral] },
    ]);
    expect(server.requests).toHaveLength(1);
  });

  it.each(['end', 'reset'] as const)('may close in mid-search: %s', async (hangUp) => {
    const { dialogue } = await open({ script: () => ({ found: users.slice(0, 3), hangUp }) });
    const search = dialogue.search(everyUser, signal);
    const names: string[] = [];
    const reading = (async () => {
      for await (const item of search) if (item.kind === 'entry') names.push(item.dn);
    })();
    await expect(reading).rejects.toMatchObject({ code: hangUp === 'end' ? 'EOF' : 'ECONNRESET' });
    if (hangUp === 'end') expect(names).toHaveLength(3);
    expect(dialogue.isUsable).toBe(false);
  });

  it('may fall silent: the signal ends it, and the dialogue goes on', async () => {
    const { server, dialogue } = await open({
      script: (request) =>
        request.kind === 'search' && request.occurrence === 1 ? { found: users.slice(0, 1) } : { result: {} },
    });
    const control = new AbortController();
    const search = dialogue.search({ ...everyUser, filter: anyObject }, control.signal);
    await search.next();
    const waiting = search.next();
    control.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    expect(await found(dialogue)).toEqual([]);
    expect(server.requests.map(({ kind }) => kind)).toEqual(['search', 'abandon', 'search']);
  });

  it('may drip byte by byte, over TLS too', async () => {
    const { dialogue } = await open(
      {
        script: (request) =>
          request.kind === 'search' ? { found: users.slice(0, 20), result: {}, drips: true } : undefined,
      },
      'implicit',
    );
    const names = (await found(dialogue)).map((entry) => textsOf(entry, 'cn').join());
    expect(names).toEqual(users.slice(0, 20).map(({ attributes }) => attributes['cn']?.join() ?? ''));
  });

  it('may send garbage behind an entry', async () => {
    const { dialogue } = await open({
      script: () => ({
        found: users.slice(0, 1),
        raw: Buffer.from('30840000000502010164ff', 'hex'),
        hangUp: 'end',
      }),
    });
    await expect(found(dialogue)).rejects.toMatchObject({ name: 'LdapProtocolError' });
  });

  it('refuses StartTLS without a certificate, by code 52', async () => {
    const server = await scriptedDirectory();
    servers.push(server);
    const opening = openDirectoryDialogue({ address: '127.0.0.1', port: server.port, tls: 'starttls' });
    await expect(opening).rejects.toMatchObject({ resultCode: 52 });
  });

  it('is asked no further once nobody wants more', async () => {
    const many = Array.from({ length: 20_000 }, (_, number) => ({
      dn: `CN=User ${number},${root}`,
      attributes: { cn: [`User ${number}`], description: ['x'.repeat(500)] },
    }));
    const { server, dialogue } = await open({
      script: (request) => (request.kind === 'search' ? { found: many, result: {} } : undefined),
    });
    for await (const item of dialogue.search(everyUser, signal)) if (item.kind === 'entry') break;
    await dialogue.extended('1.3.6.1.4.1.4203.1.11.3', null, signal);
    expect(server.requests.map(({ kind }) => kind)).toEqual(['search', 'abandon', 'extended']);
  });
});
