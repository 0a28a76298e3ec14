import { defaultTimeoutMs, type ProfileWrite, type SmtpWrite } from '../../contract/mail/profile.ts';
import { type DraftPassword, toPassword } from '../draft/draftPassword.ts';
import { absolutePath, type DraftPlace, readNamedIn } from '../draft/draftPlace.ts';
import { type ReadNamedFile, toTrust } from '../draft/draftTrust.ts';
import { parseDraft } from '../draft/parseDraft.ts';
import { type DraftFile, draftFileSchema } from './draftFileSchema.ts';

export type ReadDraft = {
  values: ProfileWrite;
  /** True: a password is to come from the vault, from the stored profile of the same name. */
  usesVault: boolean;
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

const toValues = async (draft: DraftFile, place: DraftPlace): Promise<ProfileWrite> => {
  const readNamed = readNamedIn(place);
  if (draft.kind === 'capture') return { kind: 'capture', ...sharedValues(draft) };
  if (draft.kind === 'pickup')
    return { kind: 'pickup', ...sharedValues(draft), folder: absolutePath(place.folder, draft.folder) };
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
  const draft = parseDraft(text, draftFileSchema);
  return {
    values: await toValues(draft, place),
    usesVault: passwordsOf(draft).some(({ source }) => source === 'vault'),
  };
};
