import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../../../electron/contract/failures.ts';
import { createTrustStore } from '../../../../../electron/protocols/tls/trustStore.ts';
import { createConnectionLimit } from '../../../../../electron/services/mail/proof/connectionLimit.ts';
import { recipientFor } from '../../../../../electron/services/mail/ownRecipient.ts';
import { createMailProver } from '../../../../../electron/services/mail/proof/mailProver.ts';
import type { PickupFiles } from '../../../../../electron/services/mail/proof/pickupStages.ts';
import type { ResolvedProfile } from '../../../../../electron/services/mail/resolvedProfile.ts';
import { createProofLog } from '../../../../../electron/services/proof/proofLog.ts';
import { collect, resultsOf } from '../../proof/collect.ts';
import { onlyServers } from './onlyServers.ts';

let folder = '';
beforeEach(async () => {
  folder = await files.mkdtemp(path.join(tmpdir(), 'pickup-'));
});
afterEach(() => files.rm(folder, { recursive: true, force: true }));

const shared = {
  name: 'local',
  from: { address: 'console@corp.example', displayName: 'Console' },
  testRecipient: 'anna@corp.example',
};
const systemError = (code: string) => Object.assign(new Error(code), { code });

type Kept = { source: string; envelope: unknown };

const prove = async (
  values: ResolvedProfile,
  { broken = {}, store }: { broken?: Partial<PickupFiles>; store?: (kept: Kept) => Promise<string> } = {},
) => {
  const proofLog = createProofLog();
  const prover = createMailProver({
    ...{ proofLog, fingerprint: async () => 'print', trustStore: createTrustStore(() => []) },
    ...{ machineName: 'client', now: () => new Date(), log: { error: () => undefined } },
    connections: createConnectionLimit(),
    ...onlyServers,
    files: { ...files, ...broken },
    storeMessage: async (source, envelope) =>
      store?.({ source: Buffer.from(source).toString(), envelope }) ?? 'kept',
  });
  const request = {
    profileId: null,
    values,
    recipient: recipientFor(values, null),
    until: 'deliver',
    language: 'en',
    by: 'anna',
  } as const;
  const events = await collect(prover(request)(new AbortController().signal));
  const failed = resultsOf(events).find(({ status }) => status === 'failed');
  const end = events.at(-1);
  return {
    ...{ failed, proofLog, results: resultsOf(events) },
    notes: events.flatMap((event) => (event.type === 'transcript' ? [event.line.text] : [])),
    proofId: end?.type === 'finished' ? end.proofId : '',
  };
};

describe('the built-in mailbox', () => {
  it('keeps the message', async () => {
    const kept: Kept[] = [];
    const store = async (message: Kept) => {
      kept.push(message);
      return 'message-1';
    };
    const { results, proofLog, proofId } = await prove({ kind: 'capture', ...shared }, { store });
    expect(results).toMatchObject([
      { stage: 'store', status: 'passed', evidence: { facts: { queueId: 'message-1' } } },
    ]);
    expect(kept[0]?.envelope).toEqual({ from: 'console@corp.example', to: ['anna@corp.example'] });
    expect(kept[0]?.source).toContain('To: anna@corp.example');
    expect(proofLog.find(proofId)).toMatchObject({ outcome: 'passed', stage: 'store', by: 'anna' });
  });

  it('says that the disk is full', async () => {
    const store = () => Promise.reject(fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file: 'mailbox' }));
    expect((await prove({ kind: 'capture', ...shared }, { store })).failed?.finding?.code).toBe('diskFull');
  });
});

describe('a pickup folder', () => {
  const pickup = (where: string): ResolvedProfile => ({ kind: 'pickup', ...shared, folder: where });

  it('gets one complete message with its envelope in front', async () => {
    const { results, failed } = await prove(pickup(folder));
    expect(failed).toBeUndefined();
    expect(results).toMatchObject([
      { stage: 'folder', status: 'passed', finding: null },
      { stage: 'write', status: 'passed', finding: { code: 'leftForPickup', severity: 'note' } },
    ]);
    const [name = '', ...others] = await files.readdir(folder);
    expect(others).toEqual([]);
    expect(name).toMatch(/\.eml$/);
    const text = await files.readFile(path.join(folder, name), 'utf8');
    expect(text.startsWith('X-Sender: console@corp.example\r\nX-Receiver: anna@corp.example\r\n')).toBe(true);
    expect(results[1]?.evidence.facts.file).toBe(path.join(folder, name));
  });

  it.each([
    ['is not there', 'folderMissing', (base: string) => path.join(base, 'none')],
    ['is a file', 'folderIsFile', (base: string) => path.join(base, 'file')],
  ])('that %s fails', async (_, code, at) => {
    await files.writeFile(path.join(folder, 'file'), '');
    expect((await prove(pickup(at(folder)))).failed).toMatchObject({ stage: 'folder', finding: { code } });
  });

  it.each([
    ['access', 'EACCES', 'folder', 'folderNotWritable'],
    ['writeFile', 'ENOSPC', 'write', 'diskFull'],
    ['writeFile', 'EACCES', 'write', 'folderNotWritable'],
    ['rename', 'EXDEV', 'write', 'folderFailed'],
  ] as const)(
    'that answers %s with %s says so and keeps nothing unfinished',
    async (call, code, stage, finding) => {
      const broken = { [call]: () => Promise.reject(systemError(code)) };
      const { failed } = await prove(pickup(folder), { broken });
      expect(failed).toMatchObject({
        stage,
        finding: { code: finding },
        evidence: { facts: { systemCode: code } },
      });
      expect(await files.readdir(folder)).toEqual([]);
    },
  );

  it('that does not even let the unfinished file go says first why the message could not be written', async () => {
    const broken = {
      rename: () => Promise.reject(systemError('ENOSPC')),
      rm: () => Promise.reject(systemError('EPERM')),
    };
    const { failed, notes } = await prove(pickup(folder), { broken });
    expect(failed).toMatchObject({ stage: 'write', finding: { code: 'diskFull' } });
    expect(notes).toContainEqual(expect.stringMatching(/\.tmp: EPERM$/));
  });
});
