import { expect, it } from 'vitest';
import type { LdapEntry } from '../../../../../electron/protocols/ldap/ldapEntry.ts';
import { encodeGuid } from '../../../../../electron/protocols/ldap/objectGuid.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import type { DirectorySession } from '../../../../../electron/services/directory/reading/directorySession.ts';
import { findReferences } from '../../../../../electron/services/directory/reading/findReferences.ts';

const sid = 'S-1-5-21-1-2-3-1001';
const root = 'DC=corp,DC=example';

const entryOf = (dn: string, attributes: Record<string, Buffer | string>): LdapEntry => ({
  ...{ kind: 'entry', dn },
  attributes: new Map(
    Object.entries({ objectsid: encodeSid(sid), ...attributes }).map(([name, value]) => [
      name,
      [Buffer.from(value)],
    ]),
  ),
});
const standIn = entryOf(`CN=${sid},CN=ForeignSecurityPrincipals,${root}`, {});
const anna = entryOf(`CN=anna,${root}`, {
  ...{ samaccounttype: '805306368', samaccountname: 'anna' },
  objectguid: encodeGuid('2f4d8c3e-0000-4000-8000-000000000001'),
});

/** A controller that finds these, in this order. */
const sessionWith = (entries: readonly LdapEntry[]): DirectorySession => {
  const search: DirectorySession['dialogue']['search'] = async function* () {
    yield* entries;
  };
  return {
    ...{ dialogue: { search }, controller: 'dc1.corp.example', domain: 'corp.example' },
    ...{ defaultNamingContext: root, configurationNamingContext: `CN=Configuration,${root}` },
    netbiosNameOf: () => 'CORP',
  };
};

it.each([
  ['before', [standIn, anna]],
  ['after', [anna, standIn]],
])('finds the account of a SID, also where a stand-in of that SID comes %s it', async (_order, entries) => {
  const references = [{ kind: 'sid', value: sid, key: sid }] as const;
  const found = await findReferences(
    sessionWith(entries),
    { references, base: '' },
    new AbortController().signal,
  );
  expect(found.get(sid)).toMatchObject({ accountName: 'CORP\\anna' });
});
