import type { DirectoryAnswer } from './directoryAnswer.ts';

/** Somebody who can sign in at a scripted directory. */
export type DirectoryAccount = {
  /** All names that are accepted (MS-ADTS 5.1.1.1.1): DN, user principal name, `DOMAIN\name` … */
  readonly names: readonly string[];
  readonly password: string;
  /** Sub-code of the refusal, also of the right password: `533` disabled, `773` must change the password … */
  readonly refusal?: string;
};

/** What a domain controller demands of those who sign in. */
export type WindowsDemands = {
  /** "Domain controller: LDAP server signing requirements"; true, as current Windows has it. */
  readonly signing?: boolean;
  /** "LDAP server channel binding token requirements" is "Always". */
  readonly channelBinding?: boolean;
};

/**
 * A refusal in the words of a domain controller: SSPI's error, and AD's sub-code as `data`. The words are those of
 * Windows Server, as they are printed everywhere; MS-ADTS 5.1.1.1.1 says invalidCredentials and leaves the rest open.
 */
export function bindRefusal(data: string, win32 = '80090308'): DirectoryAnswer {
  const diagnosticMessage = `${win32}: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data ${data}, v4563\0`;
  return { result: { resultCode: 49, diagnosticMessage } };
}

/** As Windows Server says since signing is demanded (ADV190023); MS-ERREF 2.2: ERROR_DS_STRONG_AUTH_REQUIRED. */
export const signingDemanded: DirectoryAnswer = {
  result: {
    resultCode: 8,
    diagnosticMessage:
      '00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563\0',
  },
};

/** SEC_E_BAD_BINDINGS, for a SASL bind without the token of the TLS channel (MS-ADTS 5.1.2.2; RFC 5929, 4). */
export const channelBindingDemanded: DirectoryAnswer = bindRefusal('80090346', '80090346');

/** MS-ADTS 5.1.3 and 6.1.1.2.4.1.2 (fLDAPBlockAnonOps): who has not signed in sees the rootDSE only. */
export const bindDemanded: DirectoryAnswer = {
  result: {
    resultCode: 1,
    diagnosticMessage:
      '000004DC: LdapErr: DSID-0C090A5C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563\0',
  },
};

/**
 * Answers a simple bind as a domain controller does: without a password it is an anonymous one and succeeds, whatever
 * the name (RFC 4513, 5.1.2); an unknown name is told by 525, a wrong password by 52e.
 */
export function windowsBind(
  accounts: readonly DirectoryAccount[],
  { name, password, secure }: { readonly name: string; readonly password: string; readonly secure: boolean },
  { signing = true }: WindowsDemands,
): DirectoryAnswer {
  if (password === '') return { result: {} };
  if (signing && !secure) return signingDemanded;
  const account = accounts.find(({ names }) => names.some((own) => own.toLowerCase() === name.toLowerCase()));
  if (account === undefined) return bindRefusal('525');
  if (account.refusal !== '775' && account.password !== password) return bindRefusal('52e');
  return account.refusal === undefined ? { result: {} } : bindRefusal(account.refusal);
}
