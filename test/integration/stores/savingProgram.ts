import { writeSync } from 'node:fs';
import { saveNamed } from './saveNamed.ts';
import { openStores, savedProfile, secretPlace, type Stores } from './storeLab.ts';

const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Saves the profile and its password; both carry the number of the revision. Says it when that was acknowledged. */
const saveOnce = async (stores: Stores): Promise<void> => {
  const current = await stores.settings.read();
  say(String(await saveNamed(stores, `save ${current.revision + 1}`)));
  const old = savedProfile(current);
  if (old !== null) await stores.vault.removeAll(secretPlace(old.record).path);
};

/** Saves into the given data directory again and again, until it is killed; without one it does nothing. */
const [directory] = process.argv.slice(2);
if (directory !== undefined) {
  say('ready');
  const stores = openStores(directory);
  for (;;) await saveOnce(stores);
}
