import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import {
  openStores,
  profileId,
  savedProfile,
  secretPlace,
  smtpValues,
  type Stores,
  withProfile,
} from './storeLab.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Saves the profile and its password; both carry the number of the revision. Says it when that was acknowledged. */
const saveOnce = async ({ settings, vault }: Stores): Promise<void> => {
  const current = await settings.read();
  const name = `save ${current.revision + 1}`;
  const record = randomUUID();
  await vault.write(secretPlace(record), `secret of ${name}`);
  const request = { revision: current.revision, by: 'anna', operation: 'mail.saveProfile' };
  const saved = await settings.save(request, (now) =>
    withProfile(now, { id: profileId, active: smtpValues(name, record), draft: null }),
  );
  say(String(saved.revision));
  const old = savedProfile(current);
  if (old !== null) await vault.retain(secretPlace(old.record).path, []);
};

/** Saves into the given data directory again and again, until it is killed; without one it does nothing. */
const [directory] = process.argv.slice(2);
if (directory !== undefined) {
  say('ready');
  const stores = openStores(directory);
  for (;;) await saveOnce(stores);
}
