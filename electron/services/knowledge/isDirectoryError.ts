import type { Clue } from './clue.ts';
import { directoryRules, particularRules } from './rules/allRules.ts';
import type { Rule } from './rules/rule.ts';

const codesOf = (rules: readonly Rule[]): string[] =>
  rules.flatMap(({ when }) => [when.systemCode ?? []].flat());

/**
 * How a code stands in a text that names nothing else: Win32 errors as HRESULT (MS-ERREF 2.1.2), others as they are. Bare
 * numbers do not count: 1326 and 49 mean something to every program.
 */
const printed = (code: string): string[] => {
  const [kind = '', number] = code.split(':');
  if (number === undefined) return [code];
  return kind === 'WIN32' ? [`0X8007${Number(number).toString(16).padStart(4, '0').toUpperCase()}`] : [];
};

const knownToMail = new Set(codesOf(particularRules));
const directoryCodes = codesOf(directoryRules)
  .filter((code) => !knownToMail.has(code))
  .flatMap(printed);

/** What Windows and LDAP programs print without saying whose it is: sentences, and result codes beside their names. */
const messages = [
  'the server is not operational',
  'the user name or password is incorrect',
  'the supplied credential is invalid',
  'the referenced account is currently locked out and may not be logged on to',
  'a local error occurred',
  'an operations error occurred',
  '(?:00002020: )?operation unavailable without authentication',
  String.raw`size ?limit exceeded \(4\)`,
  String.raw`strong\(er\) authentication required \(8\)`,
  String.raw`no such object \(32\)`,
  String.raw`invalid DN syntax \(34\)`,
  String.raw`invalid credentials \(49\)`,
  String.raw`insufficient access \(50\)`,
  String.raw`server is unwilling to perform \(53\)`,
  String.raw`(?:error )?(?:49|0x31)(?:: | \()invalid credentials`,
  String.raw`(?:error )?(?:81|0x51)(?:: | \()server down`,
];
/** An exception, a method or a cmdlet of PowerShell that passes a message on. */
const speaker = String.raw`.{0,200}(?:Exception|argument\(s\)|\b(?:Add|Enter|Get|Invoke|Move|New|Remove|Set|Test)-[A-Z]\w{1,40})[^:\n]{0,40}: ?`;
/** Only as all that a line says: within a sentence the same words are somebody else's. */
const wholeMessage = new RegExp(
  String.raw`^["' \t]{0,8}(?:${speaker})?"?(?:${messages.join('|')})[.)"']{0,3}[ \t\r]{0,8}$`,
  'im',
);

/**
 * Tells whether a text that does not name LDAP, Active Directory or Kerberos is an error of theirs all the same: by a code
 * or a whole message that only they have. Where mail is talked about, it is mail.
 */
export const isDirectoryError = (text: string, clues: readonly Clue[]): boolean =>
  clues.every(({ protocol }) => protocol === null) &&
  (wholeMessage.test(text) ||
    clues.some(({ systemCodes }) => directoryCodes.some((code) => systemCodes.has(code))));
