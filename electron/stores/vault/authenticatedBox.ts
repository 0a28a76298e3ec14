import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D): a fresh 96-bit nonce each, everything in base64. */
export const boxSchema = z.strictObject({ nonce: z.base64(), ciphertext: z.base64(), tag: z.base64() });
export type Box = z.infer<typeof boxSchema>;

/** What a box is bound to: it opens only with exactly these words. */
export type BoxContext = readonly (string | number)[];

const additionalData = (context: BoxContext): Buffer => Buffer.from(JSON.stringify(context));

/** Encrypts `content` under a 256-bit key. */
export const closeBox = (key: Buffer, content: Buffer, context: BoxContext): Box => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(additionalData(context));
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
};

/** Decrypts a box; null when the key or the context is another one, or the box was changed. */
export const openBox = (key: Buffer, box: Box, context: BoxContext): Buffer | null => {
  const [nonce, tag] = [Buffer.from(box.nonce, 'base64'), Buffer.from(box.tag, 'base64')];
  if (nonce.length !== nonceBytes || tag.length !== tagBytes) return null;
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(additionalData(context));
  decipher.setAuthTag(tag);
  const content = decipher.update(Buffer.from(box.ciphertext, 'base64'));
  try {
    return Buffer.concat([content, decipher.final()]);
  } catch {
    // The only thing that final() refuses is a tag that does not fit: that is the answer, not a fault.
    return null;
  }
};
