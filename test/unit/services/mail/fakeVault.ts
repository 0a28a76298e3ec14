import { fail } from '../../../../electron/contract/failures.ts';
import type { SecretPlace, Vault } from '../../../../electron/stores/vault/vault.ts';

type UsedPart = Pick<Vault, 'write' | 'read' | 'has' | 'list' | 'removeAll'>;

/** A vault in memory that opens a secret only where it belongs; `lock` makes it refuse as a locked one does. */
export const createFakeVault = () => {
  const records = new Map<string, { target: string; value: string }>();
  let locked = false;
  const checkOpen = () => {
    if (locked) throw fail('VAULT_LOCKED', {});
  };
  const vault: UsedPart = {
    write: async ({ path, target }: SecretPlace, value) => {
      checkOpen();
      records.set(path, { target, value });
    },
    read: async ({ path, target }: SecretPlace) => {
      checkOpen();
      const record = records.get(path);
      if (record === undefined) throw fail('SECRET_REQUIRED', { path: [path] });
      if (record.target !== target) throw fail('SECRET_UNREADABLE', {});
      return record.value;
    },
    has: async (path) => records.has(path),
    list: async (prefix) => [...records.keys()].filter((path) => path.startsWith(prefix)),
    removeAll: async (prefix, except = []) => {
      const gone = [...records.keys()].filter((path) => path.startsWith(prefix) && !except.includes(path));
      if (gone.length > 0) checkOpen();
      for (const path of gone) records.delete(path);
    },
  };
  return { vault, records, lock: () => (locked = true), unlock: () => (locked = false) };
};
