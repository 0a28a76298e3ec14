import { accountOf, type ResolvedSmtp } from '../resolvedProfile.ts';
import type { ComposedMessage } from './composeMessage.ts';
import type { TokenHolder } from './oauth/tokenSession.ts';

/** A message on its way through an SMTP server. */
export type SmtpDelivery = {
  /** Marks the message, so that it can be found again. */
  proofId: string;
  values: ResolvedSmtp;
  /** Addresses of the envelope; every one of them must be accepted, or nothing is sent. */
  recipients: readonly string[];
  /** Called once, when its size is needed. */
  compose: () => Promise<ComposedMessage>;
  /** Where it ends: before DATA, with the server's acceptance, or when the message was seen in the mailbox. */
  until: 'envelope' | 'deliver' | 'arrive';
  /** Whose tokens it goes with; called when one is needed. */
  tokenHolder: () => Promise<TokenHolder>;
};

/** What the texts of findings may name. */
export const deliveryParameters = ({ values, recipients }: SmtpDelivery): Record<string, string> => ({
  host: values.host,
  port: String(values.port),
  sender: values.from.address,
  recipient: recipients.join(', '),
  ...(values.maxConnections === null ? {} : { maxConnections: String(values.maxConnections) }),
  ...(accountOf(values.authentication) === '' ? {} : { userName: accountOf(values.authentication) }),
});
