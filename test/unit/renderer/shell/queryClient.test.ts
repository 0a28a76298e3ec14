import { QueryObserver } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { CallError } from '../../../../renderer/api/callError.ts';
import { createQueryClient } from '../../../../renderer/shell/queryClient.ts';
import { generalKey } from '../../../../renderer/shell/useGeneral.ts';
import { sessionKey } from '../../../../renderer/shell/useSession.ts';

/** A page on which these people are signed in, one after the other; null: nobody. */
const openPage = async (...people: (string | null)[]) => {
  const queries = createQueryClient();
  const queryFn = vi.fn(async () => ({ userId: people.shift() ?? null }));
  const session = { queryKey: sessionKey, queryFn };
  await queries.fetchQuery(session);
  queries.setQueryData(['mail'], 'read');
  queries.setQueryData(generalKey, 'look');
  const goOn = () => queries.fetchQuery({ ...session, staleTime: 0 });
  return { queries, session, goOn };
};

it.each([
  ['nobody is signed in any more', { code: 'NOT_SIGNED_IN', data: {} }],
  ['a right is not held any more', { code: 'NOT_ALLOWED', data: { permission: 'mail.view' } }],
  ['the database is damaged', { code: 'DATABASE_UNREADABLE', data: { file: 'console.db' } }],
] as const)('has the session asked again when a call says that %s', async (_, failure) => {
  const refusal = new CallError(failure);
  const { queries, session } = await openPage();
  const end = new QueryObserver(queries, { ...session, staleTime: Infinity }).subscribe(() => undefined);
  const queryFn = () => Promise.reject(refusal);
  await expect(queries.fetchQuery({ queryKey: ['mailbox'], queryFn })).rejects.toBe(refusal);
  await vi.waitFor(() => expect(session.queryFn).toHaveBeenCalledTimes(2));
  end();
});

it.each([
  ['signs out', ['anna', null]],
  ['gives way to another one', ['anna', 'bert']],
])('forgets what was read for a person who %s, but not the look of the console', async (_, people) => {
  const { queries, goOn } = await openPage(...people);
  await goOn();
  expect(queries.getQueryData(['mail'])).toBeUndefined();
  expect(queries.getQueryData(generalKey)).toBe('look');
});

it.each([
  ['stays', ['anna', 'anna']],
  ['started the program and becomes its administrator', [null, 'anna']],
])('keeps what was read for a person who %s', async (_, people) => {
  const { queries, goOn } = await openPage(...people);
  await goOn();
  expect(queries.getQueryData(['mail'])).toBe('read');
});
