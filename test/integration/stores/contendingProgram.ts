import { randomUUID } from 'node:crypto';
import { isFailure } from '../../../electron/contract/failures.ts';
import { openStores, secretPlace, smtpValues, withProfile } from './storeLab.ts';

export type Attempt = { revision: number; round: number };
export type Outcome = { /** `saved`, or the code of the refusal. */ code: string; record: string };

const [directory = '', who = ''] = process.argv.slice(2);
const { settings, vault } = openStores(directory);

const save = async ({ revision, round }: Attempt, record: string): Promise<string> => {
  await vault.write(secretPlace(record), `${who} ${round}`);
  try {
    await settings.save({ revision, by: who, operation: 'mail.saveProfile' }, (current) =>
      withProfile(current, {
        id: record,
        folderId: null,
        active: smtpValues(`${who} ${round}`, record),
        draft: null,
      }),
    );
    return 'saved';
  } catch (error) {
    if (isFailure(error)) return error.code;
    throw error;
  }
};

/** Tries one save for each revision that it is told, at once, and says how it ended. */
process.on('message', (attempt: Attempt) => {
  const record = randomUUID();
  void save(attempt, record).then((code) => process.send?.({ code, record } satisfies Outcome));
});
process.send?.('ready');
