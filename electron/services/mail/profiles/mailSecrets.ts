import type { SecretArea } from '../../secrets/secretRecords.ts';
import { recordPathOf } from '../../secrets/storedSecret.ts';
import { allProfileRecords } from './profileRecords.ts';
import { allSecrets } from './secretSlot.ts';

/** The secrets of the profiles, as far as they lie in the vault. */
export const mailSecrets: SecretArea = {
  records: allProfileRecords,
  namedIn: ({ mail }) => mail.profiles.flatMap(allSecrets).flatMap((secret) => recordPathOf(secret) ?? []),
};
