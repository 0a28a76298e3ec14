import type { WebContents } from 'electron';
import { desktopOrigin } from '../../contract/desktopPort.ts';
import { mayLeave } from './externalLinks.ts';

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

type Navigation = { url: string; isMainFrame: boolean; preventDefault(): void };

/** The page may load itself again; a frame in it may show the document that the page wrote into it. */
const mayStay = ({ url, isMainFrame }: Navigation): boolean =>
  isMainFrame ? url.replace(/#.*$/s, '') === `${desktopOrigin}/` : url === 'about:srcdoc';

const keep = (navigation: Navigation): void => {
  if (!mayStay(navigation)) navigation.preventDefault();
};

/**
 * Keeps a page where it is (checklist 11 to 15): no navigation, no redirect, no second window, no webview. A link
 * to the web or to a mail address is given to the system's own program through `openExternal`.
 */
export const guardNavigation = (
  contents: GuardedContents,
  openExternal: (link: string) => Promise<void>,
): void => {
  contents.on('will-navigate', keep);
  contents.on('will-frame-navigate', keep);
  contents.on('will-redirect', (redirect) => redirect.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayLeave(url)) void openExternal(url);
    return { action: 'deny' };
  });
};
