import {
  KerberosError,
  KerberosUnavailable,
  type KnownKerberosCode,
} from '../../../protocols/kerberos/kerberosError.ts';
import { gssapiBind, GssapiBindError } from '../../../protocols/ldap/gssapiBind.ts';
import type { LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import { LdapDisconnection, LdapError } from '../../../protocols/ldap/ldapError.ts';
import { ldapResultCodes } from '../../../protocols/ldap/ldapResult.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { bindName } from './bindName.ts';
import type { DirectoryParts } from './directoryParts.ts';

/** The connection that is signed in on. */
export type BoundTo = {
  dialogue: LdapDialogue;
  isEncrypted: boolean;
  /** DNS name of the controller, of which its Kerberos principal is made. */
  host: string;
};

const bindWithTicket = async (
  { dialogue, host }: BoundTo,
  { openSecurityContext }: Pick<DirectoryParts, 'openSecurityContext'>,
  { signal, evidence }: StageWork,
): Promise<void> => {
  evidence.fact('mechanism', 'GSSAPI');
  const context = await openSecurityContext({ service: 'ldap', host });
  await gssapiBind(context, dialogue, signal);
  if (context.userName !== null) evidence.fact('userName', context.userName);
};

/**
 * Signs in as the identity that reads: once, whatever the answer is, because repeating locks accounts. Inside of TLS only,
 * also with a ticket: nothing else protects what is read after it. Throws StageFailure (ldapEncryptionRequired), LdapError, KerberosError and what breaks the dialogue.
 */
export const bindIdentity = async (
  bound: BoundTo,
  { identity, domain }: Pick<ResolvedDirectory, 'identity' | 'domain'>,
  parts: Pick<DirectoryParts, 'openSecurityContext'>,
  work: StageWork,
): Promise<void> => {
  if (!bound.isEncrypted) throw new StageFailure(makeFinding('ldapEncryptionRequired', {}));
  if (identity.mode === 'windows') return bindWithTicket(bound, parts, work);
  const { signal, evidence } = work;
  const name = bindName(identity.userName, domain);
  evidence.fact('mechanism', 'simple');
  evidence.fact('userName', name);
  evidence.fact('credentialSource', identity.source);
  if (identity.password === '') throw new StageFailure(makeFinding('directoryPasswordEmpty', {}));
  await bound.dialogue.bindSimple(name, identity.password, signal);
};

const refusedByKdc = new Set<KnownKerberosCode | null>([
  'KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN',
  'KRB5KDC_ERR_PREAUTH_FAILED',
  'KRB5KRB_AP_ERR_BAD_INTEGRITY',
  'KRB5KDC_ERR_CLIENT_REVOKED',
  'KRB5KDC_ERR_KEY_EXP',
  'SEC_E_LOGON_DENIED',
]);

/** True when name and password were refused: another controller would count it as one more failed attempt. */
export const isCredentialRefusal = (error: unknown): boolean =>
  error instanceof KerberosError
    ? refusedByKdc.has(error.code)
    : error instanceof LdapError && error.resultCode === ldapResultCodes.invalidCredentials;

/** What tells that a bind was judged, or that it was never sent. */
const isJudged = (error: unknown): boolean =>
  (error instanceof LdapError && !(error instanceof LdapDisconnection)) ||
  [StageFailure, KerberosError, KerberosUnavailable, GssapiBindError].some((kind) => error instanceof kind);

/**
 * True when the same bind elsewhere could count as one more failed attempt: it was refused, or broke off so that nobody knows
 * what came of it.
 */
export const endsAttempts = (error: unknown): boolean => isCredentialRefusal(error) || !isJudged(error);
