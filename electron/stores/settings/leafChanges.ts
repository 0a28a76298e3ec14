import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../contract/settings/settings.contract.ts';

/** A setting as it may be shown, and what it is told apart by: two secrets look the same and are not. */
type Leaf = { shown: string; identity: string };
type Leaves = Map<string, Leaf>;

/** The field of a stored password that must not be shown: the vault record or the insecure value. */
const secretFieldOf = (value: object): 'record' | 'value' | null => {
  if (!('source' in value)) return null;
  if (value.source === 'vault') return 'record';
  return value.source === 'insecure' ? 'value' : null;
};

/** That a value is typed is told by the value itself. */
const isSaidByValue = (name: string, value: unknown): boolean => name === 'source' && value === 'value';

const leafOf = (value: unknown, isSecret: boolean): Leaf => {
  const identity = JSON.stringify(value);
  return { shown: isSecret ? 'secret' : identity, identity };
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What is empty is not there: nobody wants to read that nothing became nothing. A list is one setting. */
const collect = (value: unknown, path: string, into: Leaves, isSecret = false): Leaves => {
  if (isEmpty(value)) return into;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return into.set(path, leafOf(value, isSecret));
  const hidden = secretFieldOf(value);
  for (const [name, inner] of Object.entries(value))
    if (!isSaidByValue(name, inner)) collect(inner, `${path}.${name}`, into, name === hidden);
  return into;
};

/** What differs between two values of a setting, or of many below `path`, each by its own key. */
export const leafChanges = (path: string, before: unknown, after: unknown): Change[] => {
  if (before === after || isDeepStrictEqual(before, after)) return [];
  const old = collect(before, path, new Map());
  const next = collect(after, path, new Map());
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((key) => old.get(key)?.identity !== next.get(key)?.identity)
    .map((key) => ({
      path: key,
      before: old.get(key)?.shown ?? null,
      after: next.get(key)?.shown ?? null,
    }));
};
