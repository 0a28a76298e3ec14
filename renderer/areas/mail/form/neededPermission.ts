import { neededScopes } from '../../../../electron/contract/oauth/neededScopes.ts';
import type { MailForm } from './mailForm.ts';
import { flowOf, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { tokenSignInFromForm } from './signIn/signInFromForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { tokenPurpose } from './tokenPurpose.ts';

/** What an application must be allowed, as the portal of its provider calls it. */
export type NeededPermission = {
  kind: 'application' | 'delegated' | 'google';
  permission: string;
  /** The API that the permission is one of; empty for Google. */
  resource: string;
  /** What has to be done or known besides. */
  further: 'mailboxes' | 'everyMailbox' | 'testing' | null;
};

const furtherOf = (purpose: ReturnType<typeof tokenPurpose>): NeededPermission['further'] =>
  purpose === 'graph' || purpose === 'ews' ? 'everyMailbox' : 'mailboxes';

/** What the application in the form must be allowed; null: there is none, or its provider decides, and nobody here knows. */
export const neededPermission = (form: MailForm, place: SignInPlace): NeededPermission | null => {
  const provider = providerOf(modeOf(form, place));
  if (provider === null || provider === 'openid') return null;
  const signIn = signInOf(form, place);
  const flow = flowOf(signIn.client);
  const purpose = tokenPurpose(form, place);
  const { client } = tokenSignInFromForm(provider, signIn);
  const { scopes, permissions } = neededScopes(client.place, flow, purpose);
  if (provider === 'google')
    return { kind: 'google', permission: scopes.join(' '), resource: '', further: 'testing' };
  const isApplication = flow === 'clientCredentials';
  return {
    kind: isApplication ? 'application' : 'delegated',
    permission: permissions.join(', '),
    resource: purpose === 'graph' ? 'Microsoft Graph' : 'Office 365 Exchange Online',
    further: isApplication ? furtherOf(purpose) : null,
  };
};
