import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryReader } from '../../../../electron/services/directory/directoryReader.ts';
import { bindRefusal } from '../../../lab/faults/windowsBind.ts';
import { reader as readerIdentity } from '../scriptedDomain.ts';
import { ScriptedFaults } from './scriptedFaults.ts';

const { signal } = new AbortController();
const wrong = {
  mode: 'password',
  userName: readerIdentity.userName,
  password: 'wrong',
  source: 'typed',
} as const;
const wanted = {
  ...{ domain: 'corp.example.test', text: 'anna', kinds: ['directoryUser' as const] },
  ...{ size: 10, timeSeconds: 1 },
};
const refused = { data: { finding: { code: 'readerRefused' } } };
const unanswered = {
  data: { finding: { code: 'readerUnanswered', parameters: { reason: 'ldapTimedOut' } } },
};

let domain: ScriptedFaults;
/** Resolves when a bind has arrived. */
let arrived: PromiseWithResolvers<void>;
/** Lets the controller answer binds. */
let answer: PromiseWithResolvers<void>;

beforeEach(async () => {
  domain = new ScriptedFaults();
  arrived = Promise.withResolvers();
  answer = Promise.withResolvers();
  await domain.add({
    script: async ({ kind }) => {
      if (kind !== 'bind') return undefined;
      arrived.resolve();
      await answer.promise;
      return bindRefusal('52e');
    },
  });
});
afterEach(() => domain.close());

/** A search that the next letter cancels while the controller has not yet answered the bind. */
const cancelledSearch = async (reader: DirectoryReader): Promise<void> => {
  const control = new AbortController();
  const asked = reader.searchObjects(wanted, control.signal);
  await arrived.promise;
  control.abort(new Error('next letter'));
  await expect(asked).rejects.toThrow('next letter');
};

describe('a wrong password is sent once', () => {
  it('although each letter of a search cancels the one before', async () => {
    const reader = await domain.openReader({ identity: wrong });
    for (let letter = 0; letter < 5; letter += 1) await cancelledSearch(reader);
    const last = reader.searchObjects(wanted, signal);
    answer.resolve();
    await expect(last).rejects.toMatchObject(refused);
    expect(domain.passwordBinds).toHaveLength(1);
  });

  it('although its refusal comes when nobody waits for it any more', async () => {
    const reader = await domain.openReader({ identity: wrong, timeoutMs: 300 });
    for (let time = 0; time < 4; time += 1)
      await expect(reader.searchObjects(wanted, signal)).rejects.toMatchObject(unanswered);
    expect(domain.passwordBinds).toHaveLength(1);
  });
});
