import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reader as readerIdentity } from '../scriptedDomain.ts';
import { bindRefusal } from '../../../lab/faults/windowsBind.ts';
import { guidOf } from '../scriptedEntries.ts';
import { ScriptedFaults } from './scriptedFaults.ts';

const { signal } = new AbortController();
const wrong = {
  mode: 'password',
  userName: readerIdentity.userName,
  password: 'wrong',
  source: 'typed',
} as const;

let domain: ScriptedFaults;
beforeEach(() => {
  domain = new ScriptedFaults();
});
afterEach(() => domain.close());

describe.each([1, 2, 3])(
  'of a wrong password only one bind leaves the program, of %i controllers',
  (count) => {
    beforeEach(async () => {
      for (let number = 0; number < count; number += 1) await domain.add();
    });

    it('in a proof', async () => {
      const { outcome, lines } = await domain.prove({ identity: wrong });
      expect(outcome).toBe('failed');
      expect(lines).toContain('bind dc1 failed directoryCredentialsWrong');
      expect(domain.passwordBinds).toHaveLength(1);
    });

    it('when somebody signs in', async () => {
      const reader = await domain.openReader();
      const signedIn = reader.signIn({ name: 'CORP\\anna', password: 'wrong' }, signal);
      await expect(signedIn).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
      expect(domain.passwordBinds.filter(({ name }) => name === 'CORP\\anna')).toHaveLength(1);
    });

    it('when the identity that reads is refused, however often the directory is asked', async () => {
      const reader = await domain.openReader({ identity: wrong });
      for (let time = 0; time < 3; time += 1)
        await expect(reader.listDomains(true, signal)).rejects.toMatchObject({
          code: 'DIRECTORY_UNREACHABLE',
          data: {
            finding: {
              code: 'readerRefused',
              parameters: {
                ...{ userName: wrong.userName, reason: 'directoryCredentialsWrong' },
                controller: 'dc1.corp.example.test',
              },
            },
          },
        });
      expect(domain.passwordBinds).toHaveLength(1);
    });

    it('when several ask at the same time', async () => {
      const reader = await domain.openReader({ identity: wrong });
      const person = { domain: 'corp.example.test', objectGuid: guidOf(2_000) };
      const asked = await Promise.allSettled([1, 2, 3, 4].map(() => reader.readObject(person, signal)));
      expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['rejected']));
      expect(domain.passwordBinds).toHaveLength(1);
    });
  },
);

it('A bind whose answer never comes is not made again elsewhere: it may have counted', async () => {
  await domain.add({ script: ({ kind }) => (kind === 'bind' ? { hangUp: 'reset' } : undefined) });
  await domain.add();
  const reader = await domain.openReader();
  const signedIn = reader.signIn({ name: 'CORP\\anna', password: 'right' }, signal);
  await expect(signedIn).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
  expect(domain.passwordBinds.filter(({ name }) => name === 'CORP\\anna')).toHaveLength(1);
});

it('An account that is locked is asked for once', async () => {
  await domain.add({ script: ({ kind }) => (kind === 'bind' ? bindRefusal('775') : undefined) });
  await domain.add();
  const proof = await domain.prove();
  expect(proof.lines).toContain('bind dc1 failed directoryAccountLocked');
  expect(domain.passwordBinds).toHaveLength(1);
});
