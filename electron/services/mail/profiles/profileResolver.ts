import type { ProfileWrite, SmtpWrite } from '../../../contract/mail/profile.ts';
import type { StoredSmtp, StoredValues } from '../../../stores/settings/settingsSchema.ts';
import {
  createCredentialReading,
  type Credential,
  type CredentialParts,
} from '../../secrets/credentialReading.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import { type SecretSlot, slotContent, slotPaths, slotSecret } from './secretSlot.ts';

/** The stored values of a profile whose secrets `keep` means. */
export type StoredBase = { profileId: string; base: StoredValues };

type ReadCredential = (slot: SecretSlot) => Promise<Credential | null>;

const resolveSmtp = async (
  values: SmtpWrite | StoredSmtp,
  read: ReadCredential,
): Promise<ResolvedProfile> => {
  const { arrival } = values;
  const signIn = await read('password');
  const fetching = await read('arrivalPassword');
  return {
    ...values,
    trust: shownTrust(values.trust),
    authentication: signIn === null ? { mode: 'none' } : { mode: 'password', ...signIn },
    arrival: arrival &&
      fetching && {
        ...arrival,
        trust: shownTrust(arrival.trust),
        userName: fetching.userName,
        password: fetching.password,
      },
  };
};

/**
 * Replaces the references in a profile's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`ownVariable`, `environmentMissing`, `controlCharacter`), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createProfileResolver = (parts: CredentialParts) => {
  const { readStored, readWritten } = createCredentialReading(parts);

  return {
    /** Values as a form wrote them; `stored`: whose secrets `keep` means. */
    resolveWritten: async (values: ProfileWrite, stored: StoredBase | null): Promise<ResolvedProfile> => {
      if (values.kind !== 'smtp') return values;
      return resolveSmtp(values, async (slot) => {
        const content = slotContent(values, slot);
        const kept = stored && slotSecret(stored.profileId, stored.base, slot);
        return content && readWritten(content, kept, slotPaths[slot]);
      });
    },

    /** Values as they are in the settings. */
    resolveStored: async (profileId: string, values: StoredValues): Promise<ResolvedProfile> => {
      if (values.kind !== 'smtp') return values;
      return resolveSmtp(values, async (slot) => {
        const secret = slotSecret(profileId, values, slot);
        return secret && readStored(secret, slotPaths[slot]);
      });
    },
  };
};

export type ProfileResolver = ReturnType<typeof createProfileResolver>;
