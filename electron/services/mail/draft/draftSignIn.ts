import type { SignIn } from '../../../contract/mail/mapSecrets.ts';
import type { PasswordWrite } from '../../../contract/mail/secret.ts';
import { type DraftPassword, toPassword } from '../../draft/draftPassword.ts';
import type { ReadCertificateDraft } from './draftCertificate.ts';
import { toClient } from './draftClient.ts';
import type { DraftSignIn, DraftToken } from './draftSignInSchema.ts';

/** What a way to sign in is read with; `sender`: the mailbox of who names none. */
export type DraftSignInReading = { readCertificate: ReadCertificateDraft; sender: string; path: string[] };

const typed = (value: string) => ({ source: 'value', value }) as const;

/** A sign-in by token as it is written. INVALID_INPUT below `path`. */
export const toTokenSignIn = async (
  draft: DraftToken,
  { readCertificate, sender, path }: DraftSignInReading,
): Promise<Extract<SignIn<PasswordWrite>, { mode: 'oauth2' }>> => ({
  mode: 'oauth2',
  userName: typed(draft.mailbox ?? draft.username ?? sender),
  mechanism: draft.mechanism ?? null,
  client: await toClient(draft, readCertificate, path),
});

/** A way to sign in as it is written. INVALID_INPUT below `path`. */
export const toSignIn = async (
  draft: DraftSignIn,
  reading: DraftSignInReading,
): Promise<SignIn<PasswordWrite>> => {
  switch (draft.mode) {
    case 'kerberos':
      return { mode: draft.mode, servicePrincipal: draft.servicePrincipal ?? null };
    case 'oauth2':
      return toTokenSignIn(draft, reading);
    case 'ntlm':
      return {
        ...{ mode: draft.mode, domain: draft.domain ?? '' },
        ...{ userName: typed(draft.username), password: toPassword(draft.password) },
      };
    case 'password':
      return {
        ...{ mode: draft.mode, mechanism: draft.mechanism ?? null },
        ...{ userName: typed(draft.username), password: toPassword(draft.password) },
      };
  }
};

/** The secrets that a way to sign in names. */
export const draftSecrets = (draft: DraftSignIn): DraftPassword[] => {
  if (draft.mode === 'kerberos') return [];
  if (draft.mode !== 'oauth2') return [draft.password];
  return [draft.clientSecret, draft.password].flatMap((secret) => secret ?? []);
};
