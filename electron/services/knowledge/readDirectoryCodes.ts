import { ldapResultNames } from '../../protocols/ldap/ldapResult.ts';

/** What somebody knows of a refusal of LDAP: `data` and `win32` are hexadecimal, as Active Directory writes them. */
export type LdapRefusal = {
  /** RFC 4511, appendix A. */
  resultCode: number;
  /** `52e` of `AcceptSecurityContext error, data 52e`. */
  data: string | null;
  /** The Win32 or SSPI error at the start of the server's words: `80090308`, `00002028`. */
  win32: string | null;
  diagnosticMessage: string;
};

/** An error number of Windows: Win32 as `WIN32:1326`, an HRESULT of Win32 too; others as `SSPI:80090346`. */
export const windowsCode = (hexadecimal: string): string => {
  const value = Number.parseInt(hexadecimal, 16);
  const isWin32 = value <= 0xffff || Math.floor(value / 0x10000) === 0x8007;
  return isWin32 ? `WIN32:${String(value % 0x10000)}` : `SSPI:${hexadecimal.toUpperCase()}`;
};

/** wldap32 and ldp.exe print result codes in hexadecimal too: 0x51 is 81. */
const ldapNumbers = [
  /\bLDAP: error code (\d{1,5})\b/gi,
  /\bldap(?:_\w{1,40}|search|modify|add|delete|whoami|passwd)?(?:\(\))?: .{3,80}? \((-?\d{1,3})\)/gi,
  /\bLDAP(?: -)?(?: \w{1,12})?[ _](?:result[ _]code|error(?: code)?)[:=]? ?"?(-?\d{1,3}|0x[0-9a-f]{1,3})\b/gi,
  /\bLDAP\b.{1,80} \((0x[0-9a-f]{1,3})\)/gi,
  /\b(?:Error:? ?|Bind: .{3,60}|Search: .{3,60})<(\d{1,3}|0x[0-9a-f]{1,3})>/gi,
  /\b(81|0x51|49|0x31)(?:: | \()(?:server down|invalid credentials)\b/gi,
  /\bError (\d{1,3}|0x[0-9a-f]{1,3}) = ldap_/gi,
  /\bresult: (\d{1,3}) [A-Z]/g,
  /["']?\bresult(?:_?code)?["']? ?[:=] ?(-?\d{1,3})\b/gi,
  /\berr=(\d{1,3})\b(?=.{0,60}\btext=)/g,
  /(?:\bLDAP\b.{0,200}|\b(?:bind|credentials).{0,40}), error (\d{1,3}), error_str/gi,
  /\b[A-Z]\w{3,40}Error: .{0,400} Code: (0x[0-9a-f]{1,3})\b/g,
  /\b(?:Bind|Search|Connection) error (-?\d{1,3}) {1,2}\(/g,
  /\b(?:invalid (?:credentials|DN syntax)|no such object|insufficient access|size ?limit exceeded|server is unwilling to perform|strong\(er\) authentication required) \((\d{1,2})\)/gi,
];

/** Names that differ from those of RFC 4511 by more than writing (`LDAP_…` of OpenLDAP's ldap.h, python-ldap, wldap32). */
const otherNames: Readonly<Record<string, number>> = {
  STRONGAUTHREQUIRED: 8,
  STRONGAUTHNOTSUPPORTED: 7,
  INSUFFICIENTACCESS: 50,
  INSUFFICIENTRIGHTS: 50,
  ALREADYEXISTS: 68,
  TYPEORVALUEEXISTS: 20,
  INVALIDSYNTAX: 21,
  NOOBJECTCLASSMODS: 69,
  INAPPROPRIATEAUTH: 48,
  SERVERDOWN: 81,
  LOCALERROR: 82,
  TIMEOUT: 85,
  FILTERERROR: 87,
  CONNECTERROR: 91,
  CLIENTLOOP: 96,
  REFERRALLIMITEXCEEDED: 97,
};

const resultNames = new Map([
  ...[...ldapResultNames].map(([code, name]) => [name.toUpperCase(), code] as const),
  ...Object.entries(otherNames),
]);

const namedResults = [
  /\bLDAP_([A-Z]{2,20}(?:_[A-Z]{2,20}){0,4})\b/g,
  /\bldap\.([A-Z]{2,20}(?:_[A-Z]{2,20}){0,4})\b/g,
  /\bLDAP([A-Z][A-Za-z]{3,40})(?:Result|Error)\b/g,
  /\b(?:javax\.naming\.\w{0,20}|ldapjs?\W\w{0,20})?\b([A-Z][A-Za-z]{5,40})Error: (?=.{0,80}(?:LdapErr|Ldap|0000[0-9A-F]{4}))/g,
  /(?:description|resultCode|result)["']?[:= (]{1,3}["']?\d{0,2} ?\(?([a-z]+[A-Z][A-Za-z]{3,40})\b/g,
  /automatic bind not successful - ([a-z]+[A-Z][A-Za-z]{3,40})\b/g,
];

const subCode = /AcceptSecurityContext error, data ([0-9a-f]{1,8})\b/gi;
const leadingCode =
  /(?<![0-9a-f])([0-9a-f]{8}): ?(?:Ldap|Svc|Name|Upd|Atr|Ref|Sec|Ext)Err\b|(?<![0-9a-f])(0000[0-9a-f]{4})(?::|(?= LdapErr))/gi;
const hresult = /\b0x(8007[0-9a-f]{4})\b/gi;
const win32Number =
  /\b(?:system error|Win32Exception|Win32 error|error code|status ?=|rc ?=|ActiveDirectoryServer:|Error ?\(?)[ :(]{0,3}(\d{4})\b/gi;

const kerberosNumbers = [
  /\b(?:KrbException|KrbApErrException|LoginException): [^()]{3,80}\((\d{1,2})\)/g,
  /\bKRB[- ]ERROR:? ?\((\d{1,2})\)/gi,
  /\bkrb_error_code[:=]? ?(\d{1,2})\b/gi,
];
const kerberosHexadecimal = /\b(?:failure|result|error) code:? {1,8}(0x[0-9a-f]{1,2})\b/gi;
const aboutTickets = /kerberos|krbtgt|\bTGT\b|ticket/i;

const firstGroups = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');

const namesIn = (text: string): string[] =>
  namedResults
    .flatMap((pattern) => firstGroups(text, pattern))
    .map((name) => resultNames.get(name.replaceAll('_', '').toUpperCase()))
    .flatMap((code) => (code === undefined ? [] : [`LDAP:${String(code)}`]));

const windowsCodesIn = (text: string): string[] => [
  ...firstGroups(text, subCode).map(windowsCode),
  ...firstGroups(text, leadingCode).map(windowsCode),
  ...firstGroups(text, hresult).map(windowsCode),
  ...firstGroups(text, win32Number).map((value) => `WIN32:${value}`),
];

const kerberosCodesIn = (text: string): string[] =>
  [
    ...kerberosNumbers.flatMap((pattern) => firstGroups(text, pattern)),
    ...(aboutTickets.test(text) ? firstGroups(text, kerberosHexadecimal) : []),
  ].map((value) => `KRB:${String(Number(value))}`);

/**
 * Gives the codes of LDAP (`LDAP:49`, RFC 4511 and the clients' own, which are negative or above 80), of Windows
 * (`WIN32:1326`) and of Kerberos (`KRB:37`, RFC 4120 7.5.9) that stand in a text as programs print them.
 */
export const readDirectoryCodes = (text: string): string[] => [
  ...ldapNumbers
    .flatMap((pattern) => firstGroups(text, pattern))
    .map((value) => `LDAP:${String(Number(value))}`),
  ...namesIn(text),
  ...windowsCodesIn(text),
  ...kerberosCodesIn(text),
];

/** The same of a refusal that was received, not read in a text. */
export const codesOfRefusal = ({ resultCode, data, win32, diagnosticMessage }: LdapRefusal): string[] => [
  `LDAP:${String(resultCode)}`,
  ...[data, win32].flatMap((code) => (code === null ? [] : [windowsCode(code)])),
  ...windowsCodesIn(diagnosticMessage),
];
