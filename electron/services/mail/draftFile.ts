import path from 'node:path';
import { fail, type FieldIssue } from '../../contract/failures.ts';
import { fieldIssues } from '../../contract/issues.ts';
import { defaultTimeoutMs, type ProfileWrite, type SmtpWrite } from '../../contract/mail/profile.ts';
import type { PasswordWrite } from '../../contract/mail/secret.ts';
import { type DraftFile, draftFileSchema, type DraftPassword } from './draftFileSchema.ts';
import { type ReadNamedFile, toTrust } from './draftTrust.ts';

export type ReadDraft = {
  values: ProfileWrite;
  /** True: a password is to come from the vault, from the stored profile of the same name. */
  usesVault: boolean;
};

/** Where a draft file stands. */
export type DraftPlace = {
  /** Absolute path of the folder to which paths in the draft are relative. */
  folder: string;
  /** Reads a file by its absolute path. */
  readFile: ReadNamedFile;
};

/** Windows knows the roots of every system, so a draft means the same wherever it is read. */
const absolutePath = (folder: string, named: string): string =>
  path.win32.isAbsolute(named) ? named : path.resolve(folder, named);

const refuse = (issues: FieldIssue[]) => fail('INVALID_INPUT', { issues });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw refuse([{ path: [], code: 'json', parameters: {} }]);
    throw error;
  }
};

/** A typed value is used for this run; nothing of a draft file is ever stored by proving it. */
const toPassword = (from: DraftPassword): PasswordWrite => {
  switch (from.source) {
    case 'value':
      return { source: 'vault', secret: { action: 'set', value: from.value } };
    case 'environment':
      return { source: 'environment', name: from.name };
    case 'vault':
      return { source: 'vault', secret: { action: 'keep' } };
  }
};

type SmtpDraft = Extract<DraftFile, { kind: 'smtp' }>;

const toAuthentication = (from: SmtpDraft['authentication']): SmtpWrite['authentication'] =>
  from.mode === 'none'
    ? { mode: 'none' }
    : {
        mode: 'password',
        userName: { source: 'value', value: from.username },
        password: toPassword(from.password),
      };

const toArrival = async (
  from: SmtpDraft['arrival'],
  readFile: ReadNamedFile,
): Promise<SmtpWrite['arrival']> => {
  if (!from) return null;
  const { username: name, password: secret, trust: added, ...server } = from;
  return {
    ...server,
    trust: await toTrust(added, readFile, ['arrival']),
    userName: { source: 'value', value: name },
    password: toPassword(secret),
  };
};

const sharedValues = ({ name, from, testRecipient }: DraftFile) => ({
  name,
  from: { address: from.address, displayName: from.displayName ?? '' },
  testRecipient: testRecipient ?? null,
});

const toValues = async (draft: DraftFile, { folder, readFile }: DraftPlace): Promise<ProfileWrite> => {
  const readNamed: ReadNamedFile = (named) => readFile(absolutePath(folder, named));
  if (draft.kind === 'capture') return { kind: 'capture', ...sharedValues(draft) };
  if (draft.kind === 'pickup')
    return { kind: 'pickup', ...sharedValues(draft), folder: absolutePath(folder, draft.folder) };
  return {
    kind: 'smtp',
    ...sharedValues(draft),
    host: draft.host,
    port: draft.port,
    encryption: draft.encryption,
    trust: await toTrust(draft.trust, readNamed, []),
    authentication: toAuthentication(draft.authentication),
    clientName: draft.clientName ?? null,
    timeoutMs: draft.timeoutMs ?? defaultTimeoutMs,
    maxConnections: draft.maxConnections ?? null,
    arrival: await toArrival(draft.arrival, readNamed),
  };
};

const passwordsOf = (draft: DraftFile): DraftPassword[] => {
  if (draft.kind !== 'smtp') return [];
  const { authentication, arrival: fetching } = draft;
  return [
    ...(authentication.mode === 'password' ? [authentication.password] : []),
    ...(fetching ? [fetching.password] : []),
  ];
};

/**
 * Reads a draft file (JSON text) into values that can be proven. INVALID_INPUT names each fault by its path in the
 * file: besides the codes of the contract `json`, `certificate` and `fileUnreadable`.
 */
export const fromDraftFile = async (text: string, place: DraftPlace): Promise<ReadDraft> => {
  const draft = parseJson(text);
  const result = draftFileSchema.safeParse(draft);
  if (!result.success) throw refuse(fieldIssues(result.error.issues, draft));
  return {
    values: await toValues(result.data, place),
    usesVault: passwordsOf(result.data).some(({ source }) => source === 'vault'),
  };
};
