import { isEmailAddress } from '../../../contract/mail/address.ts';
import type { Finding, FormChange } from '../../../contract/proof/finding.ts';
import type { SmtpDelivery } from './smtpDelivery.ts';

/** What is known of the server when something failed. */
export type SeenServer = { offersSignIn: boolean; offersStarttls: boolean };

const submissionPort = 587;
const submissionsPort = 465;

/** The port stays what was typed, unless it is the one that is registered for the other way (RFC 8314, 7.3). */
const connection = (port: number, encryption: 'tls' | 'starttls' | 'none'): FormChange => {
  const other = encryption === 'tls' ? submissionPort : submissionsPort;
  const usual = encryption === 'tls' ? submissionsPort : submissionPort;
  return { change: 'setConnection', encryption, port: port === other ? usual : port };
};

const senderChange = ({ values: { authentication, from } }: SmtpDelivery): FormChange[] => {
  if (authentication.mode === 'none' || !isEmailAddress(authentication.userName)) return [];
  const address = authentication.userName;
  return address === from.address ? [] : [{ change: 'setSender', address }];
};

const signInChange = ({ values: { authentication } }: SmtpDelivery, seen: SeenServer): FormChange[] =>
  authentication.mode === 'none' && seen.offersSignIn
    ? [{ change: 'setAuthentication', mode: 'password' }]
    : [];

const changesOf = (code: string, delivery: SmtpDelivery, seen: SeenServer): FormChange[] => {
  const { port, encryption, authentication } = delivery.values;
  switch (code) {
    case 'wrongCredentials':
    case 'appPasswordRequired':
    case 'googleAppPasswordRequired':
    case 'googleCredentialsNotAccepted':
    case 'yahooAppPasswordRequired':
    case 'passwordExpired':
      return [{ change: 'typePassword' }];
    // Servers that would take the message from somebody who has signed in often say no more than this.
    case 'policyRefused':
    case 'clientHostRejected':
    case 'recipientRefused':
    case 'relayingDenied':
    case 'authenticationRequired':
      return signInChange(delivery, seen);
    case 'authenticationNotOffered':
      // Before encryption most servers offer no sign-in: then this is not what is wrong.
      return encryption !== 'none' || !seen.offersStarttls
        ? [{ change: 'setAuthentication', mode: 'none' }]
        : [connection(port, 'starttls')];
    case 'senderNotOwned':
    case 'sendAsDenied':
      return senderChange(delivery);
    case 'encryptionNotUsed':
    case 'starttlsRequired':
    case 'authenticationNeedsEncryption':
    case 'passwordWithoutEncryption':
      return seen.offersStarttls ? [connection(port, 'starttls')] : [];
    case 'starttlsNotOffered':
      // Without a password there is no secret to lose: a relay on the own network may do without.
      return authentication.mode === 'none' ? [connection(port, 'none')] : [];
    case 'tlsOnPlainPort':
      return [connection(port, 'starttls')];
    case 'plainOnTlsPort':
      return [connection(port, 'tls')];
    default:
      return [];
  }
};

/** Adds the changes of the form that would solve a finding. Only changes that truly do: most findings get none. */
export const withFormChanges = (finding: Finding, delivery: SmtpDelivery, seen: SeenServer): Finding => ({
  ...finding,
  changes: [...finding.changes, ...changesOf(finding.code, delivery, seen)],
});
