/** What a controller adds to code 49 (`AcceptSecurityContext error, data 52e`), and what it means. */
export const directorySubCodes: readonly (readonly [data: string, code: string])[] = [
  ['525', 'directoryUserUnknown'],
  ['52e', 'directoryCredentialsWrong'],
  ['530', 'directorySignInHours'],
  ['531', 'directoryWorkstationRefused'],
  ['532', 'directoryPasswordExpired'],
  ['533', 'directoryAccountDisabled'],
  ['701', 'directoryAccountExpired'],
  ['773', 'directoryPasswordMustChange'],
  ['775', 'directoryAccountLocked'],
];
