import { providerOfHost } from '../../../../electron/contract/mail/providerOfHost.ts';
import type { EndingCode } from '../../../../electron/contract/mail/radar.ts';
import type { MailForm } from './mailForm.ts';
import { isPrivate, providerOf, type SignInPlace } from './signIn/signInForm.ts';
import { modeOf, signInOf } from './signInOf.ts';
import { hostAt, signInPlaces } from './signInPlaces.ts';
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
  exchangeOnlineBasicMailbox: ['exchangeOnlineMailbox', 'outlookCom'],
  exchangeOnlineEws: ['graph'],
  highVolumeEmailBasic: ['highVolumeEmail'],
  outlookComBasic: ['outlookCom'],
  googleLessSecureApps: ['google'],
  ropc: ['application', 'person'],
};

/** Whoever goes from the first takes the mailbox along that its provider lets in with a password no more either. */
const takenAlong: Partial<Record<EndingCode, EndingCode>> = {
  exchangeOnlineBasicSmtp: 'exchangeOnlineBasicMailbox',
  outlookComBasic: 'exchangeOnlineBasicMailbox',
};

const isRopc = (form: MailForm, place: SignInPlace): boolean =>
  providerOf(modeOf(form, place)) !== null && signInOf(form, place).client.grant.flow === 'ropc';

const isConcerned = (form: MailForm, place: SignInPlace, ending: EndingCode): boolean => {
  if (ending === 'ropc') return isRopc(form, place);
  if (ending === 'exchangeOnlineEws') return form.kind === 'exchange';
  const code = endingPassword(form, place);
  return code !== null && (code === ending || code === takenAlong[ending]);
};

/** The sign-ins of a profile that a move away from what ends changes; empty: it uses nothing of that. */
export const movedPlaces = (form: MailForm, ending: EndingCode, move: OAuthMove): SignInPlace[] =>
  signInPlaces(form).filter(
    (place) => isConcerned(form, place, ending) && (move !== 'graph' || place === 'authentication'),
  );

/** True where what the profile sends with is an account of a private person: its mailbox is one, too. */
const sendsAsPrivatePerson = (form: MailForm): boolean =>
  providerOfHost(hostAt(form, 'authentication')) === 'outlookCom' ||
  (modeOf(form, 'authentication') === 'microsoft' && isPrivate(form.authentication.client));

/** Where this profile can go from what ends, the advised way first; empty: OAuth does not help. */
export const movesFor = (form: MailForm, ending: EndingCode): OAuthMove[] => {
  const moves = (movesOf[ending] ?? []).filter((move) => movedPlaces(form, ending, move).length > 0);
  return moves.includes('exchangeOnlineMailbox') && sendsAsPrivatePerson(form) ? moves.toReversed() : moves;
};

/** What of a profile a move changes. */
export const movedPart = (places: readonly SignInPlace[]): 'sending' | 'mailbox' | 'both' => {
  if (places.length > 1) return 'both';
  return places[0] === 'arrival.authentication' ? 'mailbox' : 'sending';
};

/** What a move is called after: a kind of profile, a flow, the mailbox, or OAuth where none was used until now. */
export type Goal = 'oauth' | 'graph' | 'flow' | 'mailbox';

/** What the moves of this profile away from what ends are called after; null: there are none. */
export const goalOf = (form: MailForm, ending: EndingCode): Goal | null => {
  const moves = movesFor(form, ending);
  if (moves.length === 0) return null;
  if (moves.includes('application')) return 'flow';
  if (moves.every((move) => movedPart(movedPlaces(form, ending, move)) === 'mailbox')) return 'mailbox';
  return moves.every((move) => move === 'graph') ? 'graph' : 'oauth';
};
