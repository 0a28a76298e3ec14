import { EventEmitter } from 'node:events';
import type { BrowserWindow, MessageBoxOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { askToDiscard } from '../../../../electron/hosts/desktop/discardQuestion.ts';
import { createPageLanguage } from '../../../../electron/hosts/desktop/pageLanguage.ts';
import { type GuardedWindow, guardUnsaved } from '../../../../electron/hosts/desktop/unsavedGuard.ts';

const openWindow = (mayDiscard: () => Promise<boolean>) => {
  const destroy = vi.fn();
  const contents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), { destroy, webContents: contents });
  const error = vi.fn();
  guardUnsaved(window as unknown as GuardedWindow, mayDiscard, { error });
  return {
    destroy,
    error,
    close: () => window.emit('close') && contents.emit('will-prevent-unload'),
    reload: () => contents.emit('will-prevent-unload'),
  };
};

describe('a window with unsaved changes', () => {
  it('closes when they may be lost', async () => {
    const window = openWindow(async () => true);
    window.close();
    await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
  });

  it('stays when they may not, and asks again the next time', async () => {
    const ask = vi.fn(async () => false);
    const window = openWindow(ask);
    window.close();
    await vi.waitFor(() => {
      window.close();
      expect(ask.mock.calls.length).toBeGreaterThan(1);
    });
    expect(window.destroy).not.toHaveBeenCalled();
  });

  it('asks once at a time, and not when its page is only loaded again', () => {
    const ask = vi.fn(() => new Promise<boolean>(() => undefined));
    const window = openWindow(ask);
    window.reload();
    expect(ask).not.toHaveBeenCalled();
    window.close();
    window.close();
    expect(ask).toHaveBeenCalledOnce();
  });

  it('stays when nobody can be asked', async () => {
    const window = openWindow(async () => {
      throw new Error('no display');
    });
    window.close();
    await vi.waitFor(() => expect(window.error).toHaveBeenCalledOnce());
    expect(window.destroy).not.toHaveBeenCalled();
  });
});

describe('the question', () => {
  it.each([
    [0, false],
    [1, true],
  ])('answered with button %i may discard: %s', async (response, may) => {
    const shown: MessageBoxOptions[] = [];
    const showMessageBox = async (_window: unknown, options: MessageBoxOptions) => {
      shown.push(options);
      return { response, checkboxChecked: false };
    };
    const dialog = { showMessageBox } as never;
    const parts = { dialog, chooseLanguage: async () => 'de' as const };
    expect(await askToDiscard({} as BrowserWindow, parts)).toBe(may);
    expect(shown[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(shown[0]?.buttons).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toContain('leave.');
  });

  it.each([
    ['the one that is set', async () => ({ general: { language: 'fr' } }), 'fr'],
    ['the one of the system', async () => ({ general: { language: null } }), 'de'],
    ['the one of the system without settings', () => Promise.reject(new Error('unreadable')), 'de'],
  ])('speaks %s', async (_what, getGeneral, language) => {
    const client = { settings: { getGeneral } } as never;
    expect(await createPageLanguage(client, 'de-CH', { error: () => undefined })()).toBe(language);
  });
});
