import type { FieldIssue } from '../../../electron/contract/failures.ts';
import { fieldIssues } from '../../../electron/contract/issues.ts';
import type { UserGrant, UserValues } from '../../../electron/contract/users/user.ts';
import { givenPasswordSchema, noPassword } from './givenPassword.ts';
import { emptyUser, grantsOf, type UserForm, userIssues, valuesOf } from './userForm.ts';

/** A new user as the fields hold it; without a password that user sets the first one by a reset mail. */
export type NewUserForm = UserForm & typeof noPassword & { hasPassword: boolean };

export const emptyNewUser: NewUserForm = { ...emptyUser, ...noPassword, hasPassword: true };

type NewUser = {
  values: Omit<UserValues, 'mustChangePassword'>;
  grants: UserGrant[];
  password: string | null;
};

/** What is sent to add the user. */
export const newUserOf = (form: NewUserForm): NewUser => {
  const { mustChangePassword: _, ...values } = valuesOf(form);
  return { values, grants: grantsOf(form), password: form.hasPassword ? form.password : null };
};

/** A reset mail needs somewhere to go. */
const missingAddress: FieldIssue = { path: ['mail'], code: 'required', parameters: {} };

/** What is wrong with the form. */
export const newUserIssues = (form: NewUserForm): FieldIssue[] => {
  if (!form.hasPassword) return [...userIssues(form), ...(form.mail.trim() === '' ? [missingAddress] : [])];
  const { error } = givenPasswordSchema.safeParse(form);
  return [...userIssues(form), ...fieldIssues(error?.issues ?? [])];
};
