import { hostOfUrl } from '../../../../electron/contract/mail/canonicalHost.ts';
import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';

/** Where a profile of this form signs in: at its own server, and in the mailbox that a proof looks into. */
export const signInPlaces = ({ kind, arrival }: Pick<MailForm, 'kind' | 'arrival'>): SignInPlace[] => {
  if (kind === 'microsoft365' || kind === 'exchange') return ['authentication'];
  if (kind !== 'smtp') return [];
  return arrival.protocol === 'none' ? ['authentication'] : ['authentication', 'arrival.authentication'];
};

/** The host at which is signed in, without blanks around it. */
export const hostAt = (
  { kind, host, url, arrival }: Pick<MailForm, 'kind' | 'host' | 'url' | 'arrival'>,
  place: SignInPlace,
): string => {
  if (place === 'arrival.authentication') return arrival.host.trim();
  return kind === 'exchange' ? hostOfUrl(url) : host.trim();
};
