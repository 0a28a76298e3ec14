import type { Token } from '../../protocols/oauth/tokenClient.ts';
import type { LiveSecrets } from '../../stores/vault/liveSecrets.ts';

/** Hides every token that was given in all that is written down, until it says nothing to anybody any more. */
export const createHeldTokens = (secrets: LiveSecrets, now: () => number) => {
  const held = new Map<string, { untilMs: number; release: () => void }>();

  const letGo = (): void => {
    for (const [token, { untilMs, release }] of held) {
      if (untilMs > now()) continue;
      release();
      held.delete(token);
    }
  };

  return ({ accessToken, expiresAtMs }: Token): void => {
    letGo();
    if (!held.has(accessToken))
      held.set(accessToken, { untilMs: expiresAtMs, release: secrets.register(accessToken) });
  };
};
