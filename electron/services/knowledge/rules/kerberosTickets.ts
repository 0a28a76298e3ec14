import type { Rule } from './rule.ts';

/**
 * Why there is no ticket, or one that is of no use: codes and words as in `kerberosAccounts.ts`. Windows' own codes are SEC_E_…
 * (MS-ERREF 2.1).
 */
export const kerberosTicketRules: readonly Rule[] = [
  {
    code: 'kerberosClockSkew',
    when: {
      systemCode: [
        'KRB:37',
        'KRB_AP_ERR_SKEW',
        'KRB5KRB_AP_ERR_SKEW',
        '0X80090324',
        'SEC_E_TIME_SKEW',
        'WIN32:1398',
      ],
    },
    examples: ['KrbException: Clock skew too great (37)', 'KRB Error: KRB_AP_ERR_SKEW'],
  },
  {
    code: 'kerberosClockSkew',
    when: {
      words:
        /clock skew (?:too great|with KDC too large)|too large time skew|clocks on the client and server machines are skewed/i,
    },
    examples: [
      'kinit: krb5_get_init_creds: Too large time skew',
      'kinit: Clock skew too great while getting initial credentials',
      '[krb5_child[2211]]: Clock skew too great',
    ],
  },
  {
    code: 'kerberosServiceDuplicate',
    when: { systemCode: ['KRB:8', 'KDC_ERR_PRINCIPAL_NOT_UNIQUE', 'KRB5KDC_ERR_PRINCIPAL_NOT_UNIQUE'] },
    examples: ['KRB Error: KDC_ERR_PRINCIPAL_NOT_UNIQUE'],
  },
  {
    code: 'kerberosServiceDuplicate',
    when: {
      words:
        /KDC encountered duplicate names|There are multiple accounts with name \S{1,80} of type DS_SERVICE_PRINCIPAL_NAME/i,
    },
    examples: [
      'The KDC encountered duplicate names while processing a Kerberos authentication request. The duplicate name is HTTP/web01 (of type DS_SERVICE_PRINCIPAL_NAME).',
    ],
  },
  {
    code: 'kerberosServiceUnknown',
    when: {
      systemCode: [
        'KRB:7',
        'KDC_ERR_S_PRINCIPAL_UNKNOWN',
        'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN',
        '0X80090303',
        'SEC_E_TARGET_UNKNOWN',
      ],
    },
    examples: [
      'Error Code: 0x7 KDC_ERR_S_PRINCIPAL_UNKNOWN',
      'KrbException: Server not found in Kerberos database (7)',
    ],
  },
  {
    code: 'kerberosServiceUnknown',
    when: { words: /\bserver .{0,120}not found in kerberos database/i },
    examples: [
      'GSSAPI Error: Unspecified GSS failure. Minor code may provide more information (Server ldap/10.0.0.5@CORP.EXAMPLE.ORG not found in Kerberos database)',
    ],
  },
  {
    code: 'kerberosEncryptionRefused',
    when: {
      systemCode: [
        'KRB:14',
        'KDC_ERR_ETYPE_NOSUPP',
        'KDC_ERR_ETYPE_NOTSUPP',
        'KRB5KDC_ERR_ETYPE_NOSUPP',
        '0X80090342',
      ],
    },
    examples: [
      'KrbException: KDC has no support for encryption type (14)',
      'KRB Error: KDC_ERR_ETYPE_NOSUPP',
    ],
  },
  {
    code: 'kerberosEncryptionRefused',
    when: {
      words:
        /KDC has no support for encryption type|did not have a suitable key for generating a Kerberos ticket|encryption type .{1,60} (?:is )?not supported(?:\/enabled)?|requested etypes ?: .{1,60}accounts? available etypes/i,
    },
    examples: [
      'kinit: KDC has no support for encryption type while getting initial credentials',
      'While processing an AS request for target service krbtgt, the account svc did not have a suitable key for generating a Kerberos ticket (the missing key has an ID of 1).',
      'GSSException: Failure unspecified at GSS-API level (Mechanism level: Encryption type RC4 with HMAC is not supported/enabled)',
    ],
  },
  {
    code: 'kerberosRealmWrong',
    when: { systemCode: ['KRB:68', 'KDC_ERR_WRONG_REALM', 'KRB5KDC_ERR_WRONG_REALM', 'KRB_ERR_WRONG_REALM'] },
    examples: ['KRB Error: KDC_ERR_WRONG_REALM'],
  },
  {
    code: 'kerberosRealmWrong',
    when: {
      words:
        /cannot find KDC for (?:requested )?realm|unable to find realm of host|Configuration file does not specify default realm|Cannot locate default realm|Cannot (?:get kdc for|locate KDC for) realm|reply did not match expectations/i,
    },
    examples: [
      'kinit: Cannot find KDC for realm "CORP.EXAMPLE.ORG" while getting initial credentials',
      'kinit: Configuration file does not specify default realm when parsing name anna',
      'KrbException: Cannot locate default realm',
    ],
  },
  {
    code: 'kerberosTicketNotForServer',
    when: {
      systemCode: ['KRB:41', 'KRB_AP_ERR_MODIFIED', 'KRB5KRB_AP_ERR_MODIFIED'],
    },
    examples: [
      'The Kerberos client received a KRB_AP_ERR_MODIFIED error from the server web01$.',
      'KrbException: Message stream modified (41)',
    ],
  },
  {
    code: 'kerberosTicketNotForServer',
    when: {
      words:
        /GSS-API level \(Mechanism level: Checksum failed\)|^(?!.{0,4096}(?:schannel|\bTLS|\bSSL|certificate)).{0,4096}?target principal name is incorrect/i,
    },
    examples: [
      'GSSException: Failure unspecified at GSS-API level (Mechanism level: Checksum failed)',
      'LDAP bind: The target principal name is incorrect.',
    ],
  },
  {
    code: 'kerberosTicketExpired',
    when: { systemCode: ['KRB:32', 'KRB_AP_ERR_TKT_EXPIRED', 'KRB5KRB_AP_ERR_TKT_EXPIRED'] },
    examples: ['KRB Error: KRB_AP_ERR_TKT_EXPIRED', 'KrbException: Ticket expired (32)'],
  },
  {
    code: 'kerberosTicketExpired',
    when: { words: /\bticket expired|credentials? cache .{0,80}expired/i },
    examples: [
      'GSSAPI Error: Unspecified GSS failure. Minor code may provide more information (Ticket expired)',
    ],
  },
  {
    code: 'kerberosKeytabUnusable',
    when: {
      systemCode: [
        'KRB:44',
        'KRB:45',
        'KRB_AP_ERR_BADKEYVER',
        'KRB_AP_ERR_NOKEY',
        'KRB5KRB_AP_ERR_BADKEYVER',
      ],
    },
    examples: ['KrbException: Specified version of key is not available (44)', 'KRB Error: KRB_AP_ERR_NOKEY'],
  },
  {
    code: 'kerberosKeytabUnusable',
    when: {
      words:
        /keytab contains no suitable keys|key table (?:file .{0,120}not found|entry not found)|no key table entry found|cannot find key of appropriate type to decrypt AP[ -]RE[QP]|unable to obtain password from user/i,
    },
    examples: [
      'kinit: Keytab contains no suitable keys for host/web01.corp.example.org@CORP.EXAMPLE.ORG while getting initial credentials',
      'GSSAPI Error: No key table entry found for ldap/dc1.corp.example.org@CORP.EXAMPLE.ORG',
      'KrbException: Invalid argument (400) - Cannot find key of appropriate type to decrypt AP REP - RC4 with HMAC',
    ],
  },
  {
    code: 'kdcUnreachable',
    when: { systemCode: ['KRB5_KDC_UNREACH', '0X80090311', 'SEC_E_NO_AUTHENTICATING_AUTHORITY'] },
    examples: ['Kerberos: KRB5_KDC_UNREACH'],
  },
  {
    code: 'kdcUnreachable',
    when: {
      words:
        /cannot contact any KDC|unable to reach any KDC|No authority could be contacted for authentication|cannot resolve (?:network address|servers) for KDC|Receive timed out.{0,200}sun\.security\.krb5/i,
    },
    examples: [
      "kinit: Cannot contact any KDC for realm 'CORP.EXAMPLE.ORG' while getting initial credentials",
      'kinit: krb5_get_init_creds: unable to reach any KDC in realm CORP.EXAMPLE.ORG',
    ],
  },
  {
    code: 'kerberosTicketMissing',
    when: {
      systemCode: ['0X8009030E', 'SEC_E_NO_CREDENTIALS'],
      words: /\bklist\b|kerberos/i,
    },
    examples: ['klist failed: 0x8009030e No credentials are available in the security package'],
  },
  {
    code: 'kerberosTicketMissing',
    when: { systemCode: 'KRB5_FCC_NOFILE' },
    examples: ['Kerberos: KRB5_FCC_NOFILE'],
  },
  {
    code: 'windowsCredentialsMissing',
    when: {
      systemCode: ['0X8009030E', 'SEC_E_NO_CREDENTIALS'],
      // Schannel has the same words for a missing client certificate.
      words: /^(?!.{0,4096}(?:schannel|\bTLS|\bSSL|certificate))/i,
    },
    examples: [
      'Win32Exception (0x8009030E): No credentials are available in the security package',
      'SEC_E_NO_CREDENTIALS',
      '-2146893042',
    ],
  },
  {
    code: 'kerberosTicketMissing',
    when: {
      words:
        /no kerberos credentials available|no credentials cache found|credentials cache file .{0,120}not found|failed to find any kerberos tgt|attempt to obtain new INITIATE credentials failed|no credentials were supplied, or the credentials were unavailable/i,
    },
    examples: [
      'SASL(-1): generic failure: GSSAPI Error: Unspecified GSS failure. Minor code may provide more information (No Kerberos credentials available (default cache: FILE:/tmp/krb5cc_0))',
      'klist: No credentials cache found (filename: /tmp/krb5cc_0) Kerberos',
      'GSSException: No valid credentials provided (Mechanism level: Failed to find any Kerberos tgt)',
    ],
  },
];
