import { expect, it } from 'vitest';
import { guardStream } from '../../../electron/hosts/guardedStream.ts';

/** A stream with work behind it that takes a moment to end, and what happened in the end. */
const openWork = (toEnd: () => Promise<void> = async () => undefined) => {
  const steps: string[] = [];
  const work = async function* () {
    try {
      yield 'first';
      yield 'second';
    } finally {
      await toEnd();
      steps.push('ended');
    }
  };
  const stream = guardStream(
    work(),
    async (error) => error,
    async (isRead) => void steps.push(isRead ? 'read' : 'given up'),
  );
  return { stream, steps };
};

it('is over when it was read to its end', async () => {
  const { stream, steps } = openWork();
  for await (const event of stream) expect(event).toBeDefined();
  expect(steps).toEqual(['ended', 'read']);
});

it('is over only when the work that was given up has ended', async () => {
  const { stream, steps } = openWork(() => new Promise((resolve) => setImmediate(resolve)));
  await stream.next();
  await stream.return();
  expect(steps).toEqual(['ended', 'given up']);
});

it('is over also when the work that was given up ends with an error', async () => {
  const { stream, steps } = openWork(() => Promise.reject(new Error('The server does not say goodbye')));
  await stream.next();
  await expect(stream.return()).rejects.toThrow();
  expect(steps).toEqual(['given up']);
});
