import type { ProfileWrite, SmtpWrite } from '../../../contract/mail/profile.ts';
import type { UserName } from '../../../contract/mail/secret.ts';
import type { StoredSmtp, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import {
  createCredentialReading,
  type Credential,
  type CredentialParts,
  type StoredBase,
} from './credentialReading.ts';
import { readVariable, requireOneLine } from './readVariable.ts';
import { type SecretSlot, slotContent, slotPaths, userNamePaths } from './secretSlot.ts';
import { shownTrust } from './shownTrust.ts';

type ReadCredential = (slot: SecretSlot) => Promise<Credential | null>;

const readOneLine = async (read: ReadCredential, slot: SecretSlot): Promise<Credential | null> => {
  const credential = await read(slot);
  if (credential !== null) requireOneLine(credential.password, slotPaths[slot]);
  return credential;
};

/**
 * Replaces the references in a profile's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`ownVariable`, `environmentMissing`, `controlCharacter`), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createProfileResolver = (parts: CredentialParts) => {
  const { readStored, readWritten } = createCredentialReading(parts);

  const readUserName = (userName: UserName, slot: SecretSlot): string =>
    userName.source === 'value'
      ? userName.value
      : readVariable(parts.environment, userName.name, [...userNamePaths[slot], 'name']);

  const resolveSmtp = async (
    values: SmtpWrite | StoredSmtp,
    read: ReadCredential,
  ): Promise<ResolvedProfile> => {
    const { authentication, arrival } = values;
    const signIn = await readOneLine(read, 'password');
    const fetching = await readOneLine(read, 'arrivalPassword');
    return {
      ...values,
      trust: shownTrust(values.trust),
      authentication:
        authentication.mode === 'none' || signIn === null
          ? { mode: 'none' }
          : {
              mode: 'password',
              userName: readUserName(authentication.userName, 'password'),
              ...signIn,
            },
      arrival: arrival &&
        fetching && {
          ...arrival,
          trust: shownTrust(arrival.trust),
          userName: readUserName(arrival.userName, 'arrivalPassword'),
          password: fetching.password,
        },
    };
  };

  return {
    /** Values as a form wrote them; `stored`: whose secrets `keep` means. */
    resolveWritten: async (values: ProfileWrite, stored: StoredBase | null): Promise<ResolvedProfile> => {
      if (values.kind !== 'smtp') return values;
      return resolveSmtp(values, async (slot) => {
        const content = slotContent(values, slot);
        return content && readWritten(stored, slot, content);
      });
    },

    /** Values as they are in the settings. */
    resolveStored: async (profileId: string, values: StoredValues): Promise<ResolvedProfile> => {
      if (values.kind !== 'smtp') return values;
      return resolveSmtp(values, async (slot) => {
        const content = slotContent(values, slot);
        return content && readStored(profileId, slot, content);
      });
    },
  };
};

export type ProfileResolver = ReturnType<typeof createProfileResolver>;
