import {
  AndFilter,
  EqualityFilter,
  type Filter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  SubstringFilter,
} from 'ldapts';

export type { Filter } from 'ldapts';

/** RFC 4512, 1.4: a name or an OID, with options. Names are the program's own, never somebody's input. */
const description = /^(?:[a-z][a-z0-9-]*|\d+(?:\.\d+)+)(?:;[a-z0-9-]+)*$/i;

const attributeName = (name: string): string => {
  if (!description.test(name)) throw new Error(`Not the name of an attribute: ${JSON.stringify(name)}`);
  return name;
};

/**
 * The attribute has this value. Filters are never written as text, so nothing in a value needs escaping (RFC 4511,
 * 4.5.1.7): that is so for all of these.
 */
export const equals = (name: string, value: string | Buffer): Filter =>
  new EqualityFilter({ attribute: attributeName(name), value });

/** The attribute has a value at all. */
export const isPresent = (name: string): Filter => new PresenceFilter({ attribute: attributeName(name) });

/** A value begins so; every value begins with an empty text. */
export const beginsWith = (name: string, start: string): Filter =>
  start === '' ? isPresent(name) : new SubstringFilter({ attribute: attributeName(name), initial: start });

/** All of them; none: true (RFC 4526). */
export const allOf = (...filters: Filter[]): Filter => new AndFilter({ filters });

/** One of them at least; none: false (RFC 4526). */
export const anyOf = (...filters: Filter[]): Filter => new OrFilter({ filters });

export const not = (filter: Filter): Filter => new NotFilter({ filter });

/** Every object: each has a class. */
export const anyObject: Filter = isPresent('objectClass');
