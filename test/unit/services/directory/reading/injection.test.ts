import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { domainNameSchema } from '../../../../../electron/contract/directory/directoryValues.ts';
import type { LdapEntry } from '../../../../../electron/protocols/ldap/ldapEntry.ts';
import { guidBase, sidBase } from '../../../../../electron/protocols/ldap/ldapName.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import type { SearchRequest } from '../../../../../electron/protocols/ldap/searchRequest.ts';
import type { FoundObject } from '../../../../../electron/services/directory/directoryReader.ts';
import { personFilter } from '../../../../../electron/services/directory/proof/findPerson.ts';
import type { DirectorySession } from '../../../../../electron/services/directory/reading/directorySession.ts';
import { dnOfDomain, domainOfDn } from '../../../../../electron/services/directory/reading/domainOfDn.ts';
import { objectFilter } from '../../../../../electron/services/directory/reading/findObjects.ts';
import { findReferences } from '../../../../../electron/services/directory/reading/findReferences.ts';
import { readLinks } from '../../../../../electron/services/directory/reading/readLinks.ts';
import { readMembers } from '../../../../../electron/services/directory/reading/readMembers.ts';
import type { DirectoryFilter } from '../../../../lab/faults/directoryFilter.ts';
import { hostileText, onTheWire, wellFormed } from '../../../protocols/ldap/hostileText.ts';

const { signal } = new AbortController();
const guid = '2f4d8c3e-0000-4000-8000-000000000001';
const userType = { kind: 'equals', attribute: 'sAMAccountType', value: Buffer.from('805306368') };

const equal = (attribute: string, value: string): DirectoryFilter => ({
  ...{ kind: 'equals', attribute, value: Buffer.from(wellFormed(value)) },
});

const begins = (attribute: string, start: string): DirectoryFilter =>
  start === ''
    ? { kind: 'present', attribute }
    : { kind: 'substrings', attribute, initial: wellFormed(start), any: [], final: null };

/** A session with a controller that knows one object; it keeps what it is asked. */
const askedSession = (entry: LdapEntry): { session: DirectorySession; asked: SearchRequest[] } => {
  const asked: SearchRequest[] = [];
  const search: DirectorySession['dialogue']['search'] = async function* (request) {
    asked.push(request);
    if (request.scope === 'base') yield entry;
  };
  const session: DirectorySession = {
    ...{ dialogue: { search }, controller: 'dc1.corp.example', domain: 'corp.example' },
    ...{ defaultNamingContext: 'DC=corp,DC=example', configurationNamingContext: 'CN=Configuration' },
    netbiosNameOf: () => 'CORP',
  };
  return { session, asked };
};

const entryOf = (attributes: Readonly<Record<string, readonly (string | Buffer)[]>>): LdapEntry => ({
  ...{ kind: 'entry', dn: 'CN=Anna,DC=corp,DC=example' },
  attributes: new Map(
    Object.entries(attributes).map(([name, values]) => [name, values.map((value) => Buffer.from(value))]),
  ),
});

describe('what somebody types is a value of the filter that was meant, and nothing else', () => {
  it('in a search for users and groups', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const names = ['displayName', 'cn', 'sn', 'givenName', 'userPrincipalName', 'mail'];
        expect(onTheWire(objectFilter({ text, kinds: ['directoryUser'] }))).toEqual({
          kind: 'and',
          filters: [
            { kind: 'or', filters: [userType] },
            {
              kind: 'or',
              filters: [
                ...names.map((name) => begins(name, text)),
                begins('sAMAccountName', text.slice(text.indexOf('\\') + 1)),
              ],
            },
          ],
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('in the name of the person of a proof', () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const typed = { typed: name, account: `${name}.` };
        const { kind, filters } = onTheWire(personFilter(typed, true)) as Extract<
          DirectoryFilter,
          { kind: 'and' }
        >;
        expect({ kind, filters }).toEqual({
          kind: 'and',
          filters: [
            userType,
            { kind: 'or', filters: [equal('sAMAccountName', `${name}.`), equal('userPrincipalName', name)] },
          ],
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('where the directory itself says it: names of groups that somebody is in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(hostileText, {
          minLength: 1,
          maxLength: 5,
          selector: (text) => wellFormed(text).toLowerCase(),
        }),
        async (names) => {
          const person = entryOf({ objectsid: [encodeSid('S-1-5-21-1-2-3-1000')], memberof: names });
          const { session, asked } = askedSession(person);
          await readLinks(session, { objectGuid: guid, wanted: ['S-1-5-21-1-2-3-2000'] }, signal);
          const [, groups] = asked;
          expect(groups && onTheWire(groups.filter)).toEqual({
            kind: 'or',
            filters: names.map((name) => equal('distinguishedName', name)),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('in the name of a group whose members are counted', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (distinguishedName) => {
        const { session, asked } = askedSession(entryOf({}));
        const group: FoundObject = {
          kind: 'directoryGroup',
          ...{
            objectGuid: guid,
            objectSid: 'S-1-5-21-1-2-3-2000',
            domain: 'corp.example',
          },
          ...{ accountName: 'CORP\\crew', userPrincipalName: null, displayName: 'crew', mail: null },
          ...{ distinguishedName, isDisabled: false, preferredLanguage: null, scope: null },
        };
        await readMembers(session, { group, limit: 10 }, signal);
        const filter = asked[0] && onTheWire(asked[0].filter);
        expect(filter).toMatchObject({
          kind: 'and',
          filters: [
            { kind: 'or' },
            { kind: 'or', filters: [equal('memberOf', distinguishedName), equal('primaryGroupID', '2000')] },
          ],
        });
      }),
      { numRuns: 500 },
    );
  });

  it('in the names of members of other domains', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(hostileText, { minLength: 1, maxLength: 50 }), async (names) => {
        const { session, asked } = askedSession(entryOf({}));
        const references = names.map((value) => ({ kind: 'name', value, key: value }) as const);
        await findReferences(session, { references, base: '' }, signal);
        expect(asked.map(({ filter }) => onTheWire(filter))).toEqual([
          { kind: 'or', filters: names.map((name) => equal('distinguishedName', name)) },
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what somebody gives as a name of an object', () => {
  it('is a GUID or a SID, or no base at all', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.uuid()), (text) => {
        for (const write of [guidBase, sidBase])
          try {
            expect(write(text)).toMatch(/^<(GUID=[0-9a-f]{32}|SID=S-1(-\d+)+)>$/);
          } catch (error) {
            expect(String(error)).toMatch(/^Error: Not a /);
          }
      }),
      { numRuns: 1_000 },
    );
  });

  it('as a domain becomes the name of that domain, or is refused', () => {
    const label = fc.stringMatching(/^[a-z0-9_]([a-z0-9_-]{0,20}[a-z0-9_])?$/);
    const domain = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(fc.oneof(domain, hostileText), (text) => {
        const parsed = domainNameSchema.safeParse(text);
        if (!parsed.success) return;
        expect(dnOfDomain(parsed.data)).toMatch(/^DC=[a-z0-9_-]+(,DC=[a-z0-9_-]+)*$/);
        expect(domainOfDn(dnOfDomain(parsed.data))).toBe(parsed.data);
      }),
      { numRuns: 1_000 },
    );
  });
});
