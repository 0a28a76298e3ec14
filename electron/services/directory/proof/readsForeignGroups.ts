import { equals } from '../../../protocols/ldap/ldapFilter.ts';
import { guidBase } from '../../../protocols/ldap/ldapName.ts';
import { readEntry } from '../../../protocols/ldap/readEntry.ts';
import type { SearchRequest } from '../../../protocols/ldap/searchRequest.ts';
import type { FoundObject } from '../directoryReader.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import { accountTypes, foundAttributes, toFoundObject } from '../reading/foundObject.ts';
import { readOwnToken, sidsOf } from '../reading/readObject.ts';

const globalAndUniversal = 'tokenGroupsGlobalAndUniversal';

/** Any user but this one; null: there is no other, or none that can be seen. */
const anotherUser = async (
  { dialogue, defaultNamingContext, netbiosNameOf }: DirectorySession,
  { objectSid }: FoundObject,
  signal: AbortSignal,
): Promise<FoundObject | null> => {
  const request: SearchRequest = {
    ...{ base: defaultNamingContext, scope: 'subtree', filter: equals('sAMAccountType', accountTypes.user) },
    ...{ attributes: foundAttributes, sizeLimit: 2 },
  };
  for await (const item of dialogue.search(request, signal)) {
    const found = item.kind === 'entry' ? toFoundObject(item, netbiosNameOf) : null;
    if (found !== null && found.objectSid !== objectSid) return found;
  }
  return null;
};

/**
 * Whether the identity that reads may read tokenGroupsGlobalAndUniversal of others, as members of Windows Authorization Access may
 * (MS-ADTS 3.1.1.4.5.20; U08). Everybody may read their own, which proves nothing: then it is read of another user. Null: there is
 * none to try it with.
 */
export const readsForeignGroups = async (
  session: DirectorySession,
  { person, isReader }: { person: FoundObject; isReader: boolean },
  signal: AbortSignal,
): Promise<boolean | null> => {
  const own = isReader ? person : (await readOwnToken(session, signal))?.person;
  const other = own?.objectSid === person.objectSid ? await anotherUser(session, person, signal) : person;
  if (other === null) return null;
  const wanted = { base: guidBase(other.objectGuid), attributes: [globalAndUniversal] };
  const entry = await readEntry(session.dialogue, wanted, signal);
  return entry !== null && sidsOf(entry, globalAndUniversal).length > 0;
};
