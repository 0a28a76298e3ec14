import type { Settings, StoredPassword, StoredProfile, StoredValues } from './settingsSchema.ts';

const blankPassword = (password: StoredPassword): StoredPassword =>
  password.source === 'insecure' ? { source: 'insecure', value: '' } : password;

const blankValues = (values: StoredValues): StoredValues => {
  if (values.kind !== 'smtp') return values;
  const { authentication, arrival } = values;
  return {
    ...values,
    authentication:
      authentication.mode === 'none'
        ? authentication
        : { ...authentication, password: blankPassword(authentication.password) },
    arrival: arrival && { ...arrival, password: blankPassword(arrival.password) },
  };
};

const blankProfile = (profile: StoredProfile): StoredProfile => ({
  ...profile,
  active: profile.active && blankValues(profile.active),
  draft: profile.draft && blankValues(profile.draft),
});

/** The same settings with every insecure string empty, to be kept in the history. */
export const blankSecrets = (settings: Settings): Settings => ({
  ...settings,
  mail: { ...settings.mail, profiles: settings.mail.profiles.map(blankProfile) },
});
