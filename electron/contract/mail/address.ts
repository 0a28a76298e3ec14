import { z } from 'zod';

const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** True for a DNS name (RFC 1123, internationalised labels allowed), an IPv4 address or an IPv6 address. */
export const isHostName = (value: string): boolean => {
  if (value.length > 253) return false;
  if (/^[0-9a-f:.]+$/i.test(value) && value.includes(':')) return isIpv6(value);
  return value
    .replace(/\.$/, '')
    .split('.')
    .every((label) => domainLabel.test(label));
};

const isIpv6 = (value: string): boolean => z.ipv6().safeParse(value).success;

/**
 * True for exactly one addr-spec (RFC 5321 4.1.2 dot-string local part, RFC 6531 for non-ASCII), without
 * display name, comment, quoting or control character: such a value cannot change an envelope or add a header.
 */
export const isEmailAddress = (value: string): boolean => {
  const at = value.lastIndexOf('@');
  if (at < 1 || value.length > 254 || at > 64) return false;
  return localPart.test(value.slice(0, at)) && isHostName(value.slice(at + 1)) && !value.includes(':');
};

export const emailAddressSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(254)
  .refine(isEmailAddress, { params: { code: 'emailAddress' } });

export const hostNameSchema = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(253)
  .refine(isHostName, { params: { code: 'hostName' } });

/** A display name: no control characters (RFC 5322 3.2.3 forbids them; they are how headers are injected). */
export const displayNameSchema = z
  .string()
  .trim()
  .max(128)
  .refine((value) => !/\p{Cc}/u.test(value), { params: { code: 'controlCharacter' } });
