import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directoryFindings } from '../../../../electron/services/knowledge/directoryFindings.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { directoryRules } from '../../../../electron/services/knowledge/rules/allRules.ts';

const ask = (text: string) => explain({ text, protocol: null, stage: null })?.finding;
const isOfDirectory = (text: string) => (ask(text)?.code ?? '') in directoryFindings;

/** What is pasted alone, without the program that said it. */
const bareErrors = [
  ['The server is not operational.', 'ldapServerDown', 'network'],
  ['The user name or password is incorrect.', 'directoryCredentialsWrong', 'user'],
  ['A local error occurred.', 'ldapLocalError', 'user'],
  ['An operations error occurred.', 'ldapServerError', 'directoryAdministrator'],
  ['The supplied credential is invalid.', 'directoryCredentialsRefused', 'user'],
  [
    'The referenced account is currently locked out and may not be logged on to',
    'directoryAccountLocked',
    'directoryAdministrator',
  ],
  ['00002020: Operation unavailable without authentication', 'ldapSignInRequired', 'user'],
  ['no such object (32)', 'directoryObjectMissing', 'user'],
  ['size limit exceeded (4)', 'searchSizeLimit', 'user'],
  ['Error 0x51: Server Down', 'ldapServerDown', 'network'],
  ['81 (Server Down)', 'ldapServerDown', 'network'],
  ['49 (Invalid Credentials)', 'directoryCredentialsRefused', 'user'],
  ['0x8009030C', 'directoryCredentialsWrong', 'user'],
  ['-2146893044', 'directoryCredentialsWrong', 'user'],
  ['0xC000006D', 'directoryCredentialsWrong', 'user'],
  ['-1073741715', 'directoryCredentialsWrong', 'user'],
  ['0x8009030E', 'windowsCredentialsMissing', 'user'],
  ['SEC_E_NO_CREDENTIALS', 'windowsCredentialsMissing', 'user'],
  ['ERROR_NO_SUCH_DOMAIN 1355 0x54b', 'domainNotReachable', 'network'],
] as const;

/** The same with the program that said it. */
const namedErrors = [
  ['LDAP error 0x51 Server Down', 'ldapServerDown', 'network'],
  ['LDAP error 81 (Server Down)', 'ldapServerDown', 'network'],
  ['000020D6: SvcErr: DSID-031007E5, problem 5012 (DIR_ERROR)', 'ldapBaseOutsideForest', 'user'],
  ['PrincipalServerDownException "The server could not be contacted."', 'ldapServerDown', 'network'],
  ['PrincipalServerDownException: The server could not be contacted.', 'ldapServerDown', 'network'],
  ['New-Object : The server is not operational.', 'ldapServerDown', 'network'],
  [
    'Exception calling "FindOne" with "0" argument(s): "The server is not operational.\n"\nAt line:1 char:1',
    'ldapServerDown',
    'network',
  ],
] as const;

describe('an error of a directory, pasted as it was printed', () => {
  it.each([...bareErrors, ...namedErrors])('%s', (text, code, who) => {
    expect(ask(text)).toMatchObject({ code, who });
  });

  it('is known in whatever case it is written', () => {
    for (const [text, code] of bareErrors.filter(([error]) => !error.includes('_')))
      expect(ask(text.toLowerCase())?.code).toBe(code);
  });
});

describe('a code of Windows', () => {
  const codes = directoryRules.flatMap(({ when }) => [when.systemCode ?? []].flat());
  const hexadecimals = codes.flatMap((code) => {
    const win32 = /^WIN32:(\d+)$/.exec(code)?.[1];
    if (win32 !== undefined) return [`0x8007${Number(win32).toString(16).padStart(4, '0')}`];
    return /^0X[0-9A-F]{8}$/.test(code) ? [code.replace('0X', '0x')] : [];
  });

  it.each(hexadecimals)('%s means the same in small letters and as a signed number', (code) => {
    const expected = ask(code)?.code;
    expect(expected).toBeDefined();
    expect(ask(code.toLowerCase())?.code).toBe(expected);
    expect(ask(String(Number(code) - 2 ** 32))?.code).toBe(expected);
  });
});

describe('a result code of LDAP', () => {
  it.each(Array.from({ length: 97 }, (_, index) => index + 1))(
    '%i means the same in hexadecimal',
    (result) => {
      const hexadecimal = `0x${result.toString(16)}`;
      const expected = ask(`LDAP error ${result}`)?.code;
      expect(ask(`LDAP error ${hexadecimal}`)?.code).toBe(expected);
      expect(ask(`Error <${hexadecimal}>: ldap_search_s() failed`)?.code).toBe(expected);
    },
  );
});

describe('the same words in mail', () => {
  const mailBefore = [
    '535 5.7.8 ',
    '535 ',
    '454 4.7.0 ',
    '550 5.1.1 ',
    '552 5.3.4 ',
    '452 ',
    'SMTP error from remote mail server after RCPT TO:<bob@example.net>: ',
    'status=deferred (host mx.example.net[203.0.113.7] said: ',
    'System.Net.Mail.SmtpException: ',
    'IMAP: ',
  ];

  it('stay mail, whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...mailBefore),
        fc.constantFrom(...bareErrors.map(([text]) => text)),
        fc.constantFrom('', '\n', ' ', '\nQUIT'),
        (before, text, after) => {
          expect(isOfDirectory(`${before}${text}${after}`)).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['552 5.3.4 Message size limit exceeded (4)', 'messageTooBig'],
    ['552 Message size limit exceeded', 'messageTooBig'],
    ['535 5.7.8 The user name or password is incorrect.', 'wrongCredentials'],
    ['535 The user name or password is incorrect.', 'wrongCredentials'],
    ['550 5.1.1 no such object (32)', 'recipientUnknown'],
  ])('%s', (text, code) => {
    expect(ask(text)?.code).toBe(code);
  });
});

describe('words that only look alike', () => {
  it.each([
    'Message size limit exceeded (4)',
    'You see this page because the user name or password is incorrect.',
    'If the server is not operational, call the help desk',
    'The user name or password is incorrect. Try again or choose another way to sign in to the shop.',
    'Shop-Login: The user name or password is incorrect.',
    'ERROR 1326 (24000): Cursor is not open',
    'Error code 1355',
    'no such object (7)',
    'order -2146893044.50',
    'chapter 49: invalid arguments',
    'The server could not be contacted.',
    '0x31',
  ])('%s', (text) => {
    expect(ask(text)).toBeUndefined();
  });
});
