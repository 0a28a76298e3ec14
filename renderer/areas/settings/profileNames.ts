import type { Change } from '../../../electron/contract/settings/settings.contract.ts';

const namePath = /^mail\.profiles\.([^.]+)(?:\.(?:active|draft)(?:\.name)?)?$/;

/** Names of the profiles that these changes tell of, by id, also of those that are gone; of several the last one. */
export const profileNamesIn = (changes: readonly Change[]): Map<string, string> => {
  const names = new Map<string, string>();
  for (const { path, before, after } of changes) {
    const id = namePath.exec(path)?.[1];
    const name: unknown = JSON.parse((id === undefined ? null : (after ?? before)) ?? 'null');
    if (id !== undefined && typeof name === 'string') names.set(id, name);
  }
  return names;
};
