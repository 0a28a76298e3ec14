import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../electron/services/knowledge/diagnose.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { directorySubCodes } from './directorySubCodes.ts';

const ask = (text: string, protocol: 'ldap' | 'smtp' | null = null) =>
  explain({ text, protocol, stage: null })?.finding;

const refused = (
  resultCode: number,
  diagnosticMessage = '',
  more: Partial<{ data: string; win32: string }> = {},
) =>
  diagnose({
    protocol: 'ldap',
    stage: null,
    ldap: { resultCode, data: null, win32: null, diagnosticMessage, ...more },
    parameters: { controller: 'dc1.corp.example.test', userName: String.raw`CORP\anna` },
  });

describe('a refusal of a domain controller', () => {
  it.each([...directorySubCodes, ['80090346', 'channelBindingRefused'] as const])(
    'with the sub-code %s is %s',
    (data, code) => {
      expect(refused(49, '', { data, win32: '80090308' }).code).toBe(code);
      expect(
        refused(
          49,
          `80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data ${data}, v1db1`,
        ).code,
      ).toBe(code);
    },
  );

  it.each([
    [49, 'directoryCredentialsRefused'],
    [8, 'ldapEncryptionRequired'],
    [34, 'directoryNameInvalid'],
    [51, 'ldapBusy'],
    [52, 'ldapUnavailable'],
    [53, 'ldapUnwilling'],
    [4711, 'ldapRefused'],
  ])('with the bare result code %i is %s', (resultCode, code) => {
    expect(refused(resultCode).code).toBe(code);
  });

  it('before a sign-in is told by its Win32 error', () => {
    expect(refused(1, '000004DC: LdapErr: DSID-0C090A4C', { win32: '000004DC' }).code).toBe(
      'ldapSignInRequired',
    );
    expect(refused(1).code).toBe('ldapServerError');
  });

  it('names the account in the line to copy', () => {
    expect(refused(49, '', { data: '775' }).command).toContain('(sAMAccountName=anna)');
  });
});

describe('a connection to a directory', () => {
  const failed = (systemCode: string, stage: 'connect' | 'secure') =>
    diagnose({ protocol: 'ldap', stage, systemCode, parameters: {} });

  it('is looked after by those who run the directory', () => {
    const who = 'directoryAdministrator';
    expect(failed('ECONNREFUSED', 'connect')).toMatchObject({ code: 'connectionRefused', who });
    expect(failed('CERT_HAS_EXPIRED', 'secure')).toMatchObject({ code: 'certificateExpired', who });
  });

  it('that is reset in the handshake met a controller without a certificate', () => {
    expect(failed('ECONNRESET', 'secure').code).toBe('ldapsWithoutCertificate');
  });
});

describe('a mail server that cannot ask its directory', () => {
  it.each([
    ['451 4.3.0 <bob@example.net>: Temporary lookup failure (ldap)'],
    ['535 5.7.8 Error: authentication failed: LDAP bind refused, Invalid credentials (49)'],
  ])('speaks of mail: %s', (text) => {
    expect(ask(text)?.who).not.toBe('directoryAdministrator');
    expect(ask(text, 'smtp')?.code).toBe(ask(text)?.code);
  });
});

describe('texts that name a directory without an error', () => {
  it.each([
    'LDAP server listening on port 389',
    'Successfully bound to ldap://dc1.corp.example.org:389',
    'result: 0 Success',
    'kinit succeeded for anna@CORP.EXAMPLE.ORG',
    'slapd[812]: conn=1004 op=0 RESULT tag=97 err=0 text=',
    'ldap3 version 2.9.1',
    'Our certificate for the LDAP server will be exchanged on Monday',
    'A Kerberos authentication ticket (TGT) was requested. Result Code: 0x0',
  ])('%s', (text) => {
    expect(ask(text)).toBeUndefined();
  });
});
