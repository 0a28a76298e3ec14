import { expect, it } from 'vitest';
import { fail } from '../../../../../electron/contract/failures.ts';
import {
  createFakeForest,
  crossRef,
  frame,
  ownDomain,
  ownSid,
  partner,
  partnerSid,
  trust,
} from './fakeForest.ts';

const { signal } = new AbortController();
const accounts = { 'reader@corp.example': { password: 'right' } };

const openForest = () =>
  createFakeForest({
    [ownDomain]: {
      entries: [
        ...[...frame(ownDomain), crossRef(ownDomain, 'CORP', ownSid)],
        trust(partner, 'PARTNER', partnerSid),
      ],
      accounts,
    },
    [partner]: { entries: frame(partner), accounts },
  });

const signIn = async ({ reader, binds }: ReturnType<typeof openForest>, name: string) => {
  await expect(reader.signIn({ name, password: 'secret' }, signal)).rejects.toThrow('SIGN_IN_REFUSED');
  return binds.at(-1);
};

it.each([
  ['corp.example\\anna', 'CORP\\anna domain corp.example'],
  ['corp.example.\\anna', 'CORP\\anna domain corp.example'],
  ['CORP\\anna', 'CORP\\anna domain corp.example'],
  ['anna@corp.example', 'anna@corp.example domain corp.example'],
  ['sales.example\\anna', 'sales.example\\anna domain corp.example'],
  ['partner.example\\pat', 'PARTNER\\pat domain partner.example'],
  ['partner.example.\\pat', 'PARTNER\\pat domain partner.example'],
  ['pat@partner.example.', 'pat@partner.example. domain partner.example'],
])('sends who signs in as %s to its domain, as nobody but the account of that name', async (name, bind) => {
  expect(await signIn(openForest(), name)).toBe(bind);
});

it('sends a name as it was typed where the list of domains cannot be read', async () => {
  const forest = openForest();
  forest.state.locked = fail('VAULT_LOCKED', {});
  expect(await signIn(forest, 'corp.example\\anna')).toBe('corp.example\\anna domain corp.example');
});

it('waits for the identity that reads where that says how a name is sent, and nowhere else', async () => {
  const forest = openForest();
  await signIn(forest, 'CORP\\anna');
  await signIn(forest, 'anna@corp.example');
  expect(forest.binds).toHaveLength(2);
  await signIn(forest, 'corp.example\\anna');
  expect(forest.binds).toHaveLength(4);
});
