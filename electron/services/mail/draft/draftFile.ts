import type { FieldIssue } from '../../../contract/failures.ts';
import { defaultTimeoutMs, type ProfileWrite, type SmtpWrite } from '../../../contract/mail/profile.ts';
import { ewsUrlOf } from '../../../protocols/ews/ewsClient.ts';
import type { DraftPassword } from '../../draft/draftPassword.ts';
import { absolutePath, type DraftPlace, readNamedIn } from '../../draft/draftPlace.ts';
import { type ReadNamedFile, toTrust } from '../../draft/draftTrust.ts';
import { parseDraft } from '../../draft/parseDraft.ts';
import type { Environment } from '../../secrets/readVariable.ts';
import { createCertificateReading } from './draftCertificate.ts';
import { refuseContradictions } from './draftContradictions.ts';
import { type DraftFile, draftFileSchema } from './draftFileSchema.ts';
import { draftPath } from './draftPath.ts';
import { draftSecrets, type DraftSignInReading, toSignIn, toTokenSignIn } from './draftSignIn.ts';
import type { DraftSignIn } from './draftSignInSchema.ts';

export type ReadDraft = {
  values: ProfileWrite;
  /** True: a password is to come from the vault, from the stored profile of the same name. */
  usesVault: boolean;
  /** Where in the file a field of the values is. */
  pathOf: (path: FieldIssue['path']) => FieldIssue['path'];
};

/** `signal`: ends the reading of a certificate. */
export type DraftSurroundings = { environment: Environment; signal: AbortSignal };

type Draft<Kind extends DraftFile['kind']> = Extract<DraftFile, { kind: Kind }>;
type Reading = { readNamed: ReadNamedFile; signIn: (path: string[]) => DraftSignInReading };

/** What a mailbox is signed in to with. */
const arrivalSignIn = ({
  authentication,
  username,
  password,
}: NonNullable<Draft<'smtp'>['arrival']>): DraftSignIn => {
  if (authentication) return authentication;
  if (!username || !password) throw new Error('The schema asks for a user name and a password.');
  return { mode: 'password', username, password };
};

const toArrival = async (
  from: Draft<'smtp'>['arrival'],
  { readNamed, signIn }: Reading,
): Promise<SmtpWrite['arrival']> => {
  if (!from) return null;
  const { protocol, host, port, encryption, trust } = from;
  return {
    ...{ protocol, host, port, encryption },
    trust: await toTrust(trust, readNamed, ['arrival']),
    authentication: await toSignIn(arrivalSignIn(from), signIn(['arrival', 'authentication'])),
  };
};

const sharedValues = ({ name, from, testRecipient }: DraftFile) => ({
  name,
  from: { address: from.address, displayName: from.displayName ?? '' },
  testRecipient: testRecipient ?? null,
});

const toSmtp = async (draft: Draft<'smtp'>, reading: Reading): Promise<ProfileWrite> => {
  const { authentication } = draft;
  return {
    kind: 'smtp',
    ...sharedValues(draft),
    host: draft.host,
    port: draft.port,
    encryption: draft.encryption,
    trust: await toTrust(draft.trust, reading.readNamed, []),
    authentication:
      authentication.mode === 'none'
        ? { mode: 'none' }
        : await toSignIn(authentication, reading.signIn(['authentication'])),
    clientName: draft.clientName ?? null,
    timeoutMs: draft.timeoutMs ?? defaultTimeoutMs,
    maxConnections: draft.maxConnections ?? null,
    arrival: await toArrival(draft.arrival, reading),
  };
};

/** The schema asks for one of them. */
const urlOf = ({ url, host }: Draft<'exchange'>): string => url ?? ewsUrlOf(host ?? '');

const toValues = async (draft: DraftFile, folder: string, reading: Reading): Promise<ProfileWrite> => {
  const { readNamed, signIn } = reading;
  switch (draft.kind) {
    case 'smtp':
      return toSmtp(draft, reading);
    case 'microsoft365':
      return {
        ...{ kind: draft.kind, ...sharedValues(draft) },
        authentication: await toTokenSignIn(draft.authentication, signIn(['authentication'])),
        trust: await toTrust(draft.trust, readNamed, []),
        timeoutMs: draft.timeoutMs ?? defaultTimeoutMs,
      };
    case 'exchange':
      return {
        ...{ kind: draft.kind, ...sharedValues(draft), url: urlOf(draft) },
        exchangeVersion: draft.exchangeVersion ?? '2013_SP1',
        authentication: await toSignIn(draft.authentication, signIn(['authentication'])),
        trust: await toTrust(draft.trust, readNamed, []),
        timeoutMs: draft.timeoutMs ?? defaultTimeoutMs,
      };
    case 'outlook':
      return {
        ...{ kind: draft.kind, ...sharedValues(draft), mailbox: draft.mailbox ?? null },
        timeoutMs: draft.timeoutMs ?? defaultTimeoutMs,
      };
    case 'capture':
      return { kind: draft.kind, ...sharedValues(draft) };
    case 'pickup':
      return { kind: draft.kind, ...sharedValues(draft), folder: absolutePath(folder, draft.folder) };
  }
};

const signInsOf = (draft: DraftFile): DraftSignIn[] => {
  if (draft.kind === 'microsoft365' || draft.kind === 'exchange') return [draft.authentication];
  if (draft.kind !== 'smtp') return [];
  const { authentication, arrival } = draft;
  return [
    ...(authentication.mode === 'none' ? [] : [authentication]),
    ...(arrival ? [arrivalSignIn(arrival)] : []),
  ];
};

const isFromVault = ({ source }: DraftPassword): boolean => source === 'vault';

/**
 * Reads a draft file (JSON text) into values that can be proven. INVALID_INPUT names each fault by its path in the
 * file: besides the codes of the contract those of `parseDraft`, `certificate`, `fileUnreadable`, `contradicts`, `unusedHere`, and what a sign-in lacks.
 */
export const fromDraftFile = async (
  text: string,
  place: DraftPlace,
  { environment, signal }: DraftSurroundings,
): Promise<ReadDraft> => {
  const draft = parseDraft(text, draftFileSchema);
  refuseContradictions(draft);
  const readNamed = readNamedIn(place);
  const readCertificate = createCertificateReading(readNamed, environment, signal);
  const signIn = (path: string[]): DraftSignInReading => ({
    ...{ readCertificate, path, sender: draft.from.address },
  });
  return {
    values: await toValues(draft, place.folder, { readNamed, signIn }),
    usesVault: signInsOf(draft).flatMap(draftSecrets).some(isFromVault),
    pathOf: (path) => draftPath(draft, path),
  };
};
