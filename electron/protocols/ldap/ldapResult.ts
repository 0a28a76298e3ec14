/** How a server judges a request (RFC 4511, 4.1.9). */
export type LdapResult = {
  resultCode: number;
  /** The last object on the way to the wanted one that exists; mostly empty. */
  matchedDn: string;
  /** The server's own words, as it sent them. */
  diagnosticMessage: string;
  /** Addresses of servers that may know more (RFC 4516). */
  referrals: readonly string[];
};

/** The codes that the program itself looks at. */
export const ldapResultCodes = {
  success: 0,
  operationsError: 1,
  sizeLimitExceeded: 4,
  strongerAuthRequired: 8,
  referral: 10,
  saslBindInProgress: 14,
  noSuchObject: 32,
  invalidCredentials: 49,
} as const;

/** Names of the result codes: RFC 4511, appendix A, and IANA's registry (RFC 4520, 3.8). */
export const ldapResultNames: ReadonlyMap<number, string> = new Map([
  [0, 'success'],
  [1, 'operationsError'],
  [2, 'protocolError'],
  [3, 'timeLimitExceeded'],
  [4, 'sizeLimitExceeded'],
  [5, 'compareFalse'],
  [6, 'compareTrue'],
  [7, 'authMethodNotSupported'],
  [8, 'strongerAuthRequired'],
  [10, 'referral'],
  [11, 'adminLimitExceeded'],
  [12, 'unavailableCriticalExtension'],
  [13, 'confidentialityRequired'],
  [14, 'saslBindInProgress'],
  [16, 'noSuchAttribute'],
  [17, 'undefinedAttributeType'],
  [18, 'inappropriateMatching'],
  [19, 'constraintViolation'],
  [20, 'attributeOrValueExists'],
  [21, 'invalidAttributeSyntax'],
  [32, 'noSuchObject'],
  [33, 'aliasProblem'],
  [34, 'invalidDNSyntax'],
  [36, 'aliasDereferencingProblem'],
  [48, 'inappropriateAuthentication'],
  [49, 'invalidCredentials'],
  [50, 'insufficientAccessRights'],
  [51, 'busy'],
  [52, 'unavailable'],
  [53, 'unwillingToPerform'],
  [54, 'loopDetect'],
  [64, 'namingViolation'],
  [65, 'objectClassViolation'],
  [66, 'notAllowedOnNonLeaf'],
  [67, 'notAllowedOnRDN'],
  [68, 'entryAlreadyExists'],
  [69, 'objectClassModsProhibited'],
  [71, 'affectsMultipleDSAs'],
  [80, 'other'],
  [113, 'lcupResourcesExhausted'],
  [114, 'lcupSecurityViolation'],
  [115, 'lcupInvalidData'],
  [116, 'lcupUnsupportedScheme'],
  [117, 'lcupReloadRequired'],
  [118, 'canceled'],
  [119, 'noSuchOperation'],
  [120, 'tooLate'],
  [121, 'cannotCancel'],
  [122, 'assertionFailed'],
  [123, 'authorizationDenied'],
  [4096, 'e-syncRefreshRequired'],
]);
