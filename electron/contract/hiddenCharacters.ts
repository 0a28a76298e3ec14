import type { FieldIssue } from './failures.ts';
import { trimmed } from './trimmed.ts';

/** Fields by which machines know servers, accounts and applications; what people read may need such a character. */
const names: ReadonlySet<string> = new Set([
  ...['host', 'hosts', 'url', 'clientName', 'domain', 'dnsServers', 'servicePrincipal'],
  ...['address', 'testRecipient', 'userName', 'loginHint', 'clientId', 'tenantId'],
  ...['issuer', 'authorization', 'token', 'device'],
]);

const isHiding = (text: string): boolean => /\p{Cf}/u.test(trimmed(text));

const issuesBelow = (value: unknown, path: string[]): FieldIssue[] => {
  if (typeof value === 'string') {
    const isWrong = path.some((key) => names.has(key)) && isHiding(value);
    return isWrong ? [{ path, code: 'hiddenCharacter', parameters: {} }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => issuesBelow(part, [...path, key]));
};

/**
 * Names with a character inside that nobody sees (Unicode's format characters), by paths in the values of a form: two of them
 * look the same and are not. Of what is proven or saved now: what was saved before stays readable.
 */
export const hiddenCharacters = (values: unknown): FieldIssue[] => issuesBelow(values, []);
