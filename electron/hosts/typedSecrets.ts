const secretFields = new Set(['passphrase', 'current']);

const isTyped = (owner: object, name: string): boolean =>
  secretFields.has(name) ||
  (name === 'value' && (('action' in owner && owner.action === 'set') || 'kind' in owner));

/**
 * The secrets that a person typed into a call: `{ action: 'set', value }`, the passphrases, and the value that
 * unlocks the vault. Looks into what came over the wire, before it is checked.
 */
export const typedSecrets = (input: unknown): string[] => {
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? (isTyped(input, name) ? [value] : []) : typedSecrets(value),
  );
};
