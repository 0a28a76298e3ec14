import { describe, expect, it } from 'vitest';
import { LdapError } from '../../../../electron/protocols/ldap/ldapError.ts';

const refused = (resultCode: number, diagnosticMessage: string): LdapError =>
  new LdapError({ resultCode, diagnosticMessage, matchedDn: '', referrals: [] });

describe('a refusal', () => {
  it.each([
    [
      49,
      '80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data 52e, v1db1',
      '52e',
      '80090308',
    ],
    [
      49,
      '80090346: LdapErr: DSID-0C090597, comment: AcceptSecurityContext error, data 80090346, v4563\0',
      '80090346',
      '80090346',
    ],
    [
      8,
      '00002028: LdapErr: DSID-0C090259, comment: The server requires binds …, data 0, v4563',
      '0',
      '00002028',
    ],
    [49, '8009030c: LdapErr: …, DATA 52E, v1db1', '52e', '8009030C'],
    [49, 'Invalid credentials', null, null],
    [53, 'unauthenticated bind (DN with no password) disallowed, data base', null, null],
    [32, '', null, null],
  ])('%i %j', (resultCode, words, data, win32) => {
    expect(refused(resultCode, words)).toMatchObject({ resultCode, diagnosticMessage: words, data, win32 });
  });

  it('has the name of its code, also of one that nobody has registered', () => {
    expect(refused(49, '').resultName).toBe('invalidCredentials');
    expect(refused(4711, '').resultName).toBe('unknown');
  });
});
