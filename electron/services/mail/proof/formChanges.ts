import { isEmailAddress } from '../../../contract/mail/address.ts';
import type { Finding, FormChange } from '../../../contract/proof/finding.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { accountOf } from '../resolvedProfile.ts';
import type { SmtpDelivery } from './smtpDelivery.ts';

/** What is known of the server when something failed. */
export type SeenServer = {
  offersSignIn: boolean;
  offersStarttls: boolean;
  /** It has taken sender and recipients. */
  hasEnvelope: boolean;
};

const submissionPort = 587;
const submissionsPort = 465;

/** The port stays what was typed, unless it is the one that is registered for the other way (RFC 8314, 7.3). */
const connection = (port: number, encryption: 'starttls' | 'none'): FormChange => ({
  ...{ change: 'setConnection', encryption },
  port: port === submissionsPort ? submissionPort : port,
});

const senderChange = ({ values: { authentication, from } }: SmtpDelivery): FormChange[] => {
  const address = accountOf(authentication);
  if (!isEmailAddress(address)) return [];
  return address === from.address ? [] : [{ change: 'setSender', address }];
};

type Solution = (delivery: SmtpDelivery, seen: SeenServer) => FormChange[];

const signInChange = ({ values: { authentication } }: SmtpDelivery, seen: SeenServer): FormChange[] =>
  authentication.mode === 'none' && seen.offersSignIn
    ? [{ change: 'setAuthentication', mode: 'password' }]
    : [];

/** For replies that mean many things: who may name sender and recipients is not refused for want of a sign-in. */
const perhapsSignInChange: Solution = (delivery, seen) =>
  seen.hasEnvelope ? [] : signInChange(delivery, seen);

const noSignInChange = ({ values: { port, encryption } }: SmtpDelivery, seen: SeenServer): FormChange[] =>
  // Before encryption most servers offer no sign-in: then this is not what is wrong.
  encryption !== 'none' || !seen.offersStarttls
    ? [{ change: 'setAuthentication', mode: 'none' }]
    : [connection(port, 'starttls')];

const starttlsChange = ({ values: { port } }: SmtpDelivery, seen: SeenServer): FormChange[] =>
  seen.offersStarttls ? [connection(port, 'starttls')] : [];

/** Without a password there is no secret to lose: a relay on the own network may do without. */
const clearChange = ({ values: { port, authentication } }: SmtpDelivery): FormChange[] =>
  authentication.mode === 'none' ? [connection(port, 'none')] : [];

const passwordChange: Solution = ({ values: { authentication } }) =>
  'password' in authentication ? [{ change: 'typePassword' }] : [];

const solutions: Partial<Record<FindingCode, Solution>> = {
  wrongCredentials: passwordChange,
  passwordExpired: passwordChange,
  appPasswordRequired: passwordChange,
  googleAppPasswordRequired: passwordChange,
  googleCredentialsNotAccepted: passwordChange,
  yahooAppPasswordRequired: passwordChange,

  // Servers that would take the message from somebody who has signed in often say no more than this.
  policyRefused: perhapsSignInChange,
  clientHostRejected: perhapsSignInChange,
  recipientRefused: perhapsSignInChange,
  relayingDenied: perhapsSignInChange,
  authenticationRequired: signInChange,
  authenticationNotOffered: noSignInChange,

  senderNotOwned: senderChange,
  sendAsDenied: senderChange,

  encryptionNotUsed: starttlsChange,
  starttlsRequired: starttlsChange,
  authenticationNeedsEncryption: starttlsChange,
  passwordWithoutEncryption: starttlsChange,
  starttlsNotOffered: clearChange,
  tlsOnPlainPort: ({ values: { port } }) => [connection(port, 'starttls')],
  // TLS was seen on this very port.
  plainOnTlsPort: ({ values: { port } }) => [{ change: 'setConnection', encryption: 'tls', port }],
};

const solutionOf = new Map<string, Solution>(Object.entries(solutions));

const changesSomething = (change: FormChange, { values }: SmtpDelivery): boolean =>
  change.change !== 'setConnection' || change.encryption !== values.encryption || change.port !== values.port;

/** Adds the changes of the form that would solve a finding. Only changes that truly do: most findings get none. */
export const withFormChanges = (finding: Finding, delivery: SmtpDelivery, seen: SeenServer): Finding => ({
  ...finding,
  changes: [...finding.changes, ...(solutionOf.get(finding.code)?.(delivery, seen) ?? [])].filter((change) =>
    changesSomething(change, delivery),
  ),
});
