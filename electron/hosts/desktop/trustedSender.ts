import type { IpcMainEvent, WebContents } from 'electron';
import { desktopOrigin } from '../../contract/desktopPort.ts';

/**
 * True when a message comes from our window, from its main frame, and from our own origin (checklist 17). A frame
 * inside the page, a mail that is shown for example, is not the page.
 */
export const isTrustedSender = (
  { sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>,
  contents: Pick<WebContents, 'mainFrame'>,
): boolean =>
  sender === contents &&
  senderFrame !== null &&
  senderFrame === contents.mainFrame &&
  senderFrame.origin === desktopOrigin;
