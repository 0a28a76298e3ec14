import { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import type { InferContractRouterInputs } from '@orpc/contract';
import { expect, it } from 'vitest';
import type { contract } from '../../../electron/contract/contract.ts';
import type { FailureCode } from '../../../electron/contract/failures.ts';
import { runCommandLine } from '../../../electron/hosts/cli/commandLine.ts';
import { authorityPem } from '../../unit/protocols/tls/certificateSamples.ts';
import { jsonLines, temporaryFolder } from './program.ts';

type Inputs = InferContractRouterInputs<typeof contract>;
/** What an operation is called with in a new data folder, and the refusal that answers it there. */
type Sample<Input> = { refused?: FailureCode } & (undefined extends Input ? object : { input: Input });
type Samples = {
  [Area in keyof Inputs]: { [Operation in keyof Inputs[Area]]: Sample<Inputs[Area][Operation]> };
};

const id = randomUUID();
const passphrase = 'correct horse battery staple';
const values = {
  kind: 'capture' as const,
  name: 'kept here',
  from: { address: 'console@example.test', displayName: '' },
  testRecipient: null,
};

const samples: Samples = {
  session: { getSession: {} },
  mail: {
    listProfiles: {},
    getProfile: { input: { id }, refused: 'NOT_FOUND' },
    saveProfile: { input: { revision: 0, id: null, values, proofId: null, asDraft: true } },
    discardDraft: { input: { id, revision: 0 }, refused: 'NOT_FOUND' },
    removeProfile: { input: { id, revision: 0 }, refused: 'NOT_FOUND' },
    moveProfile: { input: { id, revision: 0, folderId: null }, refused: 'NOT_FOUND' },
    setDefaultProfile: { input: { id, revision: 0 }, refused: 'NOT_FOUND' },
    proveProfile: { input: { id: null, values, recipient: null, until: 'deliver', language: 'en' } },
    createProofReport: { input: { proofId: id, format: 'html', language: 'en' }, refused: 'NOT_FOUND' },
    listPresets: {},
    detectSettings: { input: { address: 'anna@gmail.com' } },
    readCertificate: { input: { pem: authorityPem } },
  },
  mailbox: {
    listMessages: { input: { search: '', offset: 0, limit: 10 } },
    getMessage: { input: { id }, refused: 'NOT_FOUND' },
    getSource: { input: { id }, refused: 'NOT_FOUND' },
    getAttachment: { input: { id, index: 0 }, refused: 'NOT_FOUND' },
    exportMessage: { input: { id }, refused: 'NOT_FOUND' },
    markRead: { input: { id }, refused: 'NOT_FOUND' },
    removeMessages: { input: { ids: [id] } },
  },
  settings: {
    getGeneral: {},
    saveGeneral: { input: { revision: 0, general: { language: 'fr', theme: 'dark', emailAlerts: false } } },
    getHealth: {},
    restoreBackup: { input: { name: 'settings-1.json' }, refused: 'CONFLICT' },
    listRevisions: { input: { offset: 0, limit: 10 } },
    compareRevisions: { input: { from: 1, to: 2 }, refused: 'NOT_FOUND' },
    previewRestore: { input: { restore: 1 }, refused: 'NOT_FOUND' },
    restoreRevision: { input: { revision: 0, restore: 1 }, refused: 'NOT_FOUND' },
  },
  security: {
    getProtection: {},
    unlockVault: { input: { kind: 'passphrase', value: passphrase } },
    startNewVault: {},
    addPassphrase: { input: { passphrase } },
    changePassphrase: { input: { slotId: id, current: passphrase, passphrase }, refused: 'NOT_FOUND' },
    createRecoveryKey: {},
    addKeyFile: {},
    addOperatingSystem: { refused: 'PROTECTION_UNAVAILABLE' },
    removeSlot: { input: { slotId: id }, refused: 'NOT_FOUND' },
    rotateDataKey: { input: { passphrase: null } },
  },
  knowledge: { explainError: { input: { text: '550 5.7.1', protocol: null, stage: null } } },
};

const everyOperation = Object.entries(samples).flatMap(([area, operations]) =>
  Object.entries(operations).map(([operation, sample]) => [`${area}.${operation}`, sample] as const),
);

/** Input comes in as it does in a script: secrets are none for the arguments. */
const call = async (operation: string, sample: Sample<unknown>) => {
  const { folder, remove } = await temporaryFolder();
  const output: string[] = [];
  const faults: string[] = [];
  const given = 'input' in sample ? ['--input', '-'] : [];
  const exitCode = await runCommandLine(['call', operation, ...given, '--json', '--data-dir', folder], {
    terminal: {
      print: (text) => void output.push(text),
      complain: (text) => void faults.push(text),
      input: () => Readable.from([Buffer.from(JSON.stringify('input' in sample ? sample.input : null))]),
    },
    environment: {},
    systemLocale: 'en',
    signal: new AbortController().signal,
  });
  await remove();
  return { exitCode, output: output.join('\n'), faults: faults.join('\n') };
};

it.each(everyOperation)('call %s', async (operation, sample) => {
  const { exitCode, output, faults } = await call(operation, sample);
  if (sample.refused) {
    expect([2, 3]).toContain(exitCode);
    expect(faults).toContain(`${sample.refused}:`);
    expect(output).toBe('');
  } else {
    expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
    expect(jsonLines(output)).not.toEqual([]);
  }
});
