import { outlookComDomains } from '../../../../electron/contract/mail/outlookComDomains.ts';
import { providerOfHost, type RadarProvider } from '../../../../electron/contract/mail/providerOfHost.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { MailForm } from './mailForm.ts';
import { isPrivate, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { hostAt } from './signInPlaces.ts';

/** Whose account signs in: one of a tenant of Microsoft, of a private person there, or of Google. */
export type Account = 'organization' | 'private' | 'google';

const accountsOf: Partial<Record<RadarProvider, Account>> = {
  exchangeOnline: 'organization',
  highVolumeEmail: 'organization',
  outlookCom: 'private',
  google: 'google',
};

/** Whose account the profile sends with; null: it is of no provider that is known. */
export const sendingAccount = (form: MailForm): Account | null => {
  const mode = modeOf(form, 'authentication');
  if (mode === 'microsoft' && isPrivate(form.authentication.client)) return 'private';
  const account = accountsOf[providerOfHost(hostAt(form, 'authentication'))];
  if (account) return account;
  if (mode === 'microsoft') return 'organization';
  return mode === 'google' ? mode : null;
};

/** True where the account at `place` is one of a private person at Microsoft: by its address, else by what the profile sends with. */
export const isPrivatePerson = (form: MailForm, place: SignInPlace): boolean => {
  const { source, value } = signInOf(form, place).userName;
  const [, domain] = source === 'value' ? value.split('@') : [];
  if (domain === undefined) return sendingAccount(form) === 'private';
  return outlookComDomains.includes(domain.trim().toLowerCase());
};

/** True where both texts, or the variables that they come from, name one account. */
export const isSameAccount = (one: SourcedText, other: SourcedText): boolean => {
  const isSame = (text: (account: SourcedText) => string) =>
    text(one).trim().toLowerCase() === text(other).trim().toLowerCase();
  return (
    one.source === other.source && isSame(one.source === 'value' ? ({ value }) => value : ({ name }) => name)
  );
};
