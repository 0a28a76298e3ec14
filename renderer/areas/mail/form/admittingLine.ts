import { admitApplication, unknownApplication } from '../../../../electron/contract/mail/admitApplication.ts';
import { harmlessName } from '../../../../electron/contract/mail/harmlessName.ts';
import type { SourcedText } from '../../../controls/sourcedText.ts';
import type { MailForm } from './mailForm.ts';
import type { SignInPlace } from './signIn/signInForm.ts';
import { signInOf } from './signInOf.ts';

const named = ({ source, value }: SourcedText, unknown: string): string => {
  const name = value.trim();
  return source === 'value' && harmlessName.test(name) ? name : unknown;
};

/**
 * The line of PowerShell that lets the application of a sign-in into its mailbox, with the names that the form has; a word
 * stands for what it does not have, or what PowerShell could take for more than a name.
 */
export const admittingLine = (form: MailForm, place: SignInPlace): string => {
  const { userName, client } = signInOf(form, place);
  return admitApplication({
    mailbox: named(userName, unknownApplication.mailbox),
    clientId: named(client.clientId, unknownApplication.clientId),
    objectId: unknownApplication.objectId,
    sends: place === 'authentication',
  });
};
