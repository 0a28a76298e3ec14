import type { InProcessClient } from '../inProcessClient.ts';

/** Name of the environment variable with the vault's passphrase, for scripts. */
export const passphraseVariable = 'RELAY_CONSOLE_PASSPHRASE';

/** Opens a locked vault with the passphrase of the environment, in one attempt, for who is signed in. WRONG_PASSPHRASE. */
export const unlockFromEnvironment = async (
  client: InProcessClient,
  environment: NodeJS.ProcessEnv,
): Promise<void> => {
  const value = environment[passphraseVariable];
  if (!value || (await client.session.getSession()).state === 'signedOut') return;
  const { state } = await client.security.getProtection();
  if (state === 'locked') await client.security.unlockVault({ kind: 'passphrase', value });
};
