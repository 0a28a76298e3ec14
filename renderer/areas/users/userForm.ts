import type { FieldValues, Resolver } from 'react-hook-form';
import type { FieldIssue } from '../../../electron/contract/failures.ts';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import type { Language } from '../../../electron/contract/languages.ts';
import {
  type SavedUserValues,
  savedUserValuesSchema,
  type UserGrant,
  type UserKind,
  type UserValues,
  userValuesSchema,
} from '../../../electron/contract/users/user.ts';
import type { UserDetails } from '../../../electron/contract/users/userDetails.ts';
import { issueErrors } from '../../controls/issueErrors.ts';
import { ofConsole } from '../session/sessionForms.ts';
import { withGrant } from './userGrants.ts';

/** What an administrator decides of a user, as its fields hold it; an empty address is none. */
export type UserForm = Omit<UserValues, 'mail' | 'language'> & {
  mail: string;
  language: Language | typeof ofConsole;
  grants: readonly UserGrant[];
  /** One more role that is chosen but not added to the list yet; it counts as soon as the role is there. */
  newGrant: ChosenGrant;
};

export type ChosenGrant = { roleId: string | null; folderId: string | null };

export const noGrant: ChosenGrant = { roleId: null, folderId: null };

export const emptyUser: UserForm = {
  ...{ name: '', displayName: '', mail: '', language: ofConsole, grants: [], newGrant: noGrant },
  ...{ isActive: true, mayUseBasicAuthentication: false, mustChangePassword: false },
};

export const toForm = ({ values, grants }: Pick<UserDetails, 'values' | 'grants'>): UserForm => ({
  ...values,
  mail: values.mail ?? '',
  language: values.language ?? ofConsole,
  grants,
  newGrant: noGrant,
});

/** The roles of the form, with the one that is chosen last: who saves without adding it to the list wants it, too. */
export const grantsOf = ({
  grants,
  newGrant: { roleId, folderId },
}: Pick<UserForm, 'grants' | 'newGrant'>): UserGrant[] => [
  ...(roleId === null ? grants : withGrant(grants, { roleId, folderId })),
];

const typedValues = (form: UserForm): UserValues => ({
  name: form.name,
  displayName: form.displayName,
  mail: form.mail.trim() === '' ? null : form.mail,
  language: form.language === ofConsole ? null : form.language,
  isActive: form.isActive,
  mayUseBasicAuthentication: form.mayUseBasicAuthentication,
  mustChangePassword: form.mustChangePassword,
});

/** The values that the form stands for, as the program keeps them: without blanks around them. */
export const valuesOf = (form: UserForm): UserValues => userValuesSchema.parse(typedValues(form));

/** What of the form is sent to be saved: the names of people and groups of a directory are its own. */
const typedSaved = (form: UserForm, kind: UserKind): SavedUserValues => {
  const { name, displayName, ...decided } = typedValues(form);
  return kind === 'localUser' ? { name, displayName, ...decided } : decided;
};

/** What is saved: what the user may have changed meanwhile only if it was changed in the form. */
export const savedOf = (
  form: UserForm,
  kind: UserKind,
  { language: isLanguageChosen, mustChangePassword: isDecided }: Partial<Record<keyof UserForm, unknown>>,
): { values: SavedUserValues; grants: UserGrant[] } => {
  const { language, mustChangePassword, ...values } = savedUserValuesSchema.parse(typedSaved(form, kind));
  const decided = {
    ...(isLanguageChosen ? { language } : {}),
    ...(isDecided ? { mustChangePassword } : {}),
  };
  return { values: { ...values, ...decided }, grants: grantsOf(form) };
};

/** What is wrong with the form, as the schema of the contract says it. */
export const userIssues = (form: UserForm): FieldIssue[] =>
  fieldIssues(userValuesSchema.safeParse(typedValues(form)).error?.issues ?? []);

/** The same of a user or group that is there already. */
export const savedIssues =
  (kind: UserKind) =>
  (form: UserForm): FieldIssue[] =>
    fieldIssues(savedUserValuesSchema.safeParse(typedSaved(form, kind)).error?.issues ?? []);

/** Judges a form by the issues that are found in it. */
export const judgeBy =
  <Form extends FieldValues>(issuesOf: (form: Form) => readonly FieldIssue[]): Resolver<Form> =>
  (form) => {
    const issues = issuesOf(form);
    return issues.length === 0
      ? { values: form, errors: {} }
      : { values: {}, errors: issueErrors<Form>(issues) };
  };
