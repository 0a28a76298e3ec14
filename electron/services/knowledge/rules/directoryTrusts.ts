import type { Rule } from './rule.ts';

/**
 * Why Active Directory does not know a machine, a service, or a domain that it ought to trust: Win32 errors (MS-ERREF 2.2), their
 * NTSTATUS (MS-ERREF 2.3.1), and the events of Netlogon.
 */
export const directoryTrustRules: readonly Rule[] = [
  {
    // Windows answers so to a name of a service that no account has, as well as to a machine without an account.
    code: 'kerberosServiceUnknown',
    when: { systemCode: ['0XC000018B', 'WIN32:1787'], words: /\bklist\b|\bSPN\b|service principal/i },
    examples: [
      'klist failed with 0xc000018b/-1073741429: The SAM database on the Windows Server does not have a computer account for this workstation trust relationship.',
    ],
  },
  {
    code: 'machineTrustBroken',
    when: {
      systemCode: [
        'WIN32:1789',
        'WIN32:1787',
        '0XC000018B',
        '0XC000018D',
        'ERROR_TRUSTED_RELATIONSHIP_FAILURE',
      ],
    },
    examples: ['System error 1789 has occurred.', 'System error 1787 has occurred.'],
  },
  {
    code: 'machineTrustBroken',
    when: {
      words:
        /could not authenticate with \S{1,120} a Windows domain controller for domain|trust relationship between this workstation and the primary domain failed|relation d['’]approbation entre cette station de travail et le domaine principal a échoué|Vertrauensstellung zwischen dieser Arbeitsstation und der primären Domäne konnte nicht hergestellt werden/i,
    },
    examples: [
      'The trust relationship between this workstation and the primary domain failed.',
      String.raw`NETLOGON 3210: This computer could not authenticate with \\dc1.corp.example.org, a Windows domain controller for domain CORP, and therefore this computer might deny logon requests.`,
    ],
  },
  {
    code: 'trustBroken',
    when: {
      systemCode: [
        'WIN32:1788',
        '0XC000018C',
        'ERROR_TRUSTED_DOMAIN_FAILURE',
        'NT_STATUS_TRUSTED_DOMAIN_FAILURE',
      ],
    },
    examples: [
      'System error 1788 has occurred. The trust relationship between the primary domain and the trusted domain failed.',
    ],
  },
  {
    code: 'domainNotReachable',
    when: {
      systemCode: [
        'WIN32:1355',
        'WIN32:1311',
        '0XC000005E',
        'ERROR_NO_SUCH_DOMAIN',
        'ERROR_NO_LOGON_SERVERS',
        'NT_STATUS_NO_LOGON_SERVERS',
        'STATUS_NO_LOGON_SERVERS',
      ],
    },
    examples: [
      'DsGetDcName failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN',
      'ERROR_NO_SUCH_DOMAIN 1355 0x54b',
      'winbindd: failed to connect to CORP: NT_STATUS_NO_LOGON_SERVERS',
    ],
  },
  {
    code: 'domainNotReachable',
    when: {
      words:
        /no logon servers available to service the logon request|specified domain (?:either )?does(?: not| either not) exist or (?:cannot|could not) be contacted|Active Directory domain controller \(AD DC\) for the domain .{1,120} could not be contacted/i,
    },
    examples: [
      'NETLOGON 5719: There are currently no logon servers available to service the logon request.',
      'The specified domain either does not exist or could not be contacted.',
      'An Active Directory Domain Controller (AD DC) for the domain "corp.example.org" could not be contacted.',
    ],
  },
];
