import type { ProfileSummary } from '../../../electron/contract/mail/profile.ts';
import type { Route } from '../../shell/route.ts';

/** Where this tab keeps that “Not now” was chosen. */
const leftName = 'first-start-left';

/** Keeps the first page from coming back in this tab. */
export const leaveFirstStart = (): void => sessionStorage.setItem(leftName, 'yes');

/** The built-in mailbox is all there is. */
const isUntouched = (profiles: readonly ProfileSummary[]): boolean =>
  profiles.every(({ kind, hasDraft }) => kind === 'capture' && !hasDraft);

/** True where the first page is shown: nothing was chosen yet, and nobody asks for a profile or one of its fields. */
export const isFirstStart = (
  { id, field }: Pick<Route, 'id' | 'field'>,
  profiles: readonly ProfileSummary[],
): boolean =>
  id === null && field === null && sessionStorage.getItem(leftName) === null && isUntouched(profiles);
