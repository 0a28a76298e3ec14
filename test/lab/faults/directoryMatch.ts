import type { DirectoryEntry } from './directoryAnswer.ts';
import type { DirectoryFilter } from './directoryFilter.ts';

type Value = string | Buffer;
type Substrings = Extract<DirectoryFilter, { kind: 'substrings' }>;

/** The values of an attribute, whose name has no case (RFC 4512, 2.5). */
export function valuesOf({ attributes }: DirectoryEntry, name: string): readonly Value[] {
  const wanted = name.toLowerCase();
  return Object.entries(attributes).find(([own]) => own.toLowerCase() === wanted)?.[1] ?? [];
}

const isEqual = (value: Value, wanted: Buffer): boolean =>
  typeof value === 'string' ? value.toLowerCase() === wanted.toString().toLowerCase() : value.equals(wanted);

const hasParts = (value: Value, { initial, any, final }: Substrings): boolean => {
  let text = value.toString().toLowerCase();
  if (initial !== null && !text.startsWith(initial.toLowerCase())) return false;
  text = text.slice(initial?.length ?? 0);
  for (const part of any) {
    const at = text.indexOf(part.toLowerCase());
    if (at < 0) return false;
    text = text.slice(at + part.length);
  }
  return final === null || text.endsWith(final.toLowerCase());
};

/** Whether an object fits a filter, as the default rules of Active Directory's attributes compare: without case. */
export function matchesFilter(entry: DirectoryEntry, filter: DirectoryFilter): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((part) => matchesFilter(entry, part));
    case 'or':
      return filter.filters.some((part) => matchesFilter(entry, part));
    case 'not':
      return !matchesFilter(entry, filter.filter);
    case 'present':
      return filter.attribute.toLowerCase() === 'objectclass' || valuesOf(entry, filter.attribute).length > 0;
    case 'equals':
      return valuesOf(entry, filter.attribute).some((value) => isEqual(value, filter.value));
    case 'substrings':
      return valuesOf(entry, filter.attribute).some((value) => hasParts(value, filter));
  }
}
