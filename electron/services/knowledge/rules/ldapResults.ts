import type { Rule } from './rule.ts';

const results = (...codes: readonly number[]): string[] => codes.map((code) => `LDAP:${String(code)}`);

/**
 * What a bare result code says: RFC 4511 appendix A, IANA's registry, and the clients' own codes (below 0 of OpenLDAP,
 * above 80 of Windows). Looked at last: servers often say more in words.
 */
export const ldapResultRules: readonly Rule[] = [
  {
    code: 'ldapEncryptionRequired',
    when: { systemCode: results(8, 13) },
    examples: [
      'ldap_bind: Strong(er) authentication required (8)',
      '[LDAP: error code 13 - Confidentiality Required]',
    ],
  },
  {
    code: 'ldapProtocolError',
    when: { systemCode: results(2, 120) },
    examples: ['ldap_start_tls: Protocol error (2)'],
  },
  {
    code: 'searchTimeLimit',
    when: { systemCode: results(3) },
    examples: ['[LDAP: error code 3 - Timelimit Exceeded]'],
  },
  {
    code: 'searchSizeLimit',
    when: { systemCode: results(4) },
    examples: [
      'result: 4 Size limit exceeded',
      'size limit exceeded (4)',
      "ldap.SIZELIMIT_EXCEEDED: {'desc': 'Size limit exceeded'}",
    ],
  },
  {
    code: 'searchAdministrativeLimit',
    when: { systemCode: results(11) },
    examples: ['[LDAP: error code 11 - Administrative Limit Exceeded]'],
  },
  {
    code: 'ldapMechanismRefused',
    when: { systemCode: results(7, 48) },
    examples: [
      'ldap_bind: Inappropriate authentication (48)',
      '[LDAP: error code 7 - Unknown Authentication Method]',
    ],
  },
  {
    code: 'ldapReferral',
    when: { systemCode: results(10) },
    examples: ['result: 10 Referral', '[LDAP: error code 10 - Referral]'],
  },
  {
    code: 'ldapControlRefused',
    when: { systemCode: results(12, 76, 92, 93) },
    examples: ['ldap_search_ext: Critical extension is unavailable (12)'],
  },
  {
    code: 'ldapAttributeUnknown',
    when: { systemCode: results(16, 17) },
    examples: ['ldap_modify: No such attribute (16)', 'ldap_add: Undefined attribute type (17)'],
  },
  {
    code: 'ldapFilterInvalid',
    when: { systemCode: results(18, 87, -7) },
    examples: ['[LDAP: error code 18 - Inappropriate Matching]'],
  },
  {
    code: 'ldapChangeRefused',
    when: { systemCode: results(19, 21, 64, 65, 66, 67, 69, 71) },
    examples: [
      'ldap_add: Object class violation (65)',
      'ldap_delete: Operation not allowed on non-leaf (66)',
      'ldap_modify: Invalid syntax (21)',
    ],
  },
  {
    code: 'ldapObjectExists',
    when: { systemCode: results(20, 68) },
    examples: ['ldap_add: Already exists (68)', 'ldap_modify: Type or value exists (20)'],
  },
  {
    code: 'directoryObjectMissing',
    when: { systemCode: results(32) },
    examples: [
      'result: 32 No such object',
      'no such object (32)',
      '[LDAP: error code 32 - No Such Object]',
      'LDAPException: LDAP_NO_SUCH_OBJECT',
    ],
  },
  {
    code: 'directoryNameInvalid',
    when: { systemCode: results(34) },
    examples: ['ldap_bind: Invalid DN syntax (34)', 'Error <34>: ldap_search_s() failed: Invalid DN Syntax.'],
  },
  {
    code: 'directoryCredentialsRefused',
    when: { systemCode: results(49) },
    examples: [
      'ldap_bind: Invalid credentials (49)',
      '[LDAP: error code 49 - Invalid Credentials]',
      'LDAP Result Code 49 "Invalid Credentials": ',
      'LDAP error 0x31 (Invalid Credentials)',
    ],
  },
  {
    code: 'directoryRightsMissing',
    when: { systemCode: results(50, 123) },
    examples: ['ldap_modify: Insufficient access (50)', 'ldap_search: Proxied Authorization Denied (123)'],
  },
  { code: 'ldapBusy', when: { systemCode: results(51) }, examples: ['ldap_search: Server is busy (51)'] },
  {
    code: 'ldapUnavailable',
    when: { systemCode: results(52) },
    examples: ['ldap_bind: Server is unavailable (52)'],
  },
  {
    code: 'ldapUnwilling',
    when: { systemCode: results(53) },
    examples: ['ldap_bind: Server is unwilling to perform (53)'],
  },
  {
    code: 'ldapReferralLoop',
    when: { systemCode: results(54, 96, 97) },
    examples: ['ldap_search: Loop detected (54)', 'ldap_search: Referral Limit Exceeded (97)'],
  },
  {
    code: 'ldapServerError',
    when: { systemCode: results(1, 80) },
    examples: ['ldap_search: Operations error (1)', '[LDAP: error code 80 - Other]'],
  },
  {
    code: 'ldapLocalError',
    when: { systemCode: [...results(82, -2), 'WIN32:8251'] },
    examples: [
      'ldap_sasl_interactive_bind: Local error (-2)',
      'LDAP error 82 (Local Error)',
      'COMException (0x8007203B)',
    ],
  },
  { code: 'ldapTimedOut', when: { systemCode: results(85, -5) }, examples: ['ldap_result: Timed out (-5)'] },
  {
    code: 'ldapRefused',
    when: { systemCode: results(33, 36, 113, 114, 115, 116, 117, 118, 119, 121, 122, 4096) },
    examples: ['ldap_modify: Assertion Failed (122)', '[LDAP: error code 33 - Alias Problem]'],
  },
];
