import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../electron/contract/contract.ts';
import type { OperationMeta } from '../../../electron/contract/operation.ts';

type Declared = { '~orpc': { meta: OperationMeta; inputSchema?: unknown } };

const areas: Record<string, Record<string, Declared>> = contract;
const operations = Object.entries(areas).flatMap(([area, each]) =>
  Object.entries(each).map(([name, { '~orpc': operation }]) => ({ name: `${area}.${name}`, operation })),
);

/** What only the caller sees of it: what somebody has read is not worth a row that is kept for good. */
const withoutRow = ['mailbox.markRead', 'alerts.markRead'];

/** Reading that takes a whole list away. */
const exportsOfLists = ['users.exportUsers', 'audit.exportEntries'];

/** The field of an object's schema, or of the first of several; undefined when there is none. */
const fieldOf = (schema: unknown, name: string): unknown => {
  if (schema instanceof z.ZodUnion) return fieldOf(schema.options[0], name);
  return schema instanceof z.ZodObject
    ? new Map<string, unknown>(Object.entries(schema.shape)).get(name)
    : undefined;
};

describe('the audit of an operation', () => {
  it.each(operations.filter(({ operation }) => operation.meta.kind !== 'query'))(
    'is declared: $name',
    ({ name, operation }) => {
      expect(operation.meta.audit === null).toBe(withoutRow.includes(name));
    },
  );

  it.each(operations.filter(({ operation }) => operation.meta.kind === 'query'))(
    'is none where nothing changes or leaves as a list: $name',
    ({ name, operation }) => {
      expect(operation.meta.audit !== null).toBe(exportsOfLists.includes(name));
    },
  );

  it.each(operations.filter(({ operation }) => operation.meta.access === 'everybody'))(
    'keeps nothing that somebody typed who is nobody here: $name',
    ({ operation }) => {
      expect(operation.meta.audit?.subject ?? null).toBeNull();
    },
  );

  it.each(
    operations.flatMap(({ name, operation }) => {
      const subject = operation.meta.audit?.subject ?? null;
      return subject === null ? [] : [{ name, subject, operation }];
    }),
  )('names something that the input has: $name, $subject', ({ operation, subject }) => {
    expect(subject.split('.').reduce(fieldOf, operation.inputSchema)).toBeDefined();
    // It is kept before it is checked: only where names belong is nothing else typed.
    expect(subject).toMatch(/(name|id|domain)$/i);
  });
});
