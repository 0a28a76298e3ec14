import { createHash, createHmac } from 'node:crypto';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** One text for the same value, whatever the order of its names (RFC 8785). */
const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
};

/** SHA-256 (hex) over the canonical JSON of values. A secret must be put in sealed: see `sealSecret`. */
export const fingerprintOf = (values: Json): string =>
  createHash('sha256').update(canonical(values)).digest('hex');

/**
 * A secret as it enters a fingerprint: HMAC-SHA-256 (hex, RFC 2104) under a key that stays with the program, so that
 * the fingerprint, which is stored and shown, is no help in guessing it.
 */
export const sealSecret = (secret: string, key: string): string => {
  if (key === '') throw new Error('A secret is sealed with a key.');
  return createHmac('sha256', key).update(secret).digest('hex');
};
