import type { PasswordView } from '../../contract/mail/secret.ts';
import type { StoredPassword } from '../../stores/settings/settingsSchema.ts';
import { isStored } from './storedSecret.ts';

/** What everybody with the right to look may know of a stored password: whether it is there, never which it is. */
export const viewPassword = (password: StoredPassword): PasswordView =>
  password.source === 'environment' ? password : { source: password.source, stored: isStored(password) };
