import { z } from 'zod';
import { plainText } from '../plainText.ts';
import { trimmedText } from '../trimmed.ts';

const domainLabel = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
/** Windows lets a machine's name have an underscore, and DNS carries it (RFC 2181 11). */
const machineLabel = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

const hasLabels = (name: string, label: RegExp): boolean =>
  name.length <= 253 &&
  name
    .replace(/\.$/, '')
    .split('.')
    .every((part) => label.test(part));

/**
 * True for a DNS name (RFC 1123, internationalised labels and underscores allowed), an IPv4 address or an IPv6
 * address.
 */
export const isHostName = (value: string): boolean =>
  /^[0-9a-f:.]+$/i.test(value) && value.includes(':') ? isIpv6(value) : hasLabels(value, machineLabel);

const isIpv6 = (value: string): boolean => z.ipv6().safeParse(value).success;

/**
 * True for exactly one addr-spec (RFC 5321 4.1.2 dot-string local part, RFC 6531 for non-ASCII), without
 * display name, comment, quoting or control character: such a value cannot change an envelope or add a header.
 */
export const isEmailAddress = (value: string): boolean => {
  const at = value.lastIndexOf('@');
  if (at < 1 || value.length > 254 || at > 64) return false;
  return localPart.test(value.slice(0, at)) && hasLabels(value.slice(at + 1), domainLabel);
};

export const emailAddressSchema = trimmedText()
  .min(1, { abort: true })
  .max(254)
  .refine(isEmailAddress, { params: { code: 'emailAddress' } });

export const hostNameSchema = trimmedText()
  .min(1, { abort: true })
  .max(253)
  .refine(isHostName, { params: { code: 'hostName' } });

/** A display name: no control characters (RFC 5322 3.2.3 forbids them; they are how headers are injected). */
export const displayNameSchema = plainText(z.string().trim().max(128));
