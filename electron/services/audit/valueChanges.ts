import type { AuditChange } from '../../stores/audit/auditEntry.ts';

/** What audited values are made of; a list is compared as a whole. */
type Value = string | number | boolean | null | readonly string[];

/** What is empty is not there: nobody wants to read that nothing became nothing. */
const textOf = (value: Value | undefined): string | null => {
  const isEmpty = value === undefined || value === null || value === '';
  return isEmpty || (typeof value === 'object' && value.length === 0) ? null : JSON.stringify(value);
};

/**
 * What differs between the values of a thing before and after a call, each as `<area>.<name>`; null: the thing was not
 * there, or is gone.
 */
export const valueChanges = <Values extends Readonly<Record<string, Value>>>(
  area: string,
  before: Values | null,
  after: Values | null,
): AuditChange[] =>
  Object.keys({ ...before, ...after }).flatMap((name) => {
    const old = textOf(before?.[name]);
    const next = textOf(after?.[name]);
    return old === next ? [] : [{ path: `${area}.${name}`, before: old, after: next }];
  });

/** Changes of one of many things in a row: its name follows each path, after a space. */
export const changesNamed = (name: string, changes: readonly AuditChange[]): AuditChange[] =>
  changes.map((change) => ({ ...change, path: `${change.path} ${name}` }));

/** A password was set; what it was and is, nobody reads. */
export const passwordChange: AuditChange = { path: 'user.password', before: 'secret', after: 'secret' };
