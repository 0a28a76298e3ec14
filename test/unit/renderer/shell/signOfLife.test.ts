import { onlineManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import { CallError } from '../../../../renderer/api/callError.ts';
import type { Client } from '../../../../renderer/api/client.ts';
import { createQueryClient } from '../../../../renderer/shell/queryClient.ts';
import { isGone, signOfLife } from '../../../../renderer/shell/signOfLife.ts';

const notSignedIn = new CallError({ code: 'NOT_SIGNED_IN', data: {} });
const unreachable = new CallError({ code: 'UNREACHABLE', data: undefined });

/** A program that answers the question for the session with this. */
const answering = (answer: () => Promise<unknown>) =>
  ({ session: { getSession: answer } }) as unknown as Client;

afterEach(() => onlineManager.setOnline(true));

describe('the sign of life', () => {
  it('ends with the page that asks', async () => {
    const queries = createQueryClient();
    let seen: AbortSignal | undefined;
    const client = {
      session: {
        getSession: (_input: unknown, { signal }: { signal: AbortSignal }) => {
          seen = signal;
          return new Promise(() => undefined);
        },
      },
    } as unknown as Client;
    const end = new QueryObserver(queries, signOfLife(client)).subscribe(() => undefined);
    await vi.waitFor(() => expect(seen).toBeDefined());
    end();
    expect(seen?.aborted).toBe(true);
  });

  it('needs no network, as no call does', async () => {
    onlineManager.setOnline(false);
    const queries = createQueryClient();
    await expect(queries.fetchQuery(signOfLife(answering(async () => 'anna')))).resolves.toBe('anna');
  });
});

it.each([
  ['answers', null, false],
  ['cannot be reached', unreachable, true],
  ['knows nobody any more', notSignedIn, false],
  ['has a fault', fail('INTERNAL', { incident: '1' }), false],
])('a program that %s', (_what, error, gone) => {
  expect(isGone(error)).toBe(gone);
});
