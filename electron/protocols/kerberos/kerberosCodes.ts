/**
 * The codes that matter for a sign-in, by the words that MIT Kerberos (`krb5_err.et`, `gssapi_err_krb5.et`), Heimdal and
 * Windows (`winerror.h`) have for them; the native module gives words alone. The first that fits counts. Names are those
 * of RFC 4120, 7.5.9 and of MIT; of Windows: SEC_E_….
 */
export const kerberosCodes = {
  KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN: [
    /server .*not found in kerberos database/i,
    /server \S* ?unknown/i,
    /specified target is unknown or unreachable/i,
  ],
  KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN: [/client .*not found in kerberos database/i, /client \S* ?unknown/i],
  KRB5KDC_ERR_PREAUTH_FAILED: [/preauthentication failed/i, /pre-authentication failed/i],
  KRB5KRB_AP_ERR_BAD_INTEGRITY: [/decrypt integrity check failed/i],
  KRB5KDC_ERR_CLIENT_REVOKED: [/credentials have been revoked/i, /clients? revoked/i],
  KRB5KDC_ERR_KEY_EXP: [/password has expired/i, /password.*expired/i],
  KRB5KRB_AP_ERR_SKEW: [
    /clock skew too great/i,
    /clocks? .*(?:skewed|not synchronized)/i,
    /time skew/i,
    /clocks on the client and server machines are skewed/i,
  ],
  KRB5KRB_AP_ERR_TKT_EXPIRED: [/ticket expired/i, /credentials? cache .*expired/i, /ticket .*has expired/i],
  KRB5KRB_AP_ERR_TKT_NYV: [/ticket not yet valid/i],
  KRB5KRB_AP_ERR_MODIFIED: [/message stream modified/i, /wrong principal in request/i],
  KRB5KDC_ERR_ETYPE_NOSUPP: [
    /no support for encryption type/i,
    /encryption type .*not supported/i,
    /etype not supported/i,
  ],
  KRB5KDC_ERR_POLICY: [/kdc policy rejects request/i],
  KRB5_KDC_UNREACH: [
    /cannot contact any kdc/i,
    /unable to reach any kdc/i,
    /no authority could be contacted/i,
    /no logon servers/i,
  ],
  KRB5_REALM_UNKNOWN: [
    /cannot find kdc for (?:requested )?realm/i,
    /unable to find realm/i,
    /no kdc found for/i,
  ],
  KRB5_CONFIG_NODEFREALM: [/does not specify default realm/i, /no default realm/i],
  KRB5_FCC_NOFILE: [
    /no credentials cache found/i,
    /credentials cache file .*not found/i,
    /no kerberos credentials available/i,
    /no credentials were supplied/i,
    /no such credentials? cache/i,
    /no credentials are available in the security package/i,
  ],
  KRB5_KT_NOTFOUND: [/key table entry not found/i, /no key table entry found/i, /client keytab .*not found/i],
  KRB5_REALM_CANT_RESOLVE: [/cannot resolve (?:network address|servers) for kdc/i],
  SEC_E_LOGON_DENIED: [/logon attempt failed/i],
  SEC_E_INVALID_TOKEN: [/token supplied to the function is invalid/i],
  SEC_E_WRONG_PRINCIPAL: [/target principal name is incorrect/i],
  SEC_E_KDC_UNABLE_TO_REFER: [/kdc was unable to generate a referral/i],
  SEC_E_UNSUPPORTED_FUNCTION: [/function requested is not supported/i],
  SEC_E_INTERNAL_ERROR: [/local security authority cannot be contacted/i],
  GSS_S_DEFECTIVE_TOKEN: [/invalid token was supplied/i, /token was invalid/i],
  GSS_S_BAD_MECH: [/unsupported mechanism was requested/i],
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;
