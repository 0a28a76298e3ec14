import type { ProfileWrite, SmtpWrite } from './profile.ts';
import type { UserName } from './secret.ts';

type Authentication<Password> =
  { mode: 'none' } | { mode: 'password'; userName: UserName; password: Password };
type Arrival<Password> = Omit<NonNullable<SmtpWrite['arrival']>, 'password'> & { password: Password };

/** A profile's values around any shape of its passwords: written, viewed or stored. */
export type ProfileValues<Password> =
  | Exclude<ProfileWrite, { kind: 'smtp' }>
  | (Omit<SmtpWrite, 'authentication' | 'arrival'> & {
      authentication: Authentication<Password>;
      arrival: Arrival<Password> | null;
    });

/** The places of a profile that hold a password. */
export type PasswordSlot = 'password' | 'arrivalPassword';

/** The same values with each password replaced by what `replace` gives for it. */
export const mapPasswords = <From, To>(
  values: ProfileValues<From>,
  replace: (password: From, slot: PasswordSlot) => To,
): ProfileValues<To> => {
  if (values.kind !== 'smtp') return values;
  const { authentication, arrival } = values;
  return {
    ...values,
    authentication:
      authentication.mode === 'none'
        ? authentication
        : { ...authentication, password: replace(authentication.password, 'password') },
    arrival: arrival && { ...arrival, password: replace(arrival.password, 'arrivalPassword') },
  };
};
