import type { SecretArea } from '../../secrets/secretRecords.ts';
import { recordPathOf } from '../../secrets/storedSecret.ts';
import { allProfileRecords } from './profileRecords.ts';
import { secretSlots, slotSecrets } from './secretSlot.ts';

/** The passwords of the profiles, as far as they lie in the vault. */
export const mailSecrets: SecretArea = {
  records: allProfileRecords,
  namedIn: ({ mail }) =>
    mail.profiles.flatMap((profile) =>
      secretSlots
        .flatMap((slot) => slotSecrets(profile, slot))
        .flatMap((secret) => recordPathOf(secret) ?? []),
    ),
};
