import type { WatchedSecretKind } from '../../contract/watch/watch.ts';
import type { Settings, StoredPassword, StoredSmtp } from '../../stores/settings/settingsSchema.ts';
import { providerOfHost } from '../mail/radar/providerOfHost.ts';
import type { WatchedSignIn } from './observation.ts';

const passwordKind = (host: string): WatchedSecretKind =>
  ['google', 'yahoo', 'icloud'].includes(providerOfHost(host)) ? 'appPassword' : 'password';

/** A new password is a new record, so that its age is known; of what lies elsewhere nobody can tell when it changed. */
const recordOf = (password: StoredPassword): string | null =>
  password.source === 'vault' ? password.record : null;

const signInsOf = (profileId: string, values: StoredSmtp): WatchedSignIn[] => {
  const { name, host, authentication, arrival } = values;
  const used = [
    ...(authentication.mode === 'password'
      ? [{ part: 'authentication', host, password: authentication.password } as const]
      : []),
    ...(arrival === null
      ? []
      : [{ part: 'arrival', host: arrival.host, password: arrival.password } as const]),
  ];
  return used.flatMap(({ part, host: server, password }) => {
    const secretId = recordOf(password);
    if (secretId === null) return [];
    const unknown = { expiresAt: null, setAt: null, lastUsedAt: null };
    return [{ profileId, profileName: name, kind: passwordKind(server), part, secretId, ...unknown }];
  });
};

/** The secrets with which the mail profiles in force sign in, as far as the settings tell. */
export const watchedSignIns = ({ mail }: Pick<Settings, 'mail'>): WatchedSignIn[] =>
  mail.profiles.flatMap(({ id, active }) => (active?.kind === 'smtp' ? signInsOf(id, active) : []));
