import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseTypedAccount } from '../../../../electron/services/directory/people/typedAccount.ts';
import { createDirectoryObjectStore } from '../../../../electron/stores/directory/directoryObjectStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporaryDatabase.ts';
import { addUserRow } from '../users/peopleRows.ts';
import { sid } from './directoryObjectRow.ts';

let database: TemporaryDatabase;
beforeEach(async () => {
  database = await openTemporaryDatabase();
});
afterEach(() => database.remove());

const corp = { domain: 'corp.example', accountName: 'CORP\\anna' };
const child = { domain: 'child.corp.example', accountName: 'CHILD\\anna' };

type Known = { domain: string; accountName: string; userPrincipalName: string };

/** The account name of who is counted; the last one of these was there last. */
const counted = async (typed: string, ...all: readonly Known[]): Promise<string | null> => {
  const store = createDirectoryObjectStore(database.query);
  for (const [checkedAt, known] of all.entries()) {
    const userId = await addUserRow(database.query, { kind: 'directoryUser', name: known.accountName });
    await store.save({
      ...{
        userId,
        objectGuid: randomUUID(),
        objectSid: sid(checkedAt),
        distinguishedName: 'CN=x',
        checkedAt,
      },
      ...{ ...known, state: 'present', isAutoProvisioned: false, overrides: [] },
    });
  }
  const account = parseTypedAccount(typed, 'corp.example');
  const id = account && (await store.findIdByAccount(account));
  return id === null ? null : ((await store.find(id))?.accountName ?? null);
};

const annaOfCorp = { ...corp, userPrincipalName: 'anna.meier@corp.example' };
const annaOfChild = { ...child, userPrincipalName: 'anna.berg@corp.example' };
const ofOwnDomain = ['anna', 'anna@corp.example', 'CORP\\anna', 'corp.example\\anna', 'corp.example.\\anna'];

it.each(ofOwnDomain)('counts who is of that domain, not who has its name as suffix: %s', async (typed) => {
  expect(await counted(typed, annaOfCorp, annaOfChild)).toBe('CORP\\anna');
});

it.each(ofOwnDomain)(
  'counts nobody of another domain where the one who is meant is not known: %s',
  async (typed) => {
    expect(await counted(typed, annaOfChild)).toBeNull();
  },
);

it.each([
  ['CORP\\anna', 'by the suffix, which need be no domain', []],
  ['CHILD\\anna', 'first who is of a domain of that name', [annaOfChild]],
] as const)('counts %s: %s', async (accountName, _, others) => {
  const visitor = { ...corp, userPrincipalName: 'anna.meier@child.corp.example' };
  expect(await counted('anna@child.corp.example', ...others, visitor)).toBe(accountName);
});

it('counts whose user principal name it is before whose account name it is', async () => {
  const other = { ...corp, accountName: 'CORP\\meier', userPrincipalName: 'anna@corp.example' };
  expect(await counted('anna@corp.example', other, annaOfCorp)).toBe('CORP\\meier');
});
