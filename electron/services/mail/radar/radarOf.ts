import { hostOfUrl } from '../../../contract/mail/canonicalHost.ts';
import type { Authentication } from '../../../contract/mail/mapSecrets.ts';
import { providerOfHost } from '../../../contract/mail/providerOfHost.ts';
import type { Ending, EndingState } from '../../../contract/mail/radar.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { signInPlaces } from '../profiles/signInPlace.ts';
import { type EndingRow, endings, type RadarSubject, type RadarWay } from './endings.ts';

const unknown = { tlsVersion: null, exchangeVersion: null };

const wayOf = ({ mode }: Authentication<unknown>): RadarWay => {
  if (mode === 'password') return 'smtpPassword';
  return mode === 'oauth2' ? 'oauth' : 'smtp';
};

const giveAway = (values: StoredValues): RadarSubject[] =>
  signInPlaces(values).some(({ signIn }) => signIn.mode === 'oauth2' && signIn.client.grant.flow === 'ropc')
    ? [{ ...unknown, provider: 'other', way: 'ropc' }]
    : [];

const delivery = (values: StoredValues): RadarSubject[] => {
  switch (values.kind) {
    case 'smtp':
      return [{ ...unknown, provider: providerOfHost(values.host), way: wayOf(values.authentication) }];
    case 'microsoft365':
      return [{ ...unknown, provider: 'exchangeOnline', way: 'graph' }];
    case 'exchange': {
      const provider = providerOfHost(hostOfUrl(values.url));
      const isOnline = provider === 'exchangeOnline';
      return [
        {
          ...{ ...unknown, way: 'ews', provider: isOnline ? provider : 'exchangeServer' },
          exchangeVersion: isOnline ? null : values.exchangeVersion,
        },
      ];
    }
    default:
      return [];
  }
};

/** What of a profile's values an ending can be about. */
export const radarSubjects = (values: StoredValues): RadarSubject[] => [
  ...delivery(values),
  ...giveAway(values),
];

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
