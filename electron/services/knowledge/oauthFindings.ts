import { type Kind, lasting, note, passing, warning } from './findingKind.ts';

/** The situations of OAuth 2.0: Microsoft Entra ID, Google and other providers. A part of `findingTable`. */
export const oauthFindings = {
  // OAuth: the application
  clientSecretWrong: lasting('user'),
  clientSecretExpired: lasting('tenantAdministrator'),
  clientSecretMissing: lasting('user'),
  clientSecretNotWanted: lasting('user'),
  clientCertificateExpired: lasting('tenantAdministrator'),
  clientCertificateUnreadable: lasting('user'),
  clientCertificatePassphrase: lasting('user'),
  clientCertificateNotRegistered: lasting('tenantAdministrator'),
  clientCredentialNeeded: lasting('user'),
  oauthClientRefused: lasting('user'),
  oauthClientNotAllowed: lasting('tenantAdministrator'),
  entraApplicationUnknown: lasting('user'),
  entraApplicationDisabled: lasting('tenantAdministrator'),
  oauthClockWrong: lasting('user'),

  // OAuth: tenant and cloud
  oauthTenantUnknown: lasting('user'),
  oauthTenantNeeded: lasting('user'),
  oauthTenantWrong: lasting('user'),
  oauthCloudWrong: lasting('user'),

  // OAuth: permissions
  oauthConsentMissing: lasting('tenantAdministrator'),
  oauthAdminConsentNeeded: lasting('tenantAdministrator'),
  oauthDeclined: lasting('user'),
  oauthResourceUnknown: lasting('user'),
  oauthServiceNotSubscribed: lasting('tenantAdministrator'),
  oauthPermissionNotRegistered: lasting('tenantAdministrator'),
  oauthPermissionMissing: lasting('tenantAdministrator'),
  oauthApplicationRoleMissing: warning('tenantAdministrator'),
  oauthScopeInvalid: lasting('user'),
  oauthAudienceWrong: lasting('user'),
  oauthUserNotAssigned: lasting('tenantAdministrator'),

  // OAuth: a person signs in
  oauthRedirectNotRegistered: lasting('tenantAdministrator'),
  oauthPortInUse: lasting('user'),
  oauthPortReserved: lasting('user'),
  oauthAnotherSignIn: passing('wait'),
  oauthBrowserNotAnswered: passing('user'),
  oauthSignInCancelled: passing('user'),
  oauthStateWrong: passing('user'),
  oauthCodeVerifierWrong: passing('user'),
  oauthCodeUnusable: passing('user'),
  oauthDeviceCodePending: passing('user'),
  oauthDeviceCodeWrong: passing('user'),
  oauthDeviceCodeExpired: passing('user'),
  oauthGrantNotOffered: lasting('user'),
  oauthSignInAgain: lasting('user'),
  vaultLocked: passing('consoleAdministrator'),
  ropcWithoutMfa: note('user'),

  // OAuth: the account
  entraPasswordWrong: lasting('user'),
  entraUserUnknown: lasting('user'),
  entraAccountLocked: passing('tenantAdministrator'),
  entraPasswordExpired: lasting('user'),
  entraPasswordMissing: lasting('user'),
  entraAccountDisabled: lasting('tenantAdministrator'),
  entraMfaRequired: lasting('user'),
  entraConditionalAccess: lasting('tenantAdministrator'),
  entraSecurityDefaults: lasting('user'),

  // OAuth: the provider and the way to it
  oauthTokenEmpty: lasting('user'),
  oauthTokenExpired: passing('user'),
  oauthProviderUnreachable: passing('network'),
  oauthConnectionRefused: passing('network'),
  providerUnreachable: passing('network'),
  providerNotResolved: passing('network'),
  oauthProviderUnreadable: lasting('network'),
  oauthIssuerDiffers: lasting('user'),
  oauthAddressNotHttps: lasting('user'),
  oauthTemporary: passing('wait'),
  oauthThrottled: passing('wait'),
  oauthRequestLoop: passing('user'),
  proxySignInNeeded: lasting('user'),
  proxyRefused: lasting('network'),
  proxyNotFound: passing('network'),
  proxyNotListening: passing('network'),
  proxyUnreachable: passing('network'),

  // OAuth: Google
  googleSignInAgain: lasting('user'),
  googleAppInTesting: lasting('tenantAdministrator'),
  googleAdminPolicy: lasting('tenantAdministrator'),
  googleAppInternal: lasting('user'),
  googleClientUnknown: lasting('user'),
  googleApiDisabled: lasting('tenantAdministrator'),
  googleDelegationMissing: lasting('tenantAdministrator'),
  googleMailServiceOff: lasting('tenantAdministrator'),

  oauthRefused: lasting('tenantAdministrator'),

  // Signing in to a mail server by SASL
  kerberosWrongPrincipal: lasting('directoryAdministrator'),
  kerberosSignInRefused: lasting('mailAdministrator'),
  ntlmWithoutTls: warning('user'),
  mechanismNotOffered: lasting('user'),
} as const satisfies Record<string, Kind>;
