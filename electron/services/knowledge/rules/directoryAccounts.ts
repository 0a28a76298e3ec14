import type { Rule } from './rule.ts';

/**
 * Why Active Directory refuses an account: Win32 errors (MS-ERREF 2.2), which a bind names as `data 52e` and programs in
 * decimal or as HRESULT 0x8007052E, and their NTSTATUS (MS-ERREF 2.3.1).
 */
export const directoryAccountRules: readonly Rule[] = [
  {
    code: 'channelBindingRefused',
    when: { systemCode: ['SSPI:80090346', '0X80090346', 'SEC_E_BAD_BINDINGS'] },
    examples: [
      'ldap_bind: Invalid credentials (49) additional info: 80090346: LdapErr: DSID-0C090597, comment: AcceptSecurityContext error, data 80090346, v4563',
      'AcceptSecurityContext failed: SEC_E_BAD_BINDINGS',
    ],
  },
  {
    code: 'directoryUserUnknown',
    when: {
      systemCode: [
        'WIN32:1317',
        '0XC0000064',
        'STATUS_NO_SUCH_USER',
        'NT_STATUS_NO_SUCH_USER',
        'ERROR_NO_SUCH_USER',
      ],
    },
    examples: [
      '[LDAP: error code 49 - 80090308: LdapErr: DSID-0C09030B, comment: AcceptSecurityContext error, data 525, v893]',
      'winbindd: Could not authenticate user CORP\\annna: NT_STATUS_NO_SUCH_USER',
    ],
  },
  {
    code: 'directoryPasswordMustChange',
    when: {
      systemCode: [
        'WIN32:1907',
        '0XC0000224',
        'STATUS_PASSWORD_MUST_CHANGE',
        'NT_STATUS_PASSWORD_MUST_CHANGE',
        'ERROR_PASSWORD_MUST_CHANGE',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 773, v4563',
      "COMException (0x80070773): The user's password must be changed before signing in.",
    ],
  },
  {
    code: 'directoryPasswordExpired',
    when: {
      systemCode: [
        'WIN32:1330',
        '0XC0000071',
        'STATUS_PASSWORD_EXPIRED',
        'NT_STATUS_PASSWORD_EXPIRED',
        'ERROR_PASSWORD_EXPIRED',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 532, v4563',
      'System error 1330 has occurred.',
    ],
  },
  {
    code: 'directoryAccountLocked',
    when: {
      systemCode: [
        'WIN32:1909',
        '0XC0000234',
        'STATUS_ACCOUNT_LOCKED_OUT',
        'NT_STATUS_ACCOUNT_LOCKED_OUT',
        'ERROR_ACCOUNT_LOCKED_OUT',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 775, v4563',
      'DirectoryServicesCOMException (0x80070775): The referenced account is currently locked out and may not be logged on to.',
    ],
  },
  {
    code: 'directoryAccountLocked',
    when: { words: /the referenced account is currently locked out and may not be logged on to/i },
    examples: ['The referenced account is currently locked out and may not be logged on to.'],
  },
  {
    code: 'directoryAccountDisabled',
    when: {
      systemCode: [
        'WIN32:1331',
        '0XC0000072',
        'STATUS_ACCOUNT_DISABLED',
        'NT_STATUS_ACCOUNT_DISABLED',
        'ERROR_ACCOUNT_DISABLED',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 533, v4563',
      'System error 1331 has occurred.',
    ],
  },
  {
    code: 'directoryAccountExpired',
    when: {
      systemCode: [
        'WIN32:1793',
        '0XC0000193',
        'STATUS_ACCOUNT_EXPIRED',
        'NT_STATUS_ACCOUNT_EXPIRED',
        'ERROR_ACCOUNT_EXPIRED',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 701, v4563',
      "System error 1793 has occurred. The user's account has expired.",
    ],
  },
  {
    code: 'directorySignInHours',
    when: {
      systemCode: [
        'WIN32:1328',
        '0XC000006F',
        'STATUS_INVALID_LOGON_HOURS',
        'NT_STATUS_INVALID_LOGON_HOURS',
        'ERROR_INVALID_LOGON_HOURS',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 530, v4563',
      'System error 1328 has occurred.',
    ],
  },
  {
    code: 'directoryWorkstationRefused',
    when: {
      systemCode: [
        'WIN32:1329',
        '0XC0000070',
        'STATUS_INVALID_WORKSTATION',
        'NT_STATUS_INVALID_WORKSTATION',
        'ERROR_INVALID_WORKSTATION',
      ],
    },
    examples: ['80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 531, v4563'],
  },
  {
    code: 'directorySignInTypeRefused',
    when: {
      systemCode: [
        'WIN32:1385',
        '0XC000015B',
        'STATUS_LOGON_TYPE_NOT_GRANTED',
        'NT_STATUS_LOGON_TYPE_NOT_GRANTED',
        'ERROR_LOGON_TYPE_NOT_GRANTED',
      ],
    },
    examples: [
      'System error 1385 has occurred. Logon failure: the user has not been granted the requested logon type at this computer.',
    ],
  },
  {
    code: 'directoryAccountRestricted',
    when: {
      systemCode: [
        'WIN32:1327',
        '0XC000006E',
        'STATUS_ACCOUNT_RESTRICTION',
        'NT_STATUS_ACCOUNT_RESTRICTION',
        'ERROR_ACCOUNT_RESTRICTION',
      ],
    },
    examples: [
      'System error 1327 has occurred. Account restrictions are preventing this user from signing in.',
    ],
  },
  {
    code: 'tokenTooLarge',
    when: {
      systemCode: ['WIN32:1384', '0XC000015A', 'STATUS_TOO_MANY_CONTEXT_IDS', 'ERROR_TOO_MANY_CONTEXT_IDS'],
    },
    examples: ['80090308: LdapErr: DSID-0C09042F, comment: AcceptSecurityContext error, data 568, v4563'],
  },
  {
    code: 'tokenTooLarge',
    when: { words: /security context accumulated too many security IDs/i },
    examples: ["During a logon attempt, the user's security context accumulated too many security IDs."],
  },
  {
    code: 'directoryPasswordPolicy',
    when: {
      systemCode: [
        'WIN32:1325',
        '0XC000006C',
        'STATUS_PASSWORD_RESTRICTION',
        'NT_STATUS_PASSWORD_RESTRICTION',
      ],
    },
    examples: [
      'ldap_modify: Constraint violation (19) additional info: 0000052D: Constraint violation - check_password_restrictions: password is too young to change!',
    ],
  },
  {
    code: 'directoryCredentialsWrong',
    when: {
      systemCode: [
        'WIN32:1326',
        'WIN32:86',
        '0XC000006D',
        '0XC000006A',
        'STATUS_LOGON_FAILURE',
        'NT_STATUS_LOGON_FAILURE',
        'STATUS_WRONG_PASSWORD',
        'NT_STATUS_WRONG_PASSWORD',
        'ERROR_LOGON_FAILURE',
        '0X8009030C',
        'SEC_E_LOGON_DENIED',
      ],
    },
    examples: [
      '80090308: LdapErr: DSID-0C090569, comment: AcceptSecurityContext error, data 52e, v4563',
      'DirectoryServicesCOMException (0x8007052E): The user name or password is incorrect.',
      'System error 1326 has occurred.',
      'AcceptSecurityContext failed with code 0x8009030C (The logon attempt failed)',
      '-2146893044',
      'An account failed to log on. Status: 0xC000006D',
    ],
  },
  {
    code: 'directoryCredentialsWrong',
    when: { words: /the user name or password is incorrect|server has rejected the client credentials/i },
    examples: [
      'Get-ADUser : The server has rejected the client credentials.',
      'The user name or password is incorrect.',
      "Add-Computer : Computer 'WS01' failed to join domain 'corp.example.org' with following error message: The user name or password is incorrect.",
    ],
  },
];
