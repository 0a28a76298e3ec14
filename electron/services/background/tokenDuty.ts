import type { NewAlert } from '../../stores/alerts/alertStore.ts';
import type { LostSignIn } from '../mail/profileTokens.ts';
import type { Duty } from './background.ts';
import { onceADay } from './onceADay.ts';

export type TokenDutyParts = {
  /** Renews the sign-ins of people; gives those that no longer hold. */
  renewAll: (signal: AbortSignal) => Promise<LostSignIn[]>;
  raise: (alert: Omit<NewAlert, 'at'>) => Promise<unknown>;
  /** ms since 1970 UTC. */
  now: () => number;
};

/**
 * Renews the sign-ins of people at the start and once a day, so that a lost one is known before a mail fails. Each is told
 * once, until it holds again, or until the program starts anew: the alert of then may be long forgotten.
 */
export const createTokenDuty = ({ renewAll, raise, now }: TokenDutyParts): Duty => {
  let told: ReadonlySet<string> = new Set();

  return {
    name: 'tokens',
    run: onceADay(now, async (signal) => {
      const lost = new Map((await renewAll(signal)).map(({ profile, name }) => [profile, name]));
      for (const [profile, name] of lost) {
        if (told.has(profile)) continue;
        const parameters = { profile: name };
        await raise({ severity: 'Error', component: 'mail', code: 'mailSignInNeeded', parameters });
      }
      told = new Set(lost.keys());
    }),
  };
};
