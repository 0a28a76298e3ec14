import { describe, expect, it } from 'vitest';
import { codeOf, KerberosError } from '../../../../electron/protocols/kerberos/kerberosError.ts';

const unspecified = 'Unspecified GSS failure.  Minor code may provide more information: ';
const noCredentials = 'No credentials were supplied, or the credentials were unavailable or inaccessible: ';
const mit = (words: string): string => unspecified + words;
const heimdal = (words: string): string => ` Miscellaneous failure (see text): ${words}`;
const windows = (words: string): string => `InitializeSecurityContext: ${words}\r\n`;

/**
 * Words of MIT: lib/krb5/error_tables/krb5_err.et, lib/gssapi/krb5; of Heimdal: lib/krb5/krb5_err.et, krb_err.et and
 * lib/krb5/*.c; of Windows: the messages of winerror.h.
 */
describe('words of Kerberos', () => {
  it.each([
    [mit('Server not found in Kerberos database'), 'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN'],
    [
      mit('Server ldap/dc9.corp.test@CORP.TEST not found in Kerberos database'),
      'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN',
    ],
    [heimdal('Server (ldap/dc9@CORP.TEST) unknown'), 'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN'],
    [windows('The specified target is unknown or unreachable'), 'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN'],
    [mit("Client 'svc@CORP.TEST' not found in Kerberos database"), 'KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN'],
    [heimdal('Client (svc@CORP.TEST) unknown'), 'KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN'],
    [mit('Preauthentication failed'), 'KRB5KDC_ERR_PREAUTH_FAILED'],
    [mit('Decrypt integrity check failed'), 'KRB5KRB_AP_ERR_BAD_INTEGRITY'],
    [mit("Client's credentials have been revoked"), 'KRB5KDC_ERR_CLIENT_REVOKED'],
    [mit('Password has expired'), 'KRB5KDC_ERR_KEY_EXP'],
    [mit('Clock skew too great'), 'KRB5KRB_AP_ERR_SKEW'],
    [heimdal('time skew (600) larger than max (300)'), 'KRB5KRB_AP_ERR_SKEW'],
    [windows('The clocks on the client and server machines are skewed.'), 'KRB5KRB_AP_ERR_SKEW'],
    [mit('Ticket expired'), 'KRB5KRB_AP_ERR_TKT_EXPIRED'],
    ['The referenced context has expired: Ticket expired', 'KRB5KRB_AP_ERR_TKT_EXPIRED'],
    [mit('Ticket not yet valid'), 'KRB5KRB_AP_ERR_TKT_NYV'],
    [mit('Message stream modified'), 'KRB5KRB_AP_ERR_MODIFIED'],
    [mit('KDC has no support for encryption type'), 'KRB5KDC_ERR_ETYPE_NOSUPP'],
    [windows('The encryption type requested is not supported by the KDC.'), 'KRB5KDC_ERR_ETYPE_NOSUPP'],
    [mit('KDC policy rejects request'), 'KRB5KDC_ERR_POLICY'],
    [noCredentials + "Cannot contact any KDC for realm 'CORP.TEST'", 'KRB5_KDC_UNREACH'],
    [heimdal('unable to reach any KDC in realm CORP.TEST'), 'KRB5_KDC_UNREACH'],
    [windows('No authority could be contacted for authentication.'), 'KRB5_KDC_UNREACH'],
    [noCredentials + 'Cannot find KDC for realm "CORP.TEST"', 'KRB5_REALM_UNKNOWN'],
    [mit('Cannot find KDC for requested realm'), 'KRB5_REALM_UNKNOWN'],
    [mit('Configuration file does not specify default realm'), 'KRB5_CONFIG_NODEFREALM'],
    [
      noCredentials + 'No Kerberos credentials available (default cache: FILE:/tmp/krb5cc_0)',
      'KRB5_FCC_NOFILE',
    ],
    [mit('No credentials cache found'), 'KRB5_FCC_NOFILE'],
    [mit("Credentials cache file '/tmp/krb5cc_0' not found"), 'KRB5_FCC_NOFILE'],
    [windows('No credentials are available in the security package'), 'KRB5_FCC_NOFILE'],
    [mit('Key table entry not found'), 'KRB5_KT_NOTFOUND'],
    [mit('Cannot resolve servers for KDC in realm "CORP.TEST"'), 'KRB5_REALM_CANT_RESOLVE'],
    [windows('The logon attempt failed'), 'SEC_E_LOGON_DENIED'],
    [windows('The token supplied to the function is invalid'), 'SEC_E_INVALID_TOKEN'],
    [windows('The target principal name is incorrect.'), 'SEC_E_WRONG_PRINCIPAL'],
    [
      windows('The KDC was unable to generate a referral for the service requested.'),
      'SEC_E_KDC_UNABLE_TO_REFER',
    ],
    ['EncryptMessage: The function requested is not supported', 'SEC_E_UNSUPPORTED_FUNCTION'],
    [windows('The Local Security Authority cannot be contacted'), 'SEC_E_INTERNAL_ERROR'],
    ['Invalid token was supplied: Unknown error', 'GSS_S_DEFECTIVE_TOKEN'],
    ['An unsupported mechanism was requested: Unknown error', 'GSS_S_BAD_MECH'],
  ])('%s', (words, code) => {
    expect(codeOf(words)).toBe(code);
  });

  it('that nobody knows, as those of a Windows in another language, are kept', () => {
    const error = new KerberosError(windows('Das angegebene Ziel ist unbekannt oder nicht erreichbar.'));
    expect(error).toMatchObject({
      code: null,
      words: 'InitializeSecurityContext: Das angegebene Ziel ist unbekannt oder nicht erreichbar.',
    });
  });
});
