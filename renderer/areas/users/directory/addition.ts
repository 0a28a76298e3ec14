import type { Addition, AdditionPreview } from '../../../../electron/contract/directory/addition.ts';
import type { DirectoryObject } from '../../../../electron/contract/directory/directoryObject.ts';
import { objectKinds, type KnownDomain } from '../../../../electron/contract/directory/directoryObject.ts';
import type { SearchObjectsInput } from '../../../../electron/contract/directory/directoryPeople.contract.ts';
import { searchedAccount } from '../../../../electron/contract/directory/searchedAccount.ts';
import { asFailure } from '../../../texts/asFailure.ts';
import { grantsOf, noGrant, type UserForm } from '../userForm.ts';

/** Most users and groups that are added at once. */
export const mostChosen = 50;

/** Which roles are given where, and the number that is typed where many would gain rights. */
export type AdditionForm = Pick<UserForm, 'grants' | 'newGrant'> & { confirmedGaining: string };

export const emptyAddition: AdditionForm = { grants: [], newGrant: noGrant, confirmedGaining: '' };

type Chosen = readonly DirectoryObject[];

const isIn = (objects: Chosen, { objectGuid }: DirectoryObject): boolean =>
  objects.some((object) => object.objectGuid === objectGuid);

/** What is chosen with these among it, each once; no more than can be added at once. */
export const withObjects = (chosen: Chosen, objects: Chosen): Chosen =>
  [...chosen, ...objects.filter((object) => !isIn(chosen, object))].slice(0, mostChosen);

export const withoutObjects = (chosen: Chosen, objects: Chosen): Chosen =>
  chosen.filter((object) => !isIn(objects, object));

/** What is chosen with this object, or without it when it was among it. */
export const withToggled = (chosen: Chosen, object: DirectoryObject): Chosen =>
  isIn(chosen, object) ? withoutObjects(chosen, [object]) : withObjects(chosen, [object]);

/** What is asked to be added; null: nothing is chosen. */
export const additionOf = (
  chosen: Chosen,
  form: Pick<AdditionForm, 'grants' | 'newGrant'>,
): Addition | null =>
  chosen.length === 0
    ? null
    : { objects: chosen.map(({ domain, objectGuid }) => ({ domain, objectGuid })), grants: grantsOf(form) };

/** What is looked for; null: less is typed than the directory is asked for. `minimumLength` in code points. */
export const searchOf = (domain: string, typed: string, minimumLength: number): SearchObjectsInput | null => {
  const text = typed.trim();
  return [...searchedAccount(text)].length < minimumLength ? null : { domain, text, kinds: [...objectKinds] };
};

/** True when nobody has to be asked, or the number was typed. */
export const isConfirmed = (
  { exceedsGuard, gaining }: Pick<AdditionPreview, 'exceedsGuard' | 'gaining'>,
  typed: string,
): boolean => !exceedsGuard || typed === String(gaining);

/** Which of the chosen objects are gone from the directory, by their places, as a refusal says it. */
export const goneAt = (error: unknown): ReadonlySet<number> => {
  const failure = error ? asFailure(error) : null;
  const issues = failure?.code === 'INVALID_INPUT' ? failure.data.issues : [];
  return new Set(
    issues.flatMap(({ path: [field, at] }) => (field === 'objects' && typeof at === 'number' ? [at] : [])),
  );
};

/** Domains in their order: those that can be asked first. */
export const byReach = (domains: readonly KnownDomain[]): KnownDomain[] => [
  ...domains.filter(({ obstacle }) => obstacle === null),
  ...domains.filter(({ obstacle }) => obstacle !== null),
];
