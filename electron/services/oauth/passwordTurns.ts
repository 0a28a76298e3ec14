import { createTurns } from '../../concurrency/turns.ts';
import { OAuthRefusal } from '../../protocols/oauth/oauthError.ts';
import type { Token } from '../../protocols/oauth/tokenClient.ts';

/** Lets one after the other send the same password: a wrong one must not count twice. */
export type PasswordTurns = {
  /**
   * Does `work` when all that came before has ended. Throws the signal's reason, what `work` throws, or the refusal that
   * somebody got meanwhile.
   * @param work is told whether the provider has given somebody a token meanwhile.
   */
  take(signal: AbortSignal, work: (isFresh: boolean) => Promise<Token>): Promise<Token>;
};

/** Makes the place where those meet who would send a password. */
export const createPasswordTurns = (): PasswordTurns => {
  const turns = createTurns();
  let last: OAuthRefusal | null = null;
  let given = 0;
  return {
    take: (signal, work) => {
      const [lastBefore, givenBefore] = [last, given];
      return turns.take(signal, async () => {
        if (last !== null && last !== lastBefore) throw last;
        try {
          const token = await work(given !== givenBefore);
          if (!token.fromCache) given += 1;
          return token;
        } catch (error) {
          if (error instanceof OAuthRefusal) last = error;
          throw error;
        }
      });
    },
  };
};
