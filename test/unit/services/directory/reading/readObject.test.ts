import { describe, expect, it } from 'vitest';
import { LdapProtocolError } from '../../../../../electron/protocols/ldap/ldapProtocolError.ts';
import { encodeGuid } from '../../../../../electron/protocols/ldap/objectGuid.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import { StageFailure } from '../../../../../electron/services/proof/stage.ts';
import type { DirectorySession } from '../../../../../electron/services/directory/reading/directorySession.ts';
import { readObject, readToken } from '../../../../../electron/services/directory/reading/readObject.ts';

const root = 'DC=corp,DC=example';
const anna = '2f4d8c3e-0000-4000-8000-000000000001';
const bruno = '2f4d8c3e-0000-4000-8000-000000000002';
const usersSid = 'S-1-5-21-1-2-3-513';
const signal = new AbortController().signal;

/** A controller that answers every question with this person. */
const sessionWith = (objectGuid: string, groupSids: readonly string[]): DirectorySession => {
  const search: DirectorySession['dialogue']['search'] = async function* () {
    const attributes = new Map([
      ['objectguid', [encodeGuid(objectGuid)]],
      ['objectsid', [encodeSid('S-1-5-21-1-2-3-1105')]],
      ['samaccounttype', [Buffer.from('805306368')]],
      ['samaccountname', [Buffer.from('anna')]],
      ['tokengroups', groupSids.map(encodeSid)],
    ]);
    yield { kind: 'entry', dn: `CN=Anna,${root}`, attributes };
  };
  return {
    ...{ dialogue: { search }, controller: 'dc1.corp.example', domain: 'corp.example' },
    ...{ defaultNamingContext: root, configurationNamingContext: `CN=Configuration,${root}` },
    netbiosNameOf: () => 'CORP',
  };
};

describe('an object that a controller gives', () => {
  it('is the one that was asked for, whatever the controller answers', async () => {
    const session = sessionWith(bruno, [usersSid]);
    await expect(readObject(session, anna, signal)).rejects.toThrow(LdapProtocolError);
    await expect(readToken(session, anna, signal)).rejects.toThrow(LdapProtocolError);
    expect(await readToken(session, bruno.toUpperCase(), signal)).toMatchObject({ groupSids: [usersSid] });
  });

  it('without any group in its token is one whose groups may not be read: nobody is in none (U13)', async () => {
    await expect(readToken(sessionWith(anna, []), anna, signal)).rejects.toThrow(StageFailure);
  });
});
