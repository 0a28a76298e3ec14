import type { SignInWays } from '../../contract/session/session.contract.ts';
import type { DirectoryObjectStore } from '../../stores/directory/directoryObjectStore.ts';
import type { ReadDirectoryRules } from '../directory/people/directoryRules.ts';

export type SignInWaysParts = {
  rules: ReadDirectoryRules;
  objects: Pick<DirectoryObjectStore, 'findAccountOf'>;
  /** As whom this process could sign in, `CORP\anna`; null: as nobody. Asks no controller. */
  windowsUser: () => Promise<string | null>;
};

/**
 * Says how people can sign in. Asks nobody: pages want it before anybody has signed in. `isOwnDoor`: only who runs the
 * program comes through that door.
 */
export const createSignInWays =
  ({ rules, objects, windowsUser }: SignInWaysParts) =>
  async (isOwnDoor: boolean): Promise<SignInWays> => {
    const present = await rules();
    if (!present?.isEnabled) return { directory: null, windowsUser: null };
    const [netbiosName = null] = (await objects.findAccountOf(present.domain))?.split('\\') ?? [];
    return {
      directory: { domain: present.domain, netbiosName },
      windowsUser: isOwnDoor ? await windowsUser() : null,
    };
  };
