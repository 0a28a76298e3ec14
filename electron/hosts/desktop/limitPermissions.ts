import type { Session } from 'electron';
import { desktopOrigin } from '../../contract/desktopPort.ts';

export type PermissionSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>;

/** Copying a report or a fingerprint, after a click, from our own page. Reading the clipboard is not in it. */
const isGranted = (permission: string, url: string, isMainFrame: boolean): boolean =>
  permission === 'clipboard-sanitized-write' && isMainFrame && url.startsWith(`${desktopOrigin}/`);

/** The console needs no camera, no position, no device: but for one, what a page asks for is refused (checklist 5). */
export const limitPermissions = (session: PermissionSession): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isGranted(permission, requestingUrl, isMainFrame)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isGranted(permission, origin, isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
};
