import { fail } from '../../contract/failures.ts';
import { decryptRecord, encryptRecord } from './dataKey.ts';
import type { Vault } from './vault.ts';
import type { VaultAccess } from './vaultAccess.ts';
import type { OpenVault } from './vaultReading.ts';

type Records = OpenVault['content']['records'];

const withRecords = (vault: OpenVault, records: Records): OpenVault => ({
  ...vault,
  content: { ...vault.content, records },
});

/** The secrets themselves. */
export const createVaultRecords = ({
  look,
  open,
  change,
}: VaultAccess): Pick<Vault, 'write' | 'read' | 'has' | 'list' | 'removeAll'> => ({
  write: (place, value) =>
    change(async (vault) => {
      const { id, records } = vault.content;
      return withRecords(vault, { ...records, [place.path]: encryptRecord(vault.key, id, place, value) });
    }),

  read: async (place) => {
    const vault = await open();
    const box = vault?.content.records[place.path];
    if (vault === null || box === undefined) throw fail('SECRET_REQUIRED', { path: [place.path] });
    const value = decryptRecord(vault.key, vault.content.id, place, box);
    if (value === null) throw fail('SECRET_UNREADABLE', {});
    return value;
  },

  has: async (path) => Object.hasOwn((await look())?.records ?? {}, path),

  list: async (prefix) =>
    Object.keys((await look())?.records ?? {}).filter((path) => path.startsWith(prefix)),

  removeAll: async (prefix, except = []) => {
    const stays = new Set(except);
    const goes = (path: string): boolean => path.startsWith(prefix) && !stays.has(path);
    if (!Object.keys((await look())?.records ?? {}).some(goes)) return;
    await change(async (vault) => {
      const kept = Object.entries(vault.content.records).filter(([path]) => !goes(path));
      return withRecords(vault, Object.fromEntries(kept));
    });
  },
});
