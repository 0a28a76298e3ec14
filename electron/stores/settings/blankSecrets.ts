import { mapDirectoryPassword } from '../../contract/directory/mapDirectoryPassword.ts';
import { mapSecrets } from '../../contract/mail/mapSecrets.ts';
import type { Settings, StoredDirectory, StoredPassword, StoredProfile } from './settingsSchema.ts';

const blank = (password: StoredPassword): StoredPassword =>
  password.source === 'insecure' ? { source: 'insecure', value: '' } : password;

const blankProfile = ({ active, draft, ...rest }: StoredProfile): StoredProfile => ({
  ...rest,
  active: active && mapSecrets(active, blank),
  draft: draft && mapSecrets(draft, blank),
});

const blankDirectory = ({ active, draft }: StoredDirectory): StoredDirectory => ({
  active: active && mapDirectoryPassword(active, blank),
  draft: draft && mapDirectoryPassword(draft, blank),
});

/** The same settings with every insecure string empty, to be kept in the history. */
export const blankSecrets = (settings: Settings): Settings => ({
  ...settings,
  mail: { ...settings.mail, profiles: settings.mail.profiles.map(blankProfile) },
  directory: blankDirectory(settings.directory),
});
