import type { Finding } from '../../../contract/proof/finding.ts';
import { LdapDisconnection, type LdapError } from '../../../protocols/ldap/ldapError.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/** Sub-codes of a refused bind (MS-ADTS 5.1.1.1.1; winerror.h in hexadecimal). */
const refusals = new Map<string, FindingCode>([
  ['525', 'directoryUserUnknown'],
  ['52e', 'directoryCredentialsWrong'],
  ['52f', 'directoryAccountRestricted'],
  ['530', 'directorySignInHours'],
  ['531', 'directoryWorkstationRefused'],
  ['532', 'directoryPasswordExpired'],
  ['533', 'directoryAccountDisabled'],
  ['569', 'directorySignInTypeRefused'],
  ['701', 'directoryAccountExpired'],
  ['773', 'directoryPasswordMustChange'],
  ['775', 'directoryAccountLocked'],
]);

/** Result codes (RFC 4511, appendix A.2). */
const results = new Map<number, FindingCode>([
  [2, 'ldapProtocolError'],
  [3, 'searchTimeLimit'],
  [4, 'searchSizeLimit'],
  [7, 'ldapMechanismRefused'],
  [8, 'ldapEncryptionRequired'],
  [10, 'ldapReferral'],
  [11, 'searchAdministrativeLimit'],
  [12, 'ldapControlRefused'],
  [13, 'ldapEncryptionRequired'],
  [32, 'directoryObjectMissing'],
  [34, 'directoryNameInvalid'],
  [49, 'directoryCredentialsRefused'],
  [50, 'directoryRightsMissing'],
  [51, 'ldapBusy'],
  [52, 'ldapUnavailable'],
  [53, 'ldapUnwilling'],
  [54, 'ldapReferralLoop'],
  [80, 'ldapServerError'],
]);

/** SEC_E_BAD_BINDINGS: the controller demands channel binding tokens (KB 4034879). */
export const badBindings = '80090346';
/** A search before a bind: Windows says 000004DC, Samba 00002020. */
const bindDemanded = new Set(['000004DC', '00002020']);

const codeOf = (error: LdapError): FindingCode => {
  const { resultCode, data, win32 } = error;
  if (error instanceof LdapDisconnection) return 'ldapConnectionEnded';
  if (win32 === badBindings) return 'channelBindingRefused';
  if (resultCode === 1) return bindDemanded.has(win32 ?? '') ? 'ldapSignInRequired' : 'ldapServerError';
  const refusal = resultCode === 49 && data !== null ? refusals.get(data) : undefined;
  return refusal ?? results.get(resultCode) ?? 'ldapRefused';
};

/** What it means that a controller refused a request. */
export const ldapFinding = (error: LdapError, parameters: Record<string, string>): Finding =>
  makeFinding(codeOf(error), parameters);
