import type { Finding } from '../../../contract/proof/finding.ts';
import type { KnownKerberosCode } from '../../../protocols/kerberos/kerberosError.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

const codes: Partial<Record<KnownKerberosCode, FindingCode>> = {
  KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN: 'kerberosServiceUnknown',
  SEC_E_WRONG_PRINCIPAL: 'kerberosTicketNotForServer',
  KRB5KRB_AP_ERR_MODIFIED: 'kerberosTicketNotForServer',
  KRB5KDC_ERR_C_PRINCIPAL_UNKNOWN: 'kerberosUserUnknown',
  KRB5KDC_ERR_PREAUTH_FAILED: 'kerberosPasswordWrong',
  KRB5KRB_AP_ERR_BAD_INTEGRITY: 'kerberosPasswordWrong',
  SEC_E_LOGON_DENIED: 'kerberosPasswordWrong',
  KRB5KDC_ERR_CLIENT_REVOKED: 'kerberosAccountRevoked',
  KRB5KDC_ERR_KEY_EXP: 'kerberosPasswordExpired',
  KRB5KRB_AP_ERR_SKEW: 'kerberosClockSkew',
  KRB5KRB_AP_ERR_TKT_NYV: 'kerberosClockSkew',
  KRB5KRB_AP_ERR_TKT_EXPIRED: 'kerberosTicketExpired',
  KRB5KDC_ERR_ETYPE_NOSUPP: 'kerberosEncryptionRefused',
  KRB5KDC_ERR_POLICY: 'kerberosPolicyRefused',
  KRB5_KDC_UNREACH: 'kdcUnreachable',
  KRB5_REALM_CANT_RESOLVE: 'kdcUnreachable',
  KRB5_REALM_UNKNOWN: 'kerberosRealmWrong',
  KRB5_CONFIG_NODEFREALM: 'kerberosRealmWrong',
  SEC_E_KDC_UNABLE_TO_REFER: 'kerberosRealmWrong',
  KRB5_FCC_NOFILE: 'kerberosTicketMissing',
  KRB5_KT_NOTFOUND: 'kerberosKeytabUnusable',
};

/** What it means that Kerberos said no before the controller was asked. */
export const kerberosFinding = (
  code: KnownKerberosCode | null,
  parameters: Record<string, string>,
): Finding => makeFinding((code === null ? undefined : codes[code]) ?? 'kerberosFailed', parameters);
