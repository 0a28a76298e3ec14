import type { Finding } from '../../../contract/proof/finding.ts';
import type { MailboxRefusal } from '../../../protocols/mailbox.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { isApplicationOfTenant } from '../../oauth/resolvedClient.ts';
import type { ResolvedSignIn } from '../resolvedProfile.ts';

/** What is said of a password, or of a token without more. */
const refusals: ReadonlySet<string> = new Set<FindingCode>([
  ...(['mailboxSignInRefused', 'tokenRefused', 'wrongCredentials'] as const),
]);

/** What Exchange Online says where it took the token and gives the mailbox to nobody with it (github.com/jstedfast/MailKit/issues/1135). */
const isNotConnected = (message: string): boolean => /\bauthenticated but not connected\b/i.test(message);

type Refused = {
  about: MailboxRefusal['about'];
  message: string;
  parameters: Readonly<Record<string, string>>;
};

/**
 * What `finding` means where a mailbox was signed in to with a token: no password was wrong. An application whose token is right
 * has mostly not been let into the mailbox.
 */
export const mailboxTokenRefusal = (
  signIn: ResolvedSignIn,
  finding: Finding,
  { about, message, parameters }: Refused,
): Finding => {
  const isRefused = about === 'signIn' && refusals.has(finding.code);
  if (signIn.mode !== 'oauth2' || !(isRefused || isNotConnected(message))) return finding;
  const { client, userName: mailbox } = signIn;
  return isApplicationOfTenant(client)
    ? makeFinding('mailboxApplicationNotAdmitted', { ...parameters, clientId: client.clientId, mailbox })
    : makeFinding('mailboxTokenRefused', parameters);
};
