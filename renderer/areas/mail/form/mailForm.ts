import { defaultTimeoutMs, type ProfileKind } from '../../../../electron/contract/mail/profile.ts';
import type { Encryption } from '../../../../electron/contract/proof/finding.ts';
import { emptySourcedText, type SourcedText } from '../../../controls/sourcedText.ts';
import { emptySecret, type SecretForm } from '../../../controls/secretForm.ts';
import type { TrustForm } from '../../../controls/trustForm.ts';

export type ArrivalForm = {
  /** `none`: the proof does not look for its message. */
  protocol: 'none' | 'imap' | 'pop3';
  host: string;
  port: string;
  /** False while the port follows protocol and encryption. */
  portIsOwn: boolean;
  encryption: 'starttls' | 'tls';
  trust: TrustForm;
  userName: SourcedText;
  password: SecretForm;
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
  authentication: { mode: 'none' | 'password'; userName: SourcedText; password: SecretForm };
  clientName: string;
  timeoutMs: string;
  maxConnections: string;
  arrival: ArrivalForm;
  folder: string;
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
  authentication: { mode: 'password', userName: emptySourcedText, password: emptySecret },
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
    userName: emptySourcedText,
    password: emptySecret,
  },
  folder: '',
};
