import type { SmtpView } from '../../../../../../electron/contract/mail/profile.ts';

/** A relay without sign-in. */
export const relayView: SmtpView = {
  kind: 'smtp',
  name: 'head-office',
  from: { address: 'console@corp.example', displayName: 'Relay Console' },
  testRecipient: null,
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  trust: { mode: 'system' },
  authentication: { mode: 'none' },
  clientName: null,
  timeoutMs: 30_000,
  maxConnections: null,
  arrival: null,
};
