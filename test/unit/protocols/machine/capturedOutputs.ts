/**
 * Outputs in the format of Microsoft's page "Troubleshoot devices by using the dsregcmd command" (sections, keys and
 * the four join states of its table; Device Name and Virtual Desktop as newer builds have them). The page says nothing
 * of other languages; there the titles are made up, because only keys and values may count.
 */
const frame = `+${'-'.repeat(70)}+`;
const title = (text: string): string => [frame, `| ${text.padEnd(68)} |`, frame, ''].join('\r\n');
const line = (key: string, value: string): string => `${key.padStart(26)} : ${value}`;

type States = { entra: string; enterprise: string; domain: string; domainName?: string };

const deviceState = ({ entra, enterprise, domain, domainName }: States, heading: string): string =>
  [
    '',
    title(heading),
    line('AzureAdJoined', entra),
    line('EnterpriseJoined', enterprise),
    line('DomainJoined', domain),
    ...(domainName === undefined ? [] : [line('DomainName', domainName)]),
    line('Virtual Desktop', 'NOT SET'),
    line('Device Name', 'SRV01.corp.example.test'),
    '',
  ].join('\r\n');

const deviceDetails = [
  title('Device Details'),
  line('DeviceId', '00aa00aa-bb11-cc22-dd33-44ee44ee44ee'),
  line('DeviceCertificateValidity', '[ 2025-01-11 21:02:50.000 UTC -- 2035-01-11 21:32:50.000 UTC ]'),
  line('TpmProtected', 'YES'),
  '',
].join('\r\n');

const userState = (heading: string): string =>
  [
    title(heading),
    line('NgcSet', 'NO'),
    line('WorkplaceJoined', 'NO'),
    line('WamDefaultSet', 'ERROR (0x80070520)'),
    '',
  ].join('\r\n');

const joinedToDomain: States = { entra: 'NO', enterprise: 'NO', domain: 'YES', domainName: 'CORP' };

export const dsregcmdOutputs = {
  domain: deviceState(joinedToDomain, 'Device State') + userState('User State'),
  hybrid:
    deviceState({ ...joinedToDomain, entra: 'YES', domainName: 'HYBRIDADFS' }, 'Device State') +
    deviceDetails +
    userState('User State'),
  enterprise: deviceState({ ...joinedToDomain, enterprise: 'YES' }, 'Device State'),
  entra: deviceState({ entra: 'YES', enterprise: 'NO', domain: 'NO' }, 'Device State') + deviceDetails,
  workgroup:
    deviceState({ entra: 'NO', enterprise: 'NO', domain: 'NO' }, 'Device State') + userState('User State'),
  german: deviceState(joinedToDomain, 'Gerätestatus') + userState('Benutzerstatus'),
  french: deviceState(joinedToDomain, 'État de l’appareil') + userState('État de l’utilisateur'),
};

/** As the manual page realm(8) and the source of realmd (`tools/realm.c`, `perform_list`) print it. */
export const realmOutputs = {
  joined: `corp.example.test
  type: kerberos
  realm-name: CORP.EXAMPLE.TEST
  domain-name: corp.example.test
  configured: kerberos-member
  server-software: active-directory
  client-software: sssd
  required-package: sssd-tools
  login-formats: %U@corp.example.test
  login-policy: allow-realm-logins
`,
  discoveredOnly: `corp.example.test
  type: kerberos
  realm-name: CORP.EXAMPLE.TEST
  domain-name: corp.example.test
  configured: no
  server-software: active-directory
`,
  second: `ipa.example.test
  type: kerberos
  realm-name: IPA.EXAMPLE.TEST
  domain-name: ipa.example.test
  configured: kerberos-member
  server-software: ipa
corp.example.test
  type: kerberos
  realm-name: CORP.EXAMPLE.TEST
  domain-name: corp.example.test
  configured: kerberos-member
  server-software: active-directory
`,
};

/** In the format of Apple's manual page dsconfigad(8). */
export const dsconfigadOutput = `Active Directory Forest          = corp.example.test
Active Directory Domain          = corp.example.test
Computer Account                 = mac01$

Advanced Options - User Experience
  Create mobile account at login = Disabled
     Require confirmation        = Enabled
`;
