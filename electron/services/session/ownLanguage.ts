import { fail } from '../../contract/failures.ts';
import type { Language } from '../../contract/languages.ts';
import type { PeopleTransaction } from '../../stores/users/peopleTransaction.ts';
import type { Note } from '../audit/note.ts';
import { withOverrides } from '../directory/people/overrides.ts';
import { valueChanges } from '../audit/valueChanges.ts';
import type { Identity } from './identify.ts';

type OwnLanguageCall = { identity: Identity; note: Note };

/** Lets somebody choose the own language, whatever rights are held; null: that of the console. NOT_SIGNED_IN. */
export const createOwnLanguage =
  (transact: PeopleTransaction) =>
  async ({ identity, note }: OwnLanguageCall, language: Language | null): Promise<void> => {
    if (identity.state !== 'signedIn') throw fail('NOT_SIGNED_IN', {});
    await transact(async ({ users, directoryObjects }) => {
      const user = await users.find(identity.userId);
      if (!user) throw fail('NOT_SIGNED_IN', {});
      note({
        subject: user.name,
        changes: valueChanges('user', { language: user.language }, { language }),
      });
      await users.setLanguage(user.id, language);
      const known = await directoryObjects.find(user.id);
      if (known) await directoryObjects.save(withOverrides(known, { language }));
    });
  };
