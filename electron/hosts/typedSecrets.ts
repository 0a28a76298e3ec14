const secretFields = new Set([
  ...['passphrase', 'current', 'password', 'present', 'next', 'newPassword'],
  ...['code', 'recoveryKey'],
]);

const isTyped = (owner: object, name: string): boolean =>
  secretFields.has(name) ||
  (name === 'value' && (('action' in owner && owner.action === 'set') || 'kind' in owner));

/**
 * The secrets that a person typed into a call: `{ action: 'set', value }`, passphrases and passwords, the code of a reset, the
 * recovery key, and the value that unlocks the vault. Looks into what came over the wire, before it is checked.
 */
export const typedSecrets = (input: unknown): string[] => {
  const secrets: string[] = [];
  // A list that grows, not a recursion: how deep the input is, is up to whoever sends it.
  const waiting = [input];
  for (const owner of waiting)
    if (typeof owner === 'object' && owner !== null)
      for (const [name, value] of Object.entries(owner) as [string, unknown][])
        if (typeof value !== 'string') waiting.push(value);
        else if (isTyped(owner, name)) secrets.push(value);
  return secrets;
};
