import { mapPasswords } from '../../../contract/mail/mapPasswords.ts';
import type { ProfileView } from '../../../contract/mail/profile.ts';
import type { PasswordView } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredValues } from '../../../stores/settings/settingsSchema.ts';

const viewPassword = (password: StoredPassword): PasswordView => {
  switch (password.source) {
    case 'vault':
      return { source: 'vault', stored: password.record !== null };
    case 'environment':
      return password;
    case 'insecure':
      return { source: 'insecure', stored: password.value !== '' };
  }
};

/** What everybody with the right to look may know of stored values: whether a password is there, never which. */
export const toView = (values: StoredValues): ProfileView => mapPasswords(values, viewPassword);
