import type { Finding } from '../../../contract/proof/finding.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { isApplicationOfTenant } from '../../oauth/resolvedClient.ts';
import type { ResolvedSignIn } from '../resolvedProfile.ts';

/** What is said of a password, or of a token without more. */
const refusals: ReadonlySet<string> = new Set<FindingCode>([
  ...(['mailboxSignInRefused', 'tokenRefused', 'wrongCredentials'] as const),
]);

/**
 * What `finding` means where a mailbox was signed in to with a token: no password was wrong. An application whose token is right
 * has mostly not been let into the mailbox.
 */
export const mailboxTokenRefusal = (
  signIn: ResolvedSignIn,
  finding: Finding,
  parameters: Readonly<Record<string, string>>,
): Finding => {
  if (signIn.mode !== 'oauth2' || !refusals.has(finding.code)) return finding;
  const { client, userName: mailbox } = signIn;
  return isApplicationOfTenant(client)
    ? makeFinding('mailboxApplicationNotAdmitted', { ...parameters, clientId: client.clientId, mailbox })
    : makeFinding('mailboxTokenRefused', parameters);
};
