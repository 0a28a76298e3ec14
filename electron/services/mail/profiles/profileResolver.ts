import { fail } from '../../../contract/failures.ts';
import { impossibilities } from '../../../contract/mail/impossibilities.ts';
import type { ProfileValues, SecretSlot } from '../../../contract/mail/mapSecrets.ts';
import type { ProfileWrite } from '../../../contract/mail/profile.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import {
  createSecretReading,
  type ReadSecret,
  type SecretReadingParts,
} from '../../secrets/secretReading.ts';
import { shownTrust } from '../../trust/shownTrust.ts';
import type { ResolvedProfile } from '../resolvedProfile.ts';
import { slotContent, slotSecret } from './secretSlot.ts';
import { resolveSignIn, resolveTokenSignIn, type SignInReading } from './signInResolving.ts';

/** The stored values of a profile whose secrets `keep` means. */
export type StoredBase = { profileId: string; base: StoredValues };

type ReadSlot = (slot: SecretSlot) => Promise<ReadSecret>;

const present = <Content>(content: Content | null, slot: SecretSlot): Content => {
  if (content === null) throw new Error(`These values have no secret in the slot ${slot}.`);
  return content;
};

const readingOfArrival = (field: SignInReading['field'], read: ReadSlot): SignInReading => ({
  ...{ path: ['arrival', 'authentication'], field },
  secret: (name) => read(name === 'password' ? 'arrivalPassword' : 'arrivalClientSecret'),
});

const requirePossible = (values: ProfileValues<unknown>, field: SignInReading['field']): void => {
  const issues = impossibilities(values, (tenant) => field({ field: tenant, path: [] }));
  if (issues.length > 0) throw fail('INVALID_INPUT', { issues });
};

/**
 * Replaces the references in a profile's values by what they stand for. Failures: SECRET_REQUIRED, INVALID_INPUT
 * (`ownVariable`, `environmentMissing`, `controlCharacter`, `privateKeyOther`, and what cannot work with what they stand for: REQUIREMENTS A13), VAULT_LOCKED, SECRET_UNREADABLE.
 */
export const createProfileResolver = (parts: SecretReadingParts) => {
  const { readField: field, readStored, readWritten } = createSecretReading(parts);

  const replaced = async (values: ProfileValues<unknown>, read: ReadSlot): Promise<ResolvedProfile> => {
    const own: SignInReading = { path: ['authentication'], field, secret: read };
    switch (values.kind) {
      case 'smtp': {
        const { authentication: signIn, arrival, trust } = values;
        const authentication = signIn.mode === 'none' ? signIn : await resolveSignIn(signIn, own);
        return {
          ...{ ...values, trust: shownTrust(trust), authentication },
          arrival: arrival && {
            ...{ ...arrival, trust: shownTrust(arrival.trust) },
            authentication: await resolveSignIn(arrival.authentication, readingOfArrival(field, read)),
          },
        };
      }
      case 'microsoft365':
        return {
          ...{ ...values, trust: shownTrust(values.trust) },
          authentication: await resolveTokenSignIn(values.authentication, own),
        };
      case 'exchange':
        return {
          ...{ ...values, trust: shownTrust(values.trust) },
          authentication: await resolveSignIn(values.authentication, own),
        };
      default:
        return values;
    }
  };

  const resolve: typeof replaced = async (values, read) => {
    const resolved = await replaced(values, read);
    requirePossible(values, field);
    return resolved;
  };

  return {
    /** Values as a form wrote them; `stored`: whose secrets `keep` means. */
    resolveWritten: (values: ProfileWrite, stored: StoredBase | null): Promise<ResolvedProfile> =>
      resolve(values, async (slot) =>
        readWritten(
          present(slotContent(values, slot), slot),
          stored && slotSecret(stored.profileId, stored.base, slot),
        ),
      ),

    /** Values as they are in the settings. */
    resolveStored: (profileId: string, values: StoredValues): Promise<ResolvedProfile> =>
      resolve(values, async (slot) => readStored(present(slotSecret(profileId, values, slot), slot))),
  };
};

export type ProfileResolver = ReturnType<typeof createProfileResolver>;
