import { createHash } from 'node:crypto';
import { createRecoverySecret, formatRecoveryKey, parseRecoveryKey } from '../../stores/vault/recoveryKey.ts';

/** How long a code is good, in ms from the moment its mail is composed. */
export const resetCodeLifeMs = 15 * 60_000;

const hashOf = (secret: Buffer): string => createHash('sha256').update(secret).digest('hex');

/**
 * A code of 160 random bits (ASVS 5.0, 6.5.3 asks for 112 at least), written as recovery keys are: seven groups of
 * five, without signs that are misread. `hash`: SHA-256, hex; with so many bits a slow hash would add nothing.
 */
export const createResetCode = (): { code: string; hash: string } => {
  const secret = createRecoverySecret();
  return { code: formatRecoveryKey(secret), hash: hashOf(secret) };
};

/** The hash of a typed code; null: it has a slip, whoever it is for. */
export const hashResetCode = (typed: string): string | null => {
  const secret = parseRecoveryKey(typed);
  return secret && hashOf(secret);
};
