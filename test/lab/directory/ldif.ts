/** Value of an attribute: text, or bytes as they are. */
export type LdifValue = string | Uint8Array;

/** Attributes with one value or several, in the order in which they are written. */
export type LdifAttributes = Readonly<Record<string, LdifValue | readonly LdifValue[]>>;

const encode = (value: LdifValue): string =>
  (typeof value === 'string' ? Buffer.from(value) : Buffer.from(value)).toString('base64');

/** One line; always in base64, so that no value needs a rule of its own (RFC 2849, note 8). */
const line = (name: string, value: LdifValue): string => `${name}:: ${encode(value)}`;

const isList = (value: LdifValue | readonly LdifValue[]): value is readonly LdifValue[] =>
  Array.isArray(value);

const lines = (name: string, values: LdifValue | readonly LdifValue[]): string[] =>
  (isList(values) ? values : [values]).map((value) => line(name, value));

/** An entry to add (RFC 2849); ends with the empty line between two records. */
export function ldifEntry(distinguishedName: string, attributes: LdifAttributes): string {
  const body = Object.entries(attributes).flatMap(([name, values]) => lines(name, values));
  return [line('dn', distinguishedName), ...body, '', ''].join('\n');
}

/** A change of one attribute of an entry (RFC 2849). */
export function ldifChange(
  distinguishedName: string,
  operation: 'add' | 'delete' | 'replace',
  attributes: LdifAttributes,
): string {
  const changes = Object.entries(attributes).flatMap(([name, values]) => [
    `${operation}: ${name}`,
    ...lines(name, values),
    '-',
  ]);
  return [line('dn', distinguishedName), 'changetype: modify', ...changes, '', ''].join('\n');
}
