import {
  AndFilter,
  EqualityFilter,
  ExtensibleFilter,
  type Filter,
  NotFilter,
  OrFilter,
  PresenceFilter,
  SubstringFilter,
} from 'ldapts';

export type { Filter } from 'ldapts';

/** Rules of Active Directory for comparing (MS-ADTS 3.1.1.3.4.4). */
export const matchingRules = {
  /** LDAP_MATCHING_RULE_BIT_AND: all of these bits are set. */
  bitAnd: '1.2.840.113556.1.4.803',
  /** LDAP_MATCHING_RULE_BIT_OR: one of these bits is set. */
  bitOr: '1.2.840.113556.1.4.804',
  /** LDAP_MATCHING_RULE_TRANSITIVE_EVAL (in chain): also through other groups. */
  inChain: '1.2.840.113556.1.4.1941',
} as const;

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

/** A value has this in it. Not indexed by Active Directory unless the schema says so: slow in a large domain. */
export const contains = (name: string, part: string): Filter =>
  part === '' ? isPresent(name) : new SubstringFilter({ attribute: attributeName(name), any: [part] });

/** Compares by another rule than the attribute's own: `matchingRules`. */
export const matchesRule = (name: string, rule: string, value: string): Filter =>
  new ExtensibleFilter({ matchType: attributeName(name), rule, value });

/** All of them; none: true (RFC 4526). */
export const allOf = (...filters: Filter[]): Filter => new AndFilter({ filters });

/** One of them at least; none: false (RFC 4526). */
export const anyOf = (...filters: Filter[]): Filter => new OrFilter({ filters });

export const not = (filter: Filter): Filter => new NotFilter({ filter });

/** Every object: each has a class. */
export const anyObject: Filter = isPresent('objectClass');
