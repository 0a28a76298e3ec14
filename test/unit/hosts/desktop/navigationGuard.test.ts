import { beforeEach, describe, expect, it } from 'vitest';
import { guardNavigation } from '../../../../electron/hosts/desktop/navigationGuard.ts';
import { createContentsFake } from './electronFake.ts';

let fake: ReturnType<typeof createContentsFake>;
let opened: string[];

beforeEach(() => {
  fake = createContentsFake();
  opened = [];
  guardNavigation(fake.contents, async (link) => void opened.push(link));
});

describe('a page', () => {
  it.each([
    'https://attacker.example/',
    'http://127.0.0.1:8080/',
    'file:///C:/Windows/win.ini',
    'app://attacker/',
    'app://console/assets/other.html',
    'app://console.attacker.example/',
    'javascript:alert(1)',
    'data:text/html,x',
  ])('does not go to %s', (url) => {
    expect(fake.isPrevented('will-navigate', { url, isMainFrame: true })).toBe(true);
    expect(fake.isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    expect(fake.isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  it('may load itself again, and show a document that it wrote itself in a frame', () => {
    expect(fake.isPrevented('will-navigate', { url: 'app://console/#/mail', isMainFrame: true })).toBe(false);
    expect(fake.isPrevented('will-frame-navigate', { url: 'about:srcdoc', isMainFrame: false })).toBe(false);
    expect(fake.isPrevented('will-frame-navigate', { url: 'about:srcdoc', isMainFrame: true })).toBe(true);
  });

  it('is not redirected and holds no webview', () => {
    expect(fake.isPrevented('will-redirect', { url: 'app://console/', isMainFrame: true })).toBe(true);
    expect(fake.isPrevented('will-attach-webview')).toBe(true);
  });
});

describe('a link to a new window', () => {
  it.each(['https://learn.microsoft.com/exchange', 'mailto:postmaster@example.com'])('%s leaves', (link) => {
    expect(fake.openWindow(link)).toEqual({ action: 'deny' });
    expect(opened).toEqual([link]);
  });

  it.each([
    'http://example.com/',
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'ms-msdt:/id',
    'smb://server/share',
    'https://admin:secret@example.com/',
    'app://console/',
    'no link',
    '',
  ])('%s goes nowhere', (link) => {
    expect(fake.openWindow(link)).toEqual({ action: 'deny' });
    expect(opened).toEqual([]);
  });
});
