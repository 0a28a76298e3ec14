import { fail, isFailure } from '../../../contract/failures.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { PasswordWrite, UserName } from '../../../contract/mail/secret.ts';
import type { StoredPassword, StoredProfile, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { SecretPlace, Vault } from '../../../stores/vault/vault.ts';
import type { CredentialSource, ResolvedProfile } from '../resolvedProfile.ts';
import { keptPassword } from './keptPassword.ts';
import { secretPlace } from './secretPlace.ts';
import { type SecretSlot, type SlotContent, slotContent, slotPaths } from './secretSlot.ts';
import { shownTrust } from './shownTrust.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
export type ResolverParts = { vault: Pick<Vault, 'read'>; environment: Environment };

type Credential = { password: string; source: CredentialSource };
type ReadCredential = (slot: SecretSlot) => Promise<Credential | null>;

/** INVALID_INPUT at the field, when a variable is not set in the environment that the program runs in. */
const readVariable = (environment: Environment, name: string, path: string[]): string => {
  const value = environment[name];
  if (value) return value;
  throw fail('INVALID_INPUT', { issues: [{ path, code: 'environmentMissing', parameters: { name } }] });
};

const required = (slot: SecretSlot) => fail('SECRET_REQUIRED', { path: slotPaths[slot] });

/**
 * Replaces the references in a profile's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`environmentMissing`), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createProfileResolver = ({ vault, environment }: ResolverParts) => {
  const readUserName = (userName: UserName, area: string) =>
    userName.source === 'value'
      ? userName.value
      : readVariable(environment, userName.name, [area, 'userName', 'name']);

  const readPasswordVariable = (slot: SecretSlot, name: string): Credential => ({
    source: 'environment',
    password: readVariable(environment, name, [...slotPaths[slot], 'name']),
  });

  /** A record that is gone is asked for at its field. */
  const readRecord = async (slot: SecretSlot, place: SecretPlace): Promise<string> => {
    try {
      return await vault.read(place);
    } catch (error) {
      throw isFailure(error) && error.code === 'SECRET_REQUIRED' ? required(slot) : error;
    }
  };

  const readStored = async (
    profileId: string,
    slot: SecretSlot,
    { target, password }: SlotContent<StoredPassword>,
  ): Promise<Credential> => {
    const { source } = password;
    if (source === 'environment') return readPasswordVariable(slot, password.name);
    if (source === 'insecure') {
      if (password.value === '') throw required(slot);
      return { source, password: password.value };
    }
    if (password.record === null) throw required(slot);
    return {
      source,
      password: await readRecord(slot, secretPlace(profileId, slot, password.record, target)),
    };
  };

  const readWritten = async (
    slot: SecretSlot,
    { target, password }: SlotContent<PasswordWrite>,
    stored: { profileId: string; base: StoredValues } | null,
  ): Promise<Credential> => {
    if (password.source === 'environment') return readPasswordVariable(slot, password.name);
    if (password.secret.action === 'set') return { source: 'typed', password: password.secret.value };
    if (stored === null) throw required(slot);
    return readStored(stored.profileId, slot, keptPassword(stored.base, slot, target, password.source));
  };

  const resolve = async (
    values: ProfileWrite | StoredValues,
    read: ReadCredential,
  ): Promise<ResolvedProfile> => {
    if (values.kind !== 'smtp') return values;
    const { authentication, arrival } = values;
    const signIn = await read('password');
    const fetching = await read('arrivalPassword');
    return {
      ...values,
      trust: shownTrust(values.trust),
      authentication:
        authentication.mode === 'none' || signIn === null
          ? { mode: 'none' }
          : {
              mode: 'password',
              userName: readUserName(authentication.userName, 'authentication'),
              ...signIn,
            },
      arrival: arrival &&
        fetching && {
          ...arrival,
          trust: shownTrust(arrival.trust),
          userName: readUserName(arrival.userName, 'arrival'),
          password: fetching.password,
        },
    };
  };

  return {
    /** Values as a form wrote them; `base`: the stored values whose secrets `keep` means. */
    resolveWritten: (
      values: ProfileWrite,
      stored: { profileId: string; base: StoredValues } | null,
    ): Promise<ResolvedProfile> =>
      resolve(values, async (slot) => {
        const content = slotContent(values, slot);
        return content && readWritten(slot, content, stored);
      }),

    /** Values as they are in the settings. */
    resolveStored: (profileId: StoredProfile['id'], values: StoredValues): Promise<ResolvedProfile> =>
      resolve(values, async (slot) => {
        const content = slotContent(values, slot);
        return content && readStored(profileId, slot, content);
      }),
  };
};

export type ProfileResolver = ReturnType<typeof createProfileResolver>;
