import type { DirectoryValues } from '../../../contract/directory/mapDirectoryPassword.ts';
import type {
  StoredDirectory,
  StoredDirectoryValues,
  StoredPassword,
} from '../../../stores/settings/settingsSchema.ts';
import type { SecretArea } from '../../secrets/secretRecords.ts';
import { recordPathOf, type SecretContent, type StoredSecret } from '../../secrets/storedSecret.ts';
import { directoryTarget } from './directoryTarget.ts';

/** Prefix of every vault record of the directory's password. */
export const directoryRecords = 'directory/password/';

/** The password of these values and what it is for; null when the program's own identity reads. */
export const identityContent = <Password>(
  values: DirectoryValues<Password>,
): SecretContent<Password> | null => {
  const { identity } = values;
  if (identity.mode === 'windows') return null;
  const { userName, password } = identity;
  return {
    ...{ target: directoryTarget({ ...values, userName }), password },
    path: ['identity', 'password'],
    fields: [{ field: userName, path: ['identity', 'userName'] }],
  };
};

/** The password of stored values; null when they have none. */
export const identitySecret = (values: StoredDirectoryValues): StoredSecret | null => {
  const content = identityContent<StoredPassword>(values);
  return content && { ...content, records: directoryRecords };
};

/** What a directory has for a password, in force and as a draft. */
export const identitySecrets = ({ active, draft }: StoredDirectory): StoredSecret[] =>
  [active, draft].flatMap((values) => (values && identitySecret(values)) ?? []);

/** The password of the directory, as far as it lies in the vault. */
export const directorySecrets: SecretArea = {
  records: directoryRecords,
  namedIn: ({ directory }) => identitySecrets(directory).flatMap((secret) => recordPathOf(secret) ?? []),
};
