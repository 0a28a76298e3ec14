import { hostOfUrl, isWithin } from '../../../../electron/contract/mail/canonicalHost.ts';
import {
  mailboxPasswordEndings,
  passwordEndings,
} from '../../../../electron/contract/mail/passwordEndings.ts';
import { providerOfHost } from '../../../../electron/contract/mail/providerOfHost.ts';
import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import type { MailForm } from './mailForm.ts';
import { offeredServer } from './offeredServer.ts';
import { isPrivate, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf } from './signInOf.ts';
import { hostAt, signInPlaces } from './signInPlaces.ts';

/**
 * True when the sender is not the account that signs in. Many servers refuse that, relays and Send-As allow it, so it
 * is a warning and the proof tells what the server says (REQUIREMENTS M10).
 */
export const senderDiffers = (form: MailForm): boolean => {
  const { kind, from } = form;
  const { userName } = form.authentication;
  const mode = modeOf(form, 'authentication');
  if (kind !== 'smtp' && kind !== 'exchange') return false;
  if (mode === 'none' || mode === 'kerberos' || userName.source !== 'value' || !userName.value.includes('@'))
    return false;
  return from.address !== '' && userName.value.trim().toLowerCase() !== from.address.trim().toLowerCase();
};

type InClear = 'surely' | 'perhaps' | 'hash' | 'token';

/** What would, or could, travel unencrypted: a password, what NTLM makes of one, or a token (REQUIREMENTS M04); null: nothing. */
export const secretInClear = ({ authentication, encryption }: MailForm): InClear | null => {
  const { mode } = authentication;
  if (mode === 'none' || mode === 'kerberos') return null;
  if (encryption !== 'none' && encryption !== 'starttlsIfOffered') return null;
  if (mode === 'ntlm') return 'hash';
  if (mode !== 'password') return 'token';
  return encryption === 'none' ? 'surely' : 'perhaps';
};

/**
 * The host that a token of Microsoft's chosen cloud is good for, when another one was typed (REQUIREMENTS A07); null: nothing
 * speaks against the host.
 */
export const otherHost = (form: MailForm): string | null => {
  if (form.kind !== 'smtp' || form.authentication.mode !== 'microsoft' || form.host.trim() === '')
    return null;
  const offered = offeredServer(form, 'authentication');
  /** Accounts of private people have a server of their own. */
  if (isPrivate(form.authentication.client) && isWithin(form.host, ['outlook.com'])) return null;
  return isWithin(form.host, [offered.slice(offered.indexOf('.') + 1)]) ? null : offered;
};

/** What is to be known of EWS at this place: it ends in Exchange Online. */
export const endsAtExchangeOnline = ({ kind, url, exchangeVersion }: MailForm): boolean =>
  kind === 'exchange' &&
  (exchangeVersion === 'online' || providerOfHost(hostOfUrl(url)) === 'exchangeOnline');

/** What ends, or has ended, of signing in with a password at the server that was typed; null: nothing. */
export const endingPassword = (form: MailForm, place: SignInPlace): EndingCode | null => {
  const isMeant = form.kind === 'smtp' && signInPlaces(form).includes(place);
  if (!isMeant || modeOf(form, place) !== 'password') return null;
  const endings = place === 'authentication' ? passwordEndings : mailboxPasswordEndings;
  return endings[providerOfHost(hostAt(form, place))] ?? null;
};
