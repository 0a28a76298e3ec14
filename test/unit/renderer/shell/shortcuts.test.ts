import { describe, expect, it, vi } from 'vitest';
import { createShortcutRegistry } from '../../../../renderer/shell/shortcutRegistry.ts';
import { shortcutOf } from '../../../../renderer/shell/shortcuts.ts';

const stroke = (key: string, change = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...change,
});

describe('shortcuts', () => {
  it('are known by their keys', () => {
    expect(shortcutOf(stroke('e', { ctrlKey: true }), true)).toBe('search');
    expect(shortcutOf(stroke('Escape'), true)).toBe('cancel');
    expect(shortcutOf(stroke('2', { altKey: true }), false)).toBe('area2');
    expect(shortcutOf(stroke('e'), false)).toBeNull();
  });

  it('leave plain characters to the text that is typed', () => {
    expect(shortcutOf(stroke('?'), true)).toBeNull();
    expect(shortcutOf(stroke('?'), false)).toBe('help');
  });

  it('run what came last, and what was before when that is gone', () => {
    const registry = createShortcutRegistry();
    const [below, above] = [vi.fn(), vi.fn()];
    registry.add('cancel', below);
    const removeAbove = registry.add('cancel', above);
    expect(registry.run('cancel')).toBe(true);
    removeAbove();
    registry.run('cancel');
    expect([above.mock.calls.length, below.mock.calls.length]).toEqual([1, 1]);
    expect(registry.run('search')).toBe(false);
  });
});
