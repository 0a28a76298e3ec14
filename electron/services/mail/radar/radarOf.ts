import type { Ending, EndingState } from '../../../contract/mail/radar.ts';
import type { StoredValues } from '../../../stores/settings/settingsSchema.ts';
import { type EndingRow, endings, type RadarSubject } from './endings.ts';
import { providerOfHost } from './providerOfHost.ts';

const unknown = { tlsVersion: null, exchangeVersion: null };

/** What of a profile's values an ending can be about. */
export const radarSubjects = (values: StoredValues): RadarSubject[] => {
  if (values.kind !== 'smtp') return [];
  const { host, authentication } = values;
  const way = authentication.mode === 'password' ? 'smtpPassword' : 'smtp';
  return [{ ...unknown, provider: providerOfHost(host), way }];
};

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
