import { createHash } from 'node:crypto';
import { nameKey } from './nameKey.ts';

/**
 * Stands for a name that nobody has, where attempts are counted: SHA-256, because people type passwords into the field of
 * the name. It is no id: those are UUIDs.
 */
export const unknownNameKey = (typed: string): string =>
  `unknown:${createHash('sha256').update(nameKey(typed)).digest('hex')}`;
