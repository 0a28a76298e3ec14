import { providerOfHost, type RadarProvider } from '../../../contract/mail/providerOfHost.ts';
import type { Ending, EndingState } from '../../../contract/mail/radar.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import type { MailServer } from '../profiles/mailTarget.ts';
import { type SignInPlace, signInPlaces } from '../profiles/signInPlace.ts';
import { type EndingRow, endings, type RadarSubject, type RadarWay } from './endings.ts';

const wayOf = ({ signIn: { mode }, server: { protocol } }: SignInPlace<unknown>): RadarWay => {
  if (protocol === 'ews' || protocol === 'graph') return protocol;
  if (mode === 'oauth2') return 'oauth';
  // Of NTLM nothing ends: providers never knew it, and the form refuses it there.
  const withPassword = mode === 'password';
  if (protocol === 'smtp') return withPassword ? 'smtpPassword' : 'smtp';
  return withPassword ? 'mailboxPassword' : 'mailbox';
};

const providerOf = ({ protocol, host }: MailServer): RadarProvider => {
  if (protocol === 'graph') return 'exchangeOnline';
  const provider = providerOfHost(host);
  return protocol === 'ews' && provider !== 'exchangeOnline' ? 'exchangeServer' : provider;
};

const subjectsAt = (place: SignInPlace<unknown>, values: StoredValues): RadarSubject[] => {
  const provider = providerOf(place.server);
  const isOnPremise = values.kind === 'exchange' && provider === 'exchangeServer';
  const exchangeVersion = isOnPremise ? values.exchangeVersion : null;
  const subject = { provider, way: wayOf(place), tlsVersion: null, exchangeVersion };
  const { signIn } = place;
  const givesAway = signIn.mode === 'oauth2' && signIn.client.grant.flow === 'ropc';
  return givesAway ? [subject, { ...subject, way: 'ropc' }] : [subject];
};

/** What of a profile's values an ending can be about. */
export const radarSubjects = (values: StoredValues): RadarSubject[] =>
  signInPlaces(values).flatMap((place) => subjectsAt(place, values));

/** A day that was announced counts when it has come everywhere: here at its beginning in UTC. */
const isReached = (day: string, now: Date): boolean => Date.parse(day) <= now.getTime();

const stateOf = ({ endsOn, phases }: EndingRow, now: Date): EndingState => {
  if (endsOn !== null && isReached(endsOn, now)) return 'over';
  return phases.some(({ on }) => isReached(on, now)) ? 'begun' : 'ahead';
};

const toEnding = (row: EndingRow, now: Date): Ending => {
  const { concerns: _concerns, ...ending } = row;
  return { ...ending, phases: [...ending.phases], state: stateOf(row, now) };
};

/** Everything that ends, as it stands at a moment. */
export const allEndings = (now: Date): Ending[] => endings.map((row) => toEnding(row, now));

/** What of that concerns a profile with these values. */
export const radarOf = (values: StoredValues, now: Date): Ending[] => {
  const subjects = radarSubjects(values);
  return endings.filter(({ concerns }) => subjects.some(concerns)).map((row) => toEnding(row, now));
};
