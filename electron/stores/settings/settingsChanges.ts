import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../contract/settings/settings.contract.ts';
import type { Settings, StoredProfile } from './settingsSchema.ts';

/** A setting as it may be shown, and what it is told apart by: two secrets look the same and are not. */
type Leaf = { shown: string; identity: string };
type Leaves = Map<string, Leaf>;

/** The field of a stored password that must not be shown: the vault record or the insecure value. */
const secretFieldOf = (value: object): 'record' | 'value' | null => {
  if (!('source' in value)) return null;
  if (value.source === 'vault') return 'record';
  return value.source === 'insecure' ? 'value' : null;
};

const leafOf = (value: unknown, isSecret: boolean): Leaf => {
  const identity = JSON.stringify(value);
  return { shown: isSecret ? 'secret' : identity, identity };
};

const collect = (value: unknown, path: string, into: Leaves): Leaves => {
  if (typeof value !== 'object' || value === null) return into.set(path, leafOf(value, false));
  const hidden = secretFieldOf(value);
  for (const [name, inner] of Object.entries(value))
    if (name !== hidden) collect(inner, `${path}.${name}`, into);
    else if (inner !== null && inner !== '') into.set(`${path}.${name}`, leafOf(inner, true));
  return into;
};

/** `undefined`: there is no such section. */
const leavesOf = (section: unknown, path: string): Leaves =>
  section === undefined ? new Map<string, Leaf>() : collect(section, path, new Map<string, Leaf>());

const sectionChanges = (path: string, before: unknown, after: unknown): Change[] => {
  if (before === after || isDeepStrictEqual(before, after)) return [];
  const old = leavesOf(before, path);
  const next = leavesOf(after, path);
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((key) => old.get(key)?.identity !== next.get(key)?.identity)
    .map((key) => ({
      path: key,
      before: old.get(key)?.shown ?? null,
      after: next.get(key)?.shown ?? null,
    }));
};

const byId = (profiles: readonly StoredProfile[]) =>
  new Map(profiles.map((profile) => [profile.id, profile]));

const profileChanges = (before: Settings, after: Settings): Change[] => {
  const old = byId(before.mail.profiles);
  const next = byId(after.mail.profiles);
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((id) =>
    sectionChanges(`mail.profiles.${id}`, old.get(id), next.get(id)),
  );
};

/** What differs between two states of the settings, by dotted setting key. A secret is the word `secret`, never a value. */
export const changesBetween = (before: Settings, after: Settings): Change[] => [
  ...sectionChanges('general', before.general, after.general),
  ...sectionChanges('mail.defaultProfileId', before.mail.defaultProfileId, after.mail.defaultProfileId),
  ...profileChanges(before, after),
];
