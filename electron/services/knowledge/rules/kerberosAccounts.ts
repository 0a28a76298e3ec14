import type { Rule } from './rule.ts';

/**
 * Why a KDC refuses an account: error codes of RFC 4120 7.5.9 by name and number, and the words that MIT, Heimdal, Windows and
 * Java have for them.
 */
export const kerberosAccountRules: readonly Rule[] = [
  {
    code: 'kerberosUserUnknown',
    when: { systemCode: ['KRB:6', 'KDC_ERR_C_PRINCIPAL_UNKNOWN', 'KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN'] },
    examples: [
      'KrbException: Client not found in Kerberos database (6)',
      'KRB Error: KDC_ERR_C_PRINCIPAL_UNKNOWN',
    ],
  },
  {
    code: 'kerberosUserUnknown',
    when: {
      words:
        /\bclient .{0,120}not found in kerberos database|kinit: krb5_get_init_creds: Client \(\S{1,120}\) unknown/i,
    },
    examples: [
      "kinit: Client 'anna@CORP.EXAMPLE.ORG' not found in Kerberos database while getting initial credentials",
      'kinit: krb5_get_init_creds: Client (anna@CORP.EXAMPLE.ORG) unknown',
    ],
  },
  {
    code: 'kerberosAccountRevoked',
    when: { systemCode: ['KRB:18', 'KDC_ERR_CLIENT_REVOKED', 'KRB5KDC_ERR_CLIENT_REVOKED'] },
    examples: [
      'KRB Error: KDC_ERR_CLIENT_REVOKED',
      'A Kerberos authentication ticket (TGT) was requested. Failure Code: 0x12',
    ],
  },
  {
    code: 'kerberosAccountRevoked',
    when: { words: /clients?['’]? ?s? credentials have been revoked/i },
    examples: [
      "kinit: Client's credentials have been revoked while getting initial credentials",
      'KRB5: Clients credentials have been revoked',
    ],
  },
  {
    code: 'kerberosPasswordExpired',
    when: { systemCode: ['KRB:23', 'KDC_ERR_KEY_EXPIRED', 'KDC_ERR_KEY_EXP', 'KRB5KDC_ERR_KEY_EXP'] },
    examples: [
      'KRB Error: KDC_ERR_KEY_EXPIRED',
      'A Kerberos authentication ticket (TGT) was requested. Result Code: 0x17',
    ],
  },
  {
    code: 'kerberosPasswordExpired',
    when: { words: /(?:kinit|krb5).{0,60}password has expired|password has expired.{0,40}kerberos/i },
    examples: ['kinit: Password has expired while getting initial credentials'],
  },
  {
    code: 'kerberosPasswordWrong',
    when: {
      systemCode: [
        'KRB:24',
        'KRB:31',
        'KDC_ERR_PREAUTH_FAILED',
        'KRB5KDC_ERR_PREAUTH_FAILED',
        'KRB5KRB_AP_ERR_BAD_INTEGRITY',
      ],
    },
    examples: [
      'LoginException: Pre-authentication information was invalid (24)',
      'KRB Error: KDC_ERR_PREAUTH_FAILED',
      'KrbException: Integrity check on decrypted field failed (31)',
    ],
  },
  {
    code: 'kerberosPasswordWrong',
    when: { words: /\bpreauthentication failed|(?:kinit|krb5).{0,60}password incorrect/i },
    examples: [
      'kinit: Preauthentication failed while getting initial credentials',
      'kinit: Password incorrect while getting initial credentials',
    ],
  },
  {
    code: 'kerberosPolicyRefused',
    when: { systemCode: ['KRB:12', 'KDC_ERR_POLICY', 'KRB5KDC_ERR_POLICY'] },
    examples: ['KRB Error: KDC_ERR_POLICY'],
  },
  {
    code: 'kerberosPolicyRefused',
    when: { words: /KDC policy rejects request/i },
    examples: ['kinit: KDC policy rejects request while getting initial credentials'],
  },
  {
    code: 'kerberosSmartCardFailed',
    when: { systemCode: ['KRB:16', 'KDC_ERR_PADATA_TYPE_NOSUPP', 'KRB5KDC_ERR_PADATA_TYPE_NOSUPP'] },
    examples: [
      'A Kerberos authentication ticket (TGT) was requested. Failure Code: 0x10',
      'KRB Error: KDC_ERR_PADATA_TYPE_NOSUPP',
    ],
  },
];
