import type { StoredPassword, StoredValues } from './settingsSchema.ts';

/** Stored values with each password replaced by what `replace` gives for it. */
export const mapPasswords = (
  values: StoredValues,
  replace: (password: StoredPassword, slot: 'password' | 'arrivalPassword') => StoredPassword,
): StoredValues => {
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
