import type { Resolver } from 'react-hook-form';
import type { FieldIssue } from '../../../../electron/contract/failures.ts';
import { fieldIssues } from '../../../../electron/contract/issues.ts';
import { type SignInRules, signInRulesSchema } from '../../../../electron/contract/security/signInRules.ts';
import { issueErrors } from '../../../controls/issueErrors.ts';
import { numberOf } from '../../../controls/numberOf.ts';

/** The rules with each number as the text that was typed. */
type Typed<Rules> = {
  [Rule in keyof Rules]: Rules[Rule] extends number
    ? string
    : Rules[Rule] extends boolean
      ? boolean
      : Typed<Rules[Rule]>;
};
export type RulesForm = Typed<SignInRules>;

/** The rules as the form holds them. */
export const toForm = ({ passwords, lockout, sessions, audit, ...rest }: SignInRules): RulesForm => ({
  ...rest,
  passwords: {
    ...passwords,
    minimumLength: String(passwords.minimumLength),
    expirationDays: String(passwords.expirationDays),
    previousPasswords: String(passwords.previousPasswords),
  },
  lockout: {
    ...lockout,
    lockSeconds: String(lockout.lockSeconds),
    attempts: String(lockout.attempts),
  },
  sessions: {
    ...sessions,
    idleMinutes: String(sessions.idleMinutes),
    absoluteHours: String(sessions.absoluteHours),
  },
  audit: { retentionDays: String(audit.retentionDays) },
});

/** The rules that the form means, in the shape of the contract; whether they are right is the schema's word. */
const candidate = ({ passwords, lockout, sessions, audit, ...rest }: RulesForm): unknown => ({
  ...rest,
  passwords: {
    ...passwords,
    minimumLength: numberOf(passwords.minimumLength),
    expirationDays: numberOf(passwords.expirationDays),
    previousPasswords: numberOf(passwords.previousPasswords),
  },
  lockout: {
    ...lockout,
    lockSeconds: numberOf(lockout.lockSeconds),
    attempts: numberOf(lockout.attempts),
  },
  sessions: {
    ...sessions,
    idleMinutes: numberOf(sessions.idleMinutes),
    absoluteHours: numberOf(sessions.absoluteHours),
  },
  audit: { retentionDays: numberOf(audit.retentionDays) },
});

type ReadForm = { rules: SignInRules; issues: [] } | { rules: null; issues: FieldIssue[] };

/** Reads the form: the rules that are sent, or what is wrong with which field. */
export const fromForm = (form: RulesForm): ReadForm => {
  const result = signInRulesSchema.safeParse(candidate(form), { reportInput: true });
  return result.success
    ? { rules: result.data, issues: [] }
    : { rules: null, issues: fieldIssues(result.error.issues) };
};

/** True when both forms mean the same rules. */
export const meanTheSame = (one: RulesForm, other: RulesForm): boolean =>
  JSON.stringify(candidate(one)) === JSON.stringify(candidate(other));

/** Judges the form with the schema of the contract, as the service will. */
export const rulesResolver: Resolver<RulesForm> = (form) => {
  const { issues } = fromForm(form);
  return issues.length === 0
    ? { values: form, errors: {} }
    : { values: {}, errors: issueErrors<RulesForm>(issues) };
};
