import { createTurns } from '../../concurrency/turns.ts';
import { OAuthRefusal } from '../../protocols/oauth/oauthError.ts';

/** Lets one after the other send the same password: a wrong one must not count twice. */
export type PasswordTurns = {
  /**
   * Does `work` when all that came before has ended. Throws the signal's reason, what `work` throws, or the refusal that
   * somebody got meanwhile.
   * @param work is told whether somebody else came before.
   */
  take<Result>(signal: AbortSignal, work: (hasWaited: boolean) => Promise<Result>): Promise<Result>;
};

/** Makes the place where those meet who would send a password. */
export const createPasswordTurns = (): PasswordTurns => {
  const turns = createTurns();
  let last: OAuthRefusal | null = null;
  return {
    take: (signal, work) => {
      const hasWaited = !turns.isIdle();
      const before = last;
      return turns.take(signal, async () => {
        if (last !== null && last !== before) throw last;
        try {
          return await work(hasWaited);
        } catch (error) {
          if (error instanceof OAuthRefusal) last = error;
          throw error;
        }
      });
    },
  };
};
