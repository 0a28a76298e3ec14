import type { ExchangeVersion } from '../../../../electron/contract/mail/exchange.ts';
import { defaultTimeoutMs, type ProfileKind } from '../../../../electron/contract/mail/profile.ts';
import type { Encryption } from '../../../../electron/contract/proof/finding.ts';
import type { TrustForm } from '../../../controls/trustForm.ts';
import { newSignIn, type SignInChoice, type SignInForm } from './signIn/signInForm.ts';

export type ArrivalForm = {
  /** `none`: the proof does not look for its message. */
  protocol: 'none' | 'imap' | 'pop3';
  host: string;
  port: string;
  /** False while the port follows protocol and encryption. */
  portIsOwn: boolean;
  encryption: 'starttls' | 'tls';
  trust: TrustForm;
  authentication: SignInForm;
};

/**
 * What the form holds: every field of every kind of profile, numbers as they are typed, nothing optional. Paths of
 * fields are those of the contract, so that an issue of the service finds its field.
 */
export type MailForm = {
  kind: ProfileKind;
  name: string;
  from: { address: string; displayName: string };
  testRecipient: string;
  host: string;
  port: string;
  /** False while the port follows the encryption. */
  portIsOwn: boolean;
  encryption: Encryption;
  trust: TrustForm;
  /** For Microsoft 365 with an empty user name: the mailbox of the sender. */
  authentication: SignInForm;
  clientName: string;
  timeoutMs: string;
  maxConnections: string;
  arrival: ArrivalForm;
  folder: string;
  url: string;
  exchangeVersion: ExchangeVersion;
  /** How the profile signs in to Exchange as it is saved; null: it is of another kind. No part of what is saved. */
  savedExchangeMode: SignInChoice | null;
  /** The shared mailbox of Outlook; empty: its own one. */
  mailbox: string;
};

/** A new profile: a submission server with STARTTLS and sign-in, as RFC 6409 and RFC 8314 describe it. */
export const newMailForm: MailForm = {
  kind: 'smtp',
  name: '',
  from: { address: '', displayName: '' },
  testRecipient: '',
  host: '',
  port: '587',
  portIsOwn: false,
  encryption: 'starttls',
  trust: { mode: 'system', pem: '' },
  authentication: newSignIn,
  clientName: '',
  timeoutMs: String(defaultTimeoutMs),
  maxConnections: '',
  arrival: {
    protocol: 'none',
    host: '',
    port: '993',
    portIsOwn: false,
    encryption: 'tls',
    trust: { mode: 'system', pem: '' },
    authentication: newSignIn,
  },
  folder: '',
  url: '',
  exchangeVersion: 'SE',
  savedExchangeMode: null,
  mailbox: '',
};
