import { randomUUID } from 'node:crypto';
import { profileId, secretPlace, smtpValues, type Stores, withProfile } from './storeLab.ts';

/** Saves the profile under this name with a new password that carries the name, and gives the revision. */
export const saveNamed = async ({ settings, vault }: Stores, name: string): Promise<number> => {
  const { revision } = await settings.read();
  const record = randomUUID();
  await vault.write(secretPlace(record), `secret of ${name}`);
  const request = { revision, by: 'anna', operation: 'mail.saveProfile' };
  const saved = await settings.save(request, (current) =>
    withProfile(current, { id: profileId, folderId: null, active: smtpValues(name, record), draft: null }),
  );
  return saved.revision;
};
