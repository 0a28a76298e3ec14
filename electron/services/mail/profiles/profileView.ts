import { mapSecrets } from '../../../contract/mail/mapSecrets.ts';
import type { ProfileView } from '../../../contract/mail/profile.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { viewPassword } from '../../secrets/viewPassword.ts';

/** What everybody with the right to look may know of stored values: whether a password is there, never which. */
export const toView = (values: StoredValues): ProfileView => mapSecrets(values, viewPassword);
