import { isWithin } from '../../../../electron/contract/mail/canonicalHost.ts';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { type Cloud, clouds } from '../../../../electron/contract/oauth/oauthClient.ts';
import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';
import { hostAt } from './signInPlaces.ts';

/** What the names of its servers end in: one domain, as that of submission. */
const domainOf = (cloud: Cloud): string => {
  const { smtp } = cloudPlaces[cloud];
  return smtp.slice(smtp.indexOf('.') + 1);
};

/** The cloud of Microsoft that a server of mail is in; the global one where it is in none. */
export const cloudOfHost = (host: string): Cloud => {
  return clouds.find((cloud) => isWithin(host, [domainOf(cloud)])) ?? 'global';
};

/** The same of the server at which is signed in. */
export const cloudAt = (form: MailForm, place: SignInPlace): Cloud => cloudOfHost(hostAt(form, place));
