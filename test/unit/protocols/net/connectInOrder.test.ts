import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { connectInOrder, NoAddressReached } from '../../../../electron/protocols/net/connectInOrder.ts';

type Attempt = { address: string; signal: AbortSignal; succeed: () => Socket; fail: (code: string) => void };

/** Attempts that end when the test says so. */
const createNetwork = () => {
  const attempts: Attempt[] = [];
  let onAttempt = (): void => undefined;
  const open = (address: string, _port: number, signal: AbortSignal): Promise<Socket> => {
    const { promise, resolve, reject } = Promise.withResolvers<Socket>();
    const succeed = () => {
      const socket = new Socket();
      resolve(socket);
      return socket;
    };
    const fail = (code: string) => reject(Object.assign(new Error(code), { code }));
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    attempts.push({ address, signal, succeed, fail });
    onAttempt();
    return promise;
  };
  const attempt = async (index: number): Promise<Attempt> => {
    while (attempts[index] === undefined)
      await new Promise<void>((resolve) => {
        onAttempt = resolve;
      });
    return attempts[index];
  };
  return { open, attempt, attempts };
};

const target = (...addresses: string[]) => ({ addresses, port: 25 });
const { signal } = new AbortController();

describe('connecting to one of several addresses', () => {
  it('takes the first that answers', async () => {
    const { open, attempt, attempts } = createNetwork();
    const connected = connectInOrder(target('::1', '127.0.0.1'), signal, { open });
    (await attempt(0)).succeed();
    expect(await connected).toMatchObject({ address: '::1', failed: [] });
    expect(attempts).toHaveLength(1);
  });

  it('goes on at once after a failure, and keeps each error', async () => {
    const { open, attempt } = createNetwork();
    const failures: string[] = [];
    const onFailure = ({ address }: { address: string }) => failures.push(address);
    const connected = connectInOrder(target('::1', '127.0.0.1'), signal, { onFailure, open });
    (await attempt(0)).fail('ECONNREFUSED');
    (await attempt(1)).succeed();
    expect(await connected).toMatchObject({ address: '127.0.0.1', failed: [{ address: '::1' }] });
    expect(failures).toEqual(['::1']);
  });

  it('tries the next beside a silent one, and drops what is not needed any more', async () => {
    const { open, attempt } = createNetwork();
    const connected = connectInOrder(target('10.0.0.1', '10.0.0.2'), signal, { open });
    const silent = await attempt(0);
    (await attempt(1)).succeed();
    expect(await connected).toMatchObject({ address: '10.0.0.2' });
    expect(silent.signal.aborted).toBe(true);
  });

  it('reports every error when none answers', async () => {
    const { open, attempt } = createNetwork();
    const connected = connectInOrder(target('::1', '127.0.0.1'), signal, { open });
    (await attempt(0)).fail('ENETUNREACH');
    (await attempt(1)).fail('ECONNREFUSED');
    const error: unknown = await connected.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NoAddressReached);
    expect(error).toMatchObject({
      attempts: [{ error: { code: 'ENETUNREACH' } }, { error: { code: 'ECONNREFUSED' } }],
    });
  });

  it('stops when it is cancelled', async () => {
    const { open, attempt } = createNetwork();
    const controller = new AbortController();
    const connected = connectInOrder(target('10.0.0.1', '10.0.0.2'), controller.signal, { open });
    const first = await attempt(0);
    controller.abort(new Error('enough'));
    await expect(connected).rejects.toThrow('enough');
    expect(first.signal.aborted).toBe(true);
  });

  it('has nothing to try without addresses', async () => {
    await expect(connectInOrder(target(), signal)).rejects.toBeInstanceOf(NoAddressReached);
  });
});
