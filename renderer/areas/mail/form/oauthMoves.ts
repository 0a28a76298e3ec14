import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import { isPrivatePerson } from './account.ts';
import { cloudAt } from './cloudAt.ts';
import type { MailForm } from './mailForm.ts';
import { providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { signInPlaces } from './signInPlaces.ts';
import { endingPassword } from './warnings.ts';

/** Where a profile can go that uses what ends; what is done at the provider, and by whom, differs. */
export const oauthMoves = [
  'graph',
  'exchangeOnline',
  'exchangeOnlineMailbox',
  'highVolumeEmail',
  'outlookCom',
  'google',
  'application',
  'person',
] as const;
export type OAuthMove = (typeof oauthMoves)[number];

/** The advised way first. */
const movesOf: Partial<Record<EndingCode, readonly OAuthMove[]>> = {
  exchangeOnlineBasicSmtp: ['graph', 'exchangeOnline'],
  exchangeOnlineEws: ['graph'],
  highVolumeEmailBasic: ['highVolumeEmail'],
  outlookComBasic: ['outlookCom'],
  googleLessSecureApps: ['google'],
  ropc: ['application', 'person'],
};

const mailbox: SignInPlace = 'arrival.authentication';

/** Private people have their mailboxes in the global cloud only, on the servers of Exchange Online or on their own. */
const mailboxMoves = (form: MailForm): readonly OAuthMove[] => {
  if (cloudAt(form, mailbox) !== 'global') return ['exchangeOnlineMailbox'];
  return isPrivatePerson(form, mailbox)
    ? ['outlookCom', 'exchangeOnlineMailbox']
    : ['exchangeOnlineMailbox', 'outlookCom'];
};

const isRopc = (form: MailForm, place: SignInPlace): boolean =>
  providerOf(modeOf(form, place)) !== null && signInOf(form, place).client.grant.flow === 'ropc';

const isConcerned = (form: MailForm, place: SignInPlace, ending: EndingCode): boolean => {
  if (ending === 'ropc') return isRopc(form, place);
  if (ending === 'exchangeOnlineEws') return form.kind === 'exchange';
  return endingPassword(form, place) === ending;
};

/** The sign-ins of a profile that a move away from what ends changes; empty: it uses nothing of that. */
export const movedPlaces = (form: MailForm, ending: EndingCode): SignInPlace[] =>
  signInPlaces(form).filter((place) => isConcerned(form, place, ending));

/** Where this profile can go from what ends, the advised way first; empty: OAuth does not help. */
export const movesFor = (form: MailForm, ending: EndingCode): readonly OAuthMove[] => {
  if (movedPlaces(form, ending).length === 0) return [];
  return ending === 'exchangeOnlineBasicMailbox' ? mailboxMoves(form) : (movesOf[ending] ?? []);
};

/** What of a profile a move changes. @param places the sign-ins that are others afterwards. */
export const movedPart = (places: readonly SignInPlace[]): 'sending' | 'mailbox' | 'both' => {
  if (places.length > 1) return 'both';
  return places.includes(mailbox) ? 'mailbox' : 'sending';
};

/** What a move is called after: a kind of profile, a flow, the mailbox, or OAuth where none was used until now. */
export type Goal = 'oauth' | 'graph' | 'flow' | 'mailbox';

/** What the moves of this profile away from what ends are called after; null: there are none. */
export const goalOf = (form: MailForm, ending: EndingCode): Goal | null => {
  const moves = movesFor(form, ending);
  if (moves.length === 0) return null;
  if (moves.includes('application')) return 'flow';
  if (movedPart(movedPlaces(form, ending)) === 'mailbox') return 'mailbox';
  return moves.every((move) => move === 'graph') ? 'graph' : 'oauth';
};
