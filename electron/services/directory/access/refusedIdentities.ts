import { isCredentialRefusal } from '../connection/bindIdentity.ts';
import { DirectoryObstacle } from '../connection/directoryObstacle.ts';

/** As long as a domain counts refusals towards a lockout unless it was set otherwise (lockOutObservationWindow), in ms. */
const rememberedMs = 30 * 60_000;

/**
 * Remembers with which settings the identity that reads was refused: whoever asks next is told the same, and no further bind
 * counts against the account. Other settings, or half an hour, are a new attempt; a proof is one at any time.
 * @param now ms since 1970 UTC.
 */
export const createRefusedIdentities = (now: () => number) => {
  const refused = new Map<string, { obstacle: DirectoryObstacle; until: number }>();

  return {
    /** Opens unless this was refused before; `key` says which settings and which domain. Throws DirectoryObstacle. */
    open: async <Opened>(key: string, open: () => Promise<Opened>): Promise<Opened> => {
      const known = refused.get(key);
      if (known && now() < known.until) throw known.obstacle;
      try {
        return await open();
      } catch (error) {
        if (error instanceof DirectoryObstacle && isCredentialRefusal(error.cause))
          refused.set(key, { obstacle: error, until: now() + rememberedMs });
        throw error;
      }
    },
  };
};
