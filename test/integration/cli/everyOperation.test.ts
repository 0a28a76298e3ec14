import { Readable } from 'node:stream';
import { randomUUID } from 'node:crypto';
import type { InferContractRouterInputs } from '@orpc/contract';
import { expect, it } from 'vitest';
import type { contract } from '../../../electron/contract/contract.ts';
import type { FailureCode } from '../../../electron/contract/failures.ts';
import { runCommandLine } from '../../../electron/hosts/cli/commandLine.ts';
import { directoryDefaults } from '../../../electron/contract/directory/directoryValues.ts';
import { defaultSignInRules } from '../../../electron/contract/security/defaultSignInRules.ts';
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

const directory = { ...directoryDefaults, domain: 'corp.example', dnsServers: [] };

const addition = { objects: [{ domain: 'corp.example', objectGuid: id }], grants: [] };

const filter = { search: '', kind: null, state: null, roleId: null, folderId: null };
const sort = { column: 'name' as const, descending: false };
const user = {
  ...{ name: 'bob', displayName: 'Bob', mail: null, language: null },
  ...{ isActive: true, mayUseBasicAuthentication: false },
};
const unlockAll = { action: { kind: 'unlock' as const }, subject: { filter } };
const importFile = Buffer.from('userName,displayName\nbob,Bob\n').toString('base64');
const role = { name: 'Help desk', description: '', permissions: [] };
const holders = { users: 0, groups: 0 };

const everyEntry = {
  ...{ from: null, until: null, userId: null, operation: null, outcome: null, result: null, text: '' },
};

const samples: Samples = {
  session: {
    getSession: {},
    getSignInWays: {},
    getPasswordRules: {},
    createAdministrator: {
      input: { displayName: 'Anna', mail: null, language: null, password: passphrase },
    },
    recoverAdministrator: {
      input: { recoveryKey: 'ABCDE', newPassword: passphrase },
      refused: 'NOT_FOUND',
    },
    signIn: { input: { name: 'admin', password: passphrase }, refused: 'SIGN_IN_REFUSED' },
    signInAsWindowsUser: { refused: 'NOT_FOUND' },
    signOut: {},
    changePassword: { input: { present: passphrase, next: passphrase }, refused: 'NOT_SIGNED_IN' },
    saveOwnLanguage: { input: { language: 'fr' }, refused: 'NOT_SIGNED_IN' },
    requestPasswordReset: { input: { nameOrAddress: 'anna' } },
    completePasswordReset: {
      input: { name: 'anna', code: 'ABCDE', newPassword: passphrase },
      refused: 'INVALID_INPUT',
    },
  },
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
    listEndings: {},
    listPresets: {},
    detectSettings: { input: { address: 'anna@gmail.com' } },
    readCertificate: { input: { pem: authorityPem } },
    readClientCertificate: { input: { content: authorityPem, passphrase: null }, refused: 'INVALID_INPUT' },
    signOut: { input: { id }, refused: 'NOT_FOUND' },
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
    saveGeneral: {
      input: { revision: 0, general: { language: 'fr', theme: 'dark', emailAlerts: false, publicUrl: null } },
    },
    getHealth: {},
    restoreBackup: { input: { name: 'settings-1.json' }, refused: 'CONFLICT' },
    listRevisions: { input: { offset: 0, limit: 10 } },
    compareRevisions: { input: { from: 1, to: 2 }, refused: 'NOT_FOUND' },
    previewRestore: { input: { restore: 1 }, refused: 'NOT_FOUND' },
    restoreRevision: { input: { revision: 0, restore: 1 }, refused: 'NOT_FOUND' },
  },
  security: {
    getSignInRules: {},
    getDatabaseHealth: {},
    restoreDatabase: { input: { name: 'console-1.db' }, refused: 'CONFLICT' },
    saveSignInRules: { input: { revision: 0, rules: defaultSignInRules } },
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
  users: {
    listUsers: { input: { ...filter, sort, offset: 0, limit: 10 } },
    getUser: { input: { id }, refused: 'NOT_FOUND' },
    createUser: { input: { values: user, grants: [], password: null } },
    saveUser: {
      input: { id, revision: 1, values: { ...user, mustChangePassword: false }, grants: [] },
      refused: 'NOT_FOUND',
    },
    setPassword: { input: { id, password: passphrase }, refused: 'NOT_FOUND' },
    previewBulk: { input: unlockAll },
    applyBulk: { input: { ...unlockAll, fingerprint: 'f'.repeat(64) }, refused: 'CONFLICT' },
    endSession: { input: { id, sessionId: id }, refused: 'NOT_FOUND' },
    endSessions: { input: { id }, refused: 'NOT_FOUND' },
    listAttempts: { input: { id, limit: 10 } },
    exportUsers: { input: { ...filter, sort } },
    previewImport: { input: { base64: importFile } },
    applyImport: { input: { base64: importFile } },
  },
  roles: {
    listRoles: {},
    createRole: { input: { values: role } },
    saveRole: { input: { id, revision: 1, values: role }, refused: 'NOT_FOUND' },
    previewDeletion: { input: { id }, refused: 'NOT_FOUND' },
    deleteRole: { input: { id, revision: 1, holders }, refused: 'NOT_FOUND' },
    listRoleUsers: { input: { id, offset: 0, limit: 10 } },
    listFolderUsers: { input: { id, offset: 0, limit: 10 } },
    setRoleUsers: { input: { id, folderId: null, add: [], remove: [] }, refused: 'NOT_FOUND' },
    checkPermissions: { input: { userId: id, without: null, asksDirectory: true }, refused: 'NOT_FOUND' },
  },
  folders: {
    listFolders: {},
    createFolder: { input: { parentId: null, name: 'Branches' } },
    saveFolder: { input: { id, revision: 1, name: 'Branches' }, refused: 'NOT_FOUND' },
    moveFolder: { input: { id, revision: 1, parentId: null }, refused: 'NOT_FOUND' },
    previewDeletion: { input: { id }, refused: 'NOT_FOUND' },
    deleteFolder: { input: { id, revision: 1, holders }, refused: 'NOT_FOUND' },
  },
  directory: {
    getSettings: {},
    saveSettings: { input: { revision: 0, values: directory, proofId: null, asDraft: true } },
    discardDraft: { input: { revision: 0 }, refused: 'NOT_FOUND' },
    suggestSettings: {},
    proveSettings: { input: { values: directory, testUser: null, stages: ['join'], controller: null } },
    createProofReport: { input: { proofId: id, format: 'html', language: 'en' }, refused: 'NOT_FOUND' },
    listDomains: { input: { refresh: false }, refused: 'NOT_FOUND' },
    searchObjects: {
      input: { domain: 'corp.example', text: 'anna', kinds: ['directoryUser'] },
      refused: 'NOT_FOUND',
    },
    previewAddition: { input: addition, refused: 'NOT_FOUND' },
    addObjects: {
      input: { ...addition, fingerprint: '0'.repeat(64), confirmedGaining: null },
      refused: 'NOT_FOUND',
    },
    undoAddition: { input: { additionId: id }, refused: 'NOT_FOUND' },
    getMembership: { input: { userId: id }, refused: 'NOT_FOUND' },
    refreshMembership: { input: { userId: id }, refused: 'NOT_FOUND' },
  },
  directoryService: {
    getDirectoryPermissions: { input: { userId: id }, refused: 'NOT_FOUND' },
  },
  alerts: {
    listAlerts: {
      input: { severities: [], components: [], isUnreadOnly: false, below: null, limit: 10 },
    },
    countUnread: {},
    markRead: { input: { ids: null } },
    getSubscriptions: {},
    saveSubscriptions: { input: { subscriptions: {} }, refused: 'NOT_SIGNED_IN' },
    getUserSubscriptions: { input: { userId: id } },
    saveUserSubscriptions: { input: { userId: id, subscriptions: {} }, refused: 'NOT_FOUND' },
  },
  notices: {
    listNotices: { input: { kind: null, state: null, userId: null, offset: 0, limit: 10 } },
    resendNotice: { input: { id }, refused: 'NOT_FOUND' },
    cancelNotice: { input: { id }, refused: 'NOT_FOUND' },
    rehearseReset: { input: { userId: id } },
    listUnreachableUsers: {},
  },
  audit: {
    listEntries: { input: { filter: everyEntry, below: null, limit: 10 } },
    getEntry: { input: { number: 1 }, refused: 'NOT_FOUND' },
    verifyChain: {},
    acceptEnd: {},
    exportEntries: { input: { filter: everyEntry, format: 'csv' } },
  },
  watch: { getLastWatch: {}, runWatch: {} },
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
