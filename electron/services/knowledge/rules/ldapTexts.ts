import type { Rule } from './rule.ts';

/** What LDAP servers and clients say in words, and events of a domain controller: more than their result code says. */
export const ldapTextRules: readonly Rule[] = [
  {
    code: 'ldapSignInRequired',
    when: { systemCode: 'WIN32:1244' },
    examples: [
      '000004DC: LdapErr: DSID-0C090A4C, comment: In order to perform this operation a successful bind must be completed on the connection., data 0, v4563',
    ],
  },
  {
    code: 'ldapSignInRequired',
    when: {
      words: /a success?ful bind must be completed on the con|Operation unavailable without authentication/i,
    },
    examples: [
      'ldap_search: Operations error (1) additional info: 00002020: Operation unavailable without authentication',
      '00002020: Operation unavailable without authentication',
    ],
  },
  {
    code: 'ldapEncryptionRequired',
    when: { systemCode: 'WIN32:8232' },
    examples: [
      '00002028: LdapErr: DSID-0C090254, comment: The server requires binds to turn on integrity checking if SSL\\TLS are not already active on the connection, data 0, v4563',
    ],
  },
  {
    code: 'ldapEncryptionRequired',
    when: {
      words:
        /requires binds to turn on integrity checking|Transport encryption required|Strong(?:\(er\)|er)? authentication (?:is )?required|confidentiality required|Sign or Seal are required/i,
    },
    examples: [
      'ldap_bind: Strong(er) authentication required (8) additional info: BindSimple: Transport encryption required.',
      'DirectoryOperationException: Strong authentication is required for this operation.',
      'ldap_bind: Confidentiality required (13) additional info: confidentiality required',
    ],
  },
  {
    code: 'ldapUnwilling',
    when: { words: /Sign or Seal are not allowed if TLS is used/i },
    examples: [
      'ldap_sasl_interactive_bind: Server is unwilling to perform (53) additional info: SASL:[GSS-SPNEGO]: Sign or Seal are not allowed if TLS is used',
    ],
  },
  {
    code: 'channelBindingRefused',
    when: { words: /failed the LDAP channel binding token validation/i },
    examples: [
      'Event 3039: The following client performed an LDAP bind over SSL/TLS and failed the LDAP channel binding token validation.',
    ],
  },
  {
    code: 'channelBindingNotRequired',
    when: { words: /configuring the server to enforce validation of Channel Binding Tokens/i },
    examples: [
      'Event 3041: The security of this directory server can be significantly enhanced by configuring the server to enforce validation of Channel Binding Tokens received in LDAP bind requests sent over LDAPS connections.',
    ],
  },
  {
    code: 'ldapSigningNotRequired',
    when: {
      words:
        /some clients attempted to perform LDAP binds that were either|performed a SASL \(Negotiate\/Kerberos\/NTLM\/Digest\) LDAP bind without requesting signing|configuring the server to reject SASL \(Negotiate/i,
    },
    examples: [
      'Event 2887: During the previous 24 hour period, some clients attempted to perform LDAP binds that were either: (1) A SASL (Negotiate, Kerberos, NTLM, or Digest) LDAP bind that did not request signing',
      'Event 2889: The following client performed a SASL (Negotiate/Kerberos/NTLM/Digest) LDAP bind without requesting signing (integrity verification), or performed a simple bind over a clear text (non-SSL/TLS-encrypted) LDAP connection.',
      'Event 2886: The security of this directory server can be significantly enhanced by configuring the server to reject SASL (Negotiate, Kerberos, NTLM, or Digest) LDAP binds that do not request signing',
    ],
  },
  {
    code: 'adWebServicesUnreachable',
    when: {
      words:
        /(?:have|with) the Active Directory Web Services running|find a default server with Active Directory Web Services running/i,
    },
    examples: [
      'Get-ADUser : Unable to contact the server. This may be because this server does not exist, it is currently down, or it does not have the Active Directory Web Services running.',
      'Get-ADDomain : Unable to find a default server with Active Directory Web Services running.',
    ],
  },
  {
    code: 'directoryObjectMissing',
    when: { systemCode: ['WIN32:8240', 'WIN32:8333'] },
    examples: [
      'DirectoryServicesCOMException (0x80072030): There is no such object on the server.',
      "0000208D: NameErr: DSID-0310020A, problem 2001 (NO_OBJECT), data 0, best match of: 'DC=corp,DC=example,DC=org'",
    ],
  },
  {
    code: 'directoryObjectMissing',
    when: { words: /Cannot find an object with identity: |ADIdentityNotFoundException/ },
    examples: [
      "Get-ADUser : Cannot find an object with identity: 'annna' under: 'DC=corp,DC=example,DC=org'.",
    ],
  },
  {
    // ERROR_DS_MISSING_SUPREF: the server may not even refer the client to somebody else.
    code: 'ldapBaseOutsideForest',
    when: { systemCode: 'WIN32:8406' },
    examples: [
      '000020D6: SvcErr: DSID-031007E5, problem 5012 (DIR_ERROR), data 0',
      'javax.naming.NamingException: [LDAP: error code 1 - 000020D6: SvcErr: DSID-031007E5, problem 5012 (DIR_ERROR), data 0',
    ],
  },
  {
    code: 'directoryRightsMissing',
    when: { systemCode: ['WIN32:8344'] },
    examples: [
      'Set-ADUser : Insufficient access rights to perform the operation FullyQualifiedErrorId : ActiveDirectoryServer:8344',
    ],
  },
  {
    code: 'directoryRightsMissing',
    when: { words: /INSUFF_ACCESS_RIGHTS|insufficient access rights to perform the operation/i },
    examples: ['00002098: SecErr: DSID-031514A0, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0'],
  },
  {
    code: 'ldapReferral',
    when: { systemCode: 'WIN32:8235' },
    examples: [
      '0000202B: RefErr: DSID-0310082F, data 0, 1 access points',
      'DirectoryServicesCOMException (0x8007202B): A referral was returned from the server.',
    ],
  },
  {
    code: 'ldapObjectExists',
    when: { words: /ADIdentityAlreadyExistsException|problem 6005 \(ENTRY_EXISTS\)/ },
    examples: [
      'New-ADUser : The specified account already exists CategoryInfo : ResourceExists: [New-ADUser], ADIdentityAlreadyExistsException',
    ],
  },
  {
    code: 'ldapFilterInvalid',
    when: {
      words:
        /bad search filter|the search filter (?:is invalid|cannot be recognized)|Filter_?Error\b|malformed filter|invalid search filter/i,
    },
    examples: [
      'ldapsearch: Bad search filter (-7)',
      'System.DirectoryServices.Protocols.LdapException: The search filter is invalid.',
    ],
  },
  {
    code: 'ldapMechanismRefused',
    when: { words: /No worthy mechs found|Unknown authentication method \(-6\)|anonymous bind disallowed/i },
    examples: [
      'ldap_sasl_interactive_bind: Unknown authentication method (-6) additional info: SASL(-4): no mechanism available: No worthy mechs found',
      'ldap_bind: Inappropriate authentication (48) additional info: anonymous bind disallowed',
    ],
  },
  {
    code: 'ldapTimedOut',
    when: {
      words:
        /LDAP response read timed out|ldap.{0,60}: Timed out \(-5\)|LDAPSocketReceiveError.{0,40}timed out/i,
    },
    examples: [
      'javax.naming.NamingException: LDAP response read timed out, timeout used:5000ms.',
      'ldap_result: Timed out (-5)',
    ],
  },
  {
    code: 'directoryCredentialsRefused',
    when: { words: /ldap.{0,160}: Invalid credentials\b|The supplied credential is invalid/i },
    examples: [
      'PHP Warning: ldap_bind(): Unable to bind to server: Invalid credentials in /var/www/login.php',
      'System.DirectoryServices.Protocols.LdapException: The supplied credential is invalid.',
      'The supplied credential is invalid.',
    ],
  },
  {
    code: 'ldapServerError',
    when: { words: /\ban operations error occurred/i },
    examples: [
      'System.DirectoryServices.DirectoryServicesCOMException: An operations error occurred.',
      'An operations error occurred.',
    ],
  },
  {
    code: 'ldapServerError',
    when: { systemCode: 'WIN32:8224' },
    examples: ['COMException (0x80072020)'],
  },
  {
    code: 'ldapLocalError',
    when: { words: /\ba local error occurred/i },
    examples: [
      'System.DirectoryServices.Protocols.LdapException: A local error occurred.',
      'A local error occurred.',
    ],
  },
];

/** A client that found no server, after all that says why. */
export const ldapServerRules: readonly Rule[] = [
  {
    code: 'ldapServerDown',
    when: { systemCode: ['LDAP:81', 'LDAP:91', 'LDAP:-1', 'WIN32:8250'] },
    examples: [
      "ldap_sasl_bind(SIMPLE): Can't contact LDAP server (-1)",
      'COMException (0x8007203A): The server is not operational. LDAP',
      "ldap.SERVER_DOWN: {'result': -1, 'desc': \"Can't contact LDAP server\"}",
      'LDAP error 0x51 Server Down',
      'LDAP Bind to GC failed (0x51) Server Down.',
      'Error 0x51 = ldap_connect(hLdap, NULL); Server error: <empty> Error <0x51>: Fail to connect to dc1.corp.example.org.',
    ],
  },
  {
    code: 'ldapServerDown',
    when: {
      words:
        /can['’]t contact LDAP server|the LDAP server is unavailable|the server is not operational|ServerDownException|unable to connect to (?:the )?LDAP server|Cannot open connection.{0,20}LDAP/i,
    },
    examples: [
      "PHP Warning: ldap_bind(): Unable to bind to server: Can't contact LDAP server",
      'System.DirectoryServices.Protocols.LdapException: The LDAP server is unavailable.',
      'The server is not operational.',
      'System.DirectoryServices.AccountManagement.PrincipalServerDownException: The server could not be contacted.',
    ],
  },
];
