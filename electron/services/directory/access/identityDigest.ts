import { createHmac, randomBytes } from 'node:crypto';

/**
 * Knows values with a password again without keeping it: HMAC-SHA-256 (RFC 2104) under a key of this process, which is of no use
 * elsewhere.
 */
export const createIdentityDigest = () => {
  const key = randomBytes(32);
  return (values: unknown): string =>
    createHmac('sha256', key).update(JSON.stringify(values)).digest('base64');
};
