import { bytesOf, type LdapEntry } from './ldapEntry.ts';
import type { LdapDialogue } from './ldapDialogue.ts';
import { LdapProtocolError } from './ldapProtocolError.ts';
import { readEntry } from './readEntry.ts';

export type RangedAttribute = {
  /** DN or another search base of the object. */
  base: string;
  attribute: string;
  /** The object as a search for this attribute has given it: its first values are not asked for again. */
  first?: LdapEntry;
};

/** `last` null: these are the last values. */
type Part = { values: readonly Buffer[]; last: number | null };

/**
 * The part that stands in an entry: under `member;range=0-1499`, also beside an empty `member`, or whole under
 * `member`. None at all: the object has no values from there on, or they may not be read.
 */
const partIn = (entry: LdapEntry, attribute: string): Part => {
  const prefix = `${attribute.toLowerCase()};range=`;
  const name = entry.attributes
    .keys()
    .find((key) => key.startsWith(prefix) && bytesOf(entry, key).length > 0);
  if (name === undefined) return { values: bytesOf(entry, attribute), last: null };
  const last = /^\d{1,10}-(\d{1,10}|\*)$/.exec(name.slice(prefix.length))?.[1];
  if (last === undefined) throw new LdapProtocolError('A range that is none.');
  return { values: bytesOf(entry, name), last: last === '*' ? null : Number(last) };
};

/**
 * Gives all values of an attribute that Active Directory gives in parts (MS-ADTS 3.1.1.3.1.3.3), mostly 1,500 at a
 * time. An object that is not there has none. Throws as `search` does, and LdapProtocolError when ranges do not go on.
 */
export async function* rangedValues(
  dialogue: Pick<LdapDialogue, 'search'>,
  { base, attribute, first }: RangedAttribute,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
  let entry = first ?? (await readEntry(dialogue, { base, attributes: [`${attribute};range=0-*`] }, signal));
  let next = 0;
  while (entry !== null) {
    const { values, last } = partIn(entry, attribute);
    yield* values;
    if (last === null) return;
    if (last < next) throw new LdapProtocolError('A range that does not go on.');
    next = last + 1;
    entry = await readEntry(dialogue, { base, attributes: [`${attribute};range=${next}-*`] }, signal);
  }
}
