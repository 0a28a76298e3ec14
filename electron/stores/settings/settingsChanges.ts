import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../contract/settings/settings.contract.ts';
import type { Settings, StoredProfile, StoredValues } from './settingsSchema.ts';

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

/** What is empty is not there: nobody wants to read that nothing became nothing. */
const collect = (value: unknown, path: string, into: Leaves, isSecret = false): Leaves => {
  if (value === null || value === undefined || value === '') return into;
  if (typeof value !== 'object') return into.set(path, leafOf(value, isSecret));
  const hidden = secretFieldOf(value);
  for (const [name, inner] of Object.entries(value))
    if (!isSaidByValue(name, inner)) collect(inner, `${path}.${name}`, into, name === hidden);
  return into;
};

const leafChanges = (path: string, before: unknown, after: unknown): Change[] => {
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

/** Something that came or went as a whole, by the name of the profile. */
const wholeChange = (path: string, before: StoredValues | null, after: StoredValues | null): Change => ({
  path,
  before: before && JSON.stringify(before.name),
  after: after && JSON.stringify(after.name),
});

type Side = {
  path: string;
  before: StoredValues | null;
  after: StoredValues | null;
  /** What a side that appears is compared with. */
  basis: StoredValues | null;
};

const sideChanges = ({ path, before, after, basis }: Side): Change[] => {
  if (before !== null && after !== null) return leafChanges(path, before, after);
  if (before === after) return [];
  return [wholeChange(path, before, after), ...(after ? leafChanges(path, basis, after) : [])];
};

const presentProfileChanges = (path: string, before: StoredProfile, after: StoredProfile): Change[] => [
  ...leafChanges(`${path}.folderId`, before.folderId, after.folderId),
  ...sideChanges({
    ...{ path: `${path}.active`, before: before.active, after: after.active },
    basis: before.draft,
  }),
  ...sideChanges({
    ...{ path: `${path}.draft`, before: before.draft, after: after.draft },
    basis: after.active,
  }),
];

const newProfileChanges = (path: string, { folderId, active, draft }: StoredProfile): Change[] => [
  wholeChange(path, null, active ?? draft),
  ...leafChanges(`${path}.folderId`, null, folderId),
  ...leafChanges(`${path}.active`, null, active),
  ...sideChanges({ path: `${path}.draft`, before: null, after: draft, basis: active }),
];

const profileChanges = (
  path: string,
  before: StoredProfile | undefined,
  after: StoredProfile | undefined,
): Change[] => {
  if (after === undefined) return before ? [wholeChange(path, before.active ?? before.draft, null)] : [];
  if (before === undefined) return newProfileChanges(path, after);
  return before === after ? [] : presentProfileChanges(path, before, after);
};

const byId = (profiles: readonly StoredProfile[]) =>
  new Map(profiles.map((profile) => [profile.id, profile]));

/**
 * What differs between two states of the settings, by dotted setting key; null: nothing there, or empty. A secret is
 * the word `secret`, never a value. A profile, or one of its sides, that came or went has a line of its own that gives
 * its name; a draft that came is compared with what is in force.
 */
export const changesBetween = (before: Settings, after: Settings): Change[] => {
  const old = byId(before.mail.profiles);
  const next = byId(after.mail.profiles);
  return [
    ...leafChanges('general', before.general, after.general),
    ...leafChanges('security', before.security, after.security),
    ...leafChanges('mail.defaultProfileId', before.mail.defaultProfileId, after.mail.defaultProfileId),
    ...[...new Set([...old.keys(), ...next.keys()])].flatMap((id) =>
      profileChanges(`mail.profiles.${id}`, old.get(id), next.get(id)),
    ),
  ];
};
