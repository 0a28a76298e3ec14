import { describe, expect, it } from 'vitest';
import { createControllerMemory } from '../../../../../electron/services/directory/connection/controllerMemory.ts';

const controllers = ['dc1', 'dc2', 'dc3'].map((host) => ({ host }));

describe('the memory of controllers', () => {
  const ordered = (memory: ReturnType<typeof createControllerMemory>): string[] =>
    memory.order(controllers).map(({ host }) => host);

  it('leaves the order alone while nothing is known', () => {
    expect(ordered(createControllerMemory())).toEqual(['dc1', 'dc2', 'dc3']);
  });

  it('tries who answered last first, and who failed last', () => {
    const memory = createControllerMemory(() => 0);
    memory.noteFailure('dc1');
    memory.noteAnswer('dc3');
    expect(ordered(memory)).toEqual(['dc3', 'dc2', 'dc1']);
  });

  it('forgets a failure after a minute, and at once when the controller answers', () => {
    let time = 0;
    const memory = createControllerMemory(() => time);
    memory.noteFailure('dc1');
    time = 60_000;
    expect(ordered(memory)).toEqual(['dc1', 'dc2', 'dc3']);
    memory.noteFailure('dc2');
    memory.noteAnswer('dc2');
    expect(ordered(memory)[0]).toBe('dc2');
  });
});
