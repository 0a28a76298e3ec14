import type { Change } from '../../../electron/contract/settings/settings.contract.ts';

/** Things whose values the audit names itself; every other change is one of the settings. */
const things = [
  'user.',
  'role.',
  'folder.',
  'subscription.',
  'notice.',
  'export.',
  'import.',
  'mailbox.',
  'chain.',
  'membership.',
  'object.',
];

export const isOfThing = ({ path }: Change): boolean => things.some((thing) => path.startsWith(thing));

/** Field and, where a row is about many things, the name of the one that is meant. */
export const fieldOf = ({ path }: Change): { field: string; name: string | null } => {
  const [field = '', ...name] = path.split(' ');
  return { field, name: name.length === 0 ? null : name.join(' ') };
};
