import { longestPassword, type PasswordRules } from '../../../contract/security/signInRules.ts';
import type { IsCommonPassword } from './commonPasswords.ts';
import { passwordLength } from './preparePassword.ts';

/** Why a password is refused; `parameters` are for the sentence that says so. */
export type PasswordFault =
  | { code: 'passwordTooShort'; parameters: { minimum: number } }
  | { code: 'passwordTooLong'; parameters: { maximum: number } }
  | { code: PlainFault; parameters: Record<never, never> };

type PlainFault =
  | 'passwordNeedsSpecialCharacter'
  | 'passwordNeedsLowercase'
  | 'passwordNeedsUppercase'
  | 'passwordNeedsDigit'
  | 'passwordIsCommon'
  | 'passwordIsOwnName'
  | 'passwordWasUsed';

type Kind = { rule: keyof PasswordRules; pattern: RegExp; code: PlainFault };

/** S01. A letter without case is neither: it is a special character only if it is no letter at all. */
const kinds: readonly Kind[] = [
  { rule: 'mustHaveSpecialCharacters', pattern: /[^\p{L}\p{N}]/u, code: 'passwordNeedsSpecialCharacter' },
  { rule: 'mustHaveLowercase', pattern: /\p{Ll}/u, code: 'passwordNeedsLowercase' },
  { rule: 'mustHaveUppercase', pattern: /\p{Lu}/u, code: 'passwordNeedsUppercase' },
  { rule: 'mustHaveDigits', pattern: /\p{Nd}/u, code: 'passwordNeedsDigit' },
];

const plain = (code: PlainFault): PasswordFault => ({ code, parameters: {} });

const lengthFaults = (password: string, minimum: number): PasswordFault[] => {
  const length = passwordLength(password);
  if (length < minimum) return [{ code: 'passwordTooShort', parameters: { minimum } }];
  return length > longestPassword
    ? [{ code: 'passwordTooLong', parameters: { maximum: longestPassword } }]
    : [];
};

/** Shorter names stand in many a word by chance. In code points, as all lengths here. */
const shortestNameInWords = 3;
const leastBesideNames = 8;

/** What a guesser who knows the person tries first: the names, and the names with a little more. */
const isOwnName = (password: string, names: readonly string[]): boolean => {
  const typed = password.toLowerCase();
  const known = names.filter((name) => name !== '').map((name) => name.toLowerCase());
  const beside = known
    .filter((name) => passwordLength(name) >= shortestNameInWords)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, name) => rest.replaceAll(name, ''), typed);
  return known.includes(typed) || (beside !== typed && passwordLength(beside) < leastBesideNames);
};

export type JudgeParts = {
  isCommon: IsCommonPassword;
  /** True when the person had this password among the last `count`. */
  wasUsed: (password: string, count: number) => Promise<boolean>;
};

/** Everything that the rules have against a prepared password of somebody with these names; empty: it may be used. */
export const judgePassword = async (
  password: string,
  rules: PasswordRules,
  names: readonly string[],
  { isCommon, wasUsed }: JudgeParts,
): Promise<PasswordFault[]> => {
  const faults = [
    ...lengthFaults(password, rules.minimumLength),
    ...kinds
      .filter(({ rule, pattern }) => rules[rule] && !pattern.test(password))
      .map(({ code }) => plain(code)),
  ];
  if (isOwnName(password, names)) faults.push(plain('passwordIsOwnName'));
  else if (await isCommon(password)) faults.push(plain('passwordIsCommon'));
  if (faults.length > 0 || rules.previousPasswords === 0) return faults;
  return (await wasUsed(password, rules.previousPasswords)) ? [plain('passwordWasUsed')] : [];
};
