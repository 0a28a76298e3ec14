import { admitApplication, unknownApplication } from '../../contract/mail/admitApplication.ts';
import { harmlessName } from '../../contract/mail/harmlessName.ts';
import type { FindingCode } from './findingTable.ts';

/** What a command may name, and the word that stands in where it is not known. */
const places = {
  domain: 'DOMAIN',
  controller: 'CONTROLLER',
  port: 'PORT',
  trust: 'DOMAIN',
  account: 'NAME',
  shortAccount: 'NAME',
  /** Of the settings; without it PowerShell asks those of the machine, which is then right. */
  server: '',
  sender: 'SENDER',
  ...unknownApplication,
  principal: 'smtp/SERVER',
  /** setspn takes it for the services of that name, SMTPSVC/SERVER and HTTP/SERVER too. */
  service: '*/SERVER',
} as const;
type Place = keyof typeof places;

const lookUpAccount =
  "Get-ADUser -LDAPFilter '(|(sAMAccountName={shortAccount})(userPrincipalName={account}))'";
const showAccount = `${lookUpAccount} -Properties Enabled, LockedOut, PasswordExpired, pwdLastSet, AccountExpirationDate, LogonWorkstations`;
const findController = 'nltest /dsgetdc:{domain} /force';
const compareClocks = 'w32tm /stripchart /computer:{controller} /samples:3 /dataonly';
const lookUpService = 'setspn -Q {service}';
const showCertificate = 'Test-NetConnection {controller} -Port 636';
const listUnsigned =
  "Get-WinEvent -ComputerName {controller} -FilterHashtable @{ LogName = 'Directory Service'; Id = 2886, 2887, 2889 } -MaxEvents 20";
const listTrustLimits =
  'Get-ADTrust -Filter * | Select-Object Name, Direction, SelectiveAuthentication, SIDFilteringQuarantined';
const countGroups = `(${lookUpAccount} | ForEach-Object { Get-ADUser $_ -Properties tokenGroups }).tokenGroups.Count`;
const findRecords = 'Resolve-DnsName -Type SRV _ldap._tcp.dc._msdcs.{domain}{server}';
const findAddress = 'Resolve-DnsName {controller}{server}';
const findDomainController = 'Get-ADDomainController -Discover -DomainName {domain}';

const inExchangeOnline = (line: string): string => `Connect-ExchangeOnline; ${line}`;
const allowSmtp = inExchangeOnline('Set-CASMailbox {mailbox} -SmtpClientAuthenticationDisabled $false');
const showSmtp = inExchangeOnline(
  'Get-CASMailbox {mailbox} | Format-List SmtpClientAuthenticationDisabled; Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
);
const testApplication = inExchangeOnline(
  'Test-ApplicationAccessPolicy -Identity {mailbox} -AppId {clientId}',
);

const admitted = { mailbox: '{mailbox}', clientId: '{clientId}', objectId: '{objectId}' } as const;

/** Lines of PowerShell that look at a situation or end it; they hold in every language. */
const commands: Partial<Record<FindingCode, string>> = {
  machineNotJoined: 'dsregcmd /status',
  machineJoinUnknown: 'dsregcmd /status',
  machineJoinedToOtherDomain: 'dsregcmd /status',
  machineJoinedOnlyToEntra: 'dsregcmd /status',
  machineTrustBroken: 'Test-ComputerSecureChannel -Verbose',
  domainRecordsMissing: findRecords,
  domainZoneUnavailable: findRecords,
  directoryDnsUnreachable: findRecords,
  directoryDnsRefused: findRecords,
  controllerAddressMissing: findAddress,
  typedControllerUnknown: findAddress,
  controllerNamedOtherwise: 'Resolve-DnsName {controller}',
  serviceRecordsMissing: 'Resolve-DnsName -Type SRV _kerberos._tcp.{domain}{server}',
  siteWithoutController: 'nltest /dsgetsite',
  controllerPingUnanswered: findController,
  controllerOfOtherDomain: findDomainController,
  controllerNotClosest: findController,
  controllerPortsClosed: 'Test-NetConnection {controller} -Port {port}',
  controllerNotRunning: findDomainController,
  controllerSilent: 'Test-NetConnection {controller}',
  controllerHangs: 'Test-NetConnection {controller} -Port 389',
  controllerOptionalPortsClosed: 'Test-NetConnection {controller} -Port {port}',
  clockSkewTooLarge: compareClocks,
  clockSkewNoticeable: compareClocks,
  controllerTimeUnreadable: compareClocks,
  kerberosClockSkew: compareClocks,
  ldapsWithoutCertificate: showCertificate,
  globalCatalogNotReady: 'Get-ADDomainController -Identity {controller} | Select-Object IsGlobalCatalog',
  controllerNotSynchronized: 'repadmin /showrepl {controller}',
  functionalLevelOld: 'Get-ADDomain {domain} | Select-Object DomainMode',
  directorySignInHours: `${lookUpAccount} -Properties logonHours`,
  directoryWorkstationRefused: `${lookUpAccount} -Properties LogonWorkstations`,
  directoryPasswordExpired: showAccount,
  directoryAccountDisabled: `${lookUpAccount} | Enable-ADAccount`,
  directoryAccountExpired: `${lookUpAccount} -Properties AccountExpirationDate`,
  directoryPasswordMustChange: showAccount,
  directoryAccountLocked: `${lookUpAccount} | Unlock-ADAccount`,
  directoryAccountRestricted: showAccount,
  kerberosAccountRevoked: showAccount,
  kerberosPasswordExpired: showAccount,
  kerberosTicketMissing: 'klist',
  kerberosTicketExpired: 'klist',
  kerberosServiceUnknown: lookUpService,
  kerberosServiceDuplicate: 'setspn -X',
  kerberosTicketNotForServer: lookUpService,
  kerberosEncryptionRefused: `${lookUpAccount} -Properties msDS-SupportedEncryptionTypes, pwdLastSet`,
  kdcUnreachable: 'Test-NetConnection {controller} -Port 88',
  kerberosRealmWrong: 'Resolve-DnsName -Type SRV _kerberos._tcp.{domain}',
  ldapSigningNotRequired: listUnsigned,
  ldapServerDown: showCertificate,
  adWebServicesUnreachable: 'Test-NetConnection {controller} -Port 9389',
  domainNotReachable: findController,
  windowsAuthorizationAccessMissing: 'Add-ADGroupMember -Identity S-1-5-32-560 -Members {account}',
  tokenNearLimit: countGroups,
  tokenTooLarge: countGroups,
  trustUnreachable: 'nltest /dsgetdc:{trust} /force',
  trustOneWay: 'Get-ADTrust -Filter *',
  trustDisabled: 'Get-ADTrust -Filter *',
  trustSelective: listTrustLimits,
  trustQuarantined: listTrustLimits,
  trustBroken: 'nltest /sc_verify:{trust}',
  exchangeOnlineSmtpAuthDisabledTenant: allowSmtp,
  exchangeOnlineSmtpAuthDisabledMailbox: allowSmtp,
  exchangeOnlineSignInRefused: showSmtp,
  exchangeApplicationNotAdmitted: admitApplication({ ...admitted, sends: true }),
  mailboxApplicationNotAdmitted: admitApplication({ ...admitted, sends: false }),
  exchangeOnlineSendAsDenied: inExchangeOnline(
    'Add-RecipientPermission {sender} -Trustee {account} -AccessRights SendAs',
  ),
  graphPermissionMissing: testApplication,
  graphApplicationPolicy: testApplication,
  graphMailboxMissing: inExchangeOnline('Get-EXOMailbox {mailbox}'),
  // Only looked at: -EwsAllowedAppIDs takes the whole list, so a line to copy would shut out every other application.
  ewsDisabled: inExchangeOnline(
    'Get-OrganizationConfig | Format-List Ews*; Get-CASMailbox {mailbox} | Format-List Ews*',
  ),
  ewsMethodNotOffered: 'Get-WebServicesVirtualDirectory | Format-List Identity, *Authentication',
  ewsImpersonationDenied: 'New-ManagementRoleAssignment -Role ApplicationImpersonation -User {account}',
  ewsAccessDenied: 'Add-MailboxPermission {mailbox} -User {account} -AccessRights FullAccess',
  ewsMailboxMissing: 'Get-Mailbox {mailbox}',
  ewsUrlWrong: 'Get-WebServicesVirtualDirectory | Format-List ExternalUrl, InternalUrl',
  oauthClockWrong: 'w32tm /resync',
  oauthPortInUse: 'Get-Process -Id (Get-NetTCPConnection -LocalPort {port} -State Listen).OwningProcess',
  oauthPortReserved: 'netsh int ipv4 show excludedportrange tcp',
  proxySignInNeeded: 'netsh winhttp show proxy',
  proxyRefused: 'netsh winhttp show proxy',
  kerberosWrongPrincipal: 'setspn -Q {principal}',
};

/** A service principal has its service before the name: `smtp/mail.example.org`. */
const harmlessPrincipal = /^[A-Za-z]{1,20}\/[\p{L}\p{N}_][\p{L}\p{N}._@:-]{0,254}$/u;

const serviceOf = ({ principal, controller }: Readonly<Record<string, string>>): string | undefined => {
  if (principal !== undefined) return principal;
  return controller === undefined ? undefined : `ldap/${controller}`;
};

const valueOf = (place: Place, parameters: Readonly<Record<string, string>>): string | undefined => {
  // Active Directory looks a user up by its short name or its UPN: DOMAIN\anna is anna there.
  if (place === 'account' || place === 'shortAccount')
    return parameters['userName']?.replace(/^[\p{L}\p{N}._-]{1,255}\\/u, '');
  // A mailbox that signs in for itself has its address as user name.
  if (place === 'mailbox') return parameters['mailbox'] ?? parameters['userName'];
  // Of several ports one is enough to try.
  if (place === 'port') return parameters['port'] ?? parameters['ports']?.split(/\D/)[0];
  if (place === 'service') return serviceOf(parameters);
  return parameters[place];
};

const fill = (place: Place, parameters: Readonly<Record<string, string>>): string => {
  const value = valueOf(place, parameters);
  const pattern = place === 'principal' || place === 'service' ? harmlessPrincipal : harmlessName;
  if (value === undefined || !pattern.test(value)) return places[place];
  // Who never got a UPN of their own has the one that the short name makes, which no attribute holds.
  if (place === 'shortAccount') return value.replace(/@[^@]*$/, '');
  return place === 'server' ? ` -Server ${value}` : value;
};

/**
 * Gives the line of PowerShell that an administrator may copy for a situation, with the particulars put in, null where
 * none helps. A name that could mean something to PowerShell is left out; a word such as CONTROLLER stands in its place.
 */
export const findingCommand = (
  code: FindingCode,
  parameters: Readonly<Record<string, string>>,
): string | null =>
  commands[code]?.replace(
    /\{(domain|controller|port|trust|account|shortAccount|server|mailbox|sender|clientId|objectId|principal|service)\}/g,
    (_, place: Place) => fill(place, parameters),
  ) ?? null;
