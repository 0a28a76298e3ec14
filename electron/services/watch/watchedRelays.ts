import type { Encryption } from '../../contract/proof/finding.ts';
import { hostOfUrl } from '../../contract/mail/canonicalHost.ts';
import type { Settings, StoredSmtp, StoredValues } from '../../stores/settings/settingsSchema.ts';
import { signInPlaces } from '../mail/profiles/signInPlace.ts';
import { providerOfHost } from '../../contract/mail/providerOfHost.ts';
import type { WatchedServer } from './lookAtServer.ts';

/** A server that is slower than that has stopped answering, whatever a profile allows; in ms. */
export const longestLookMs = 15_000;

const strength: readonly Encryption[] = ['none', 'starttlsIfOffered', 'starttls', 'tls'];

type StoredExchange = Extract<StoredValues, { kind: 'exchange' }>;

const placeOf = ({ host, port }: { host: string; port: number }): string => `${host}:${port}`;

const relayOf = (values: StoredSmtp): WatchedServer => {
  const { name, host, port, encryption, clientName, trust, timeoutMs } = values;
  const place = placeOf(values);
  return {
    ...{ key: `relay:${place}`, kind: 'relay', name: place, profiles: [name] },
    ...{ trust, limitMs: Math.min(timeoutMs, longestLookMs) },
    speech: { protocol: 'smtp', host, port, encryption, clientName },
  };
};

const mailboxOf = ({ name, arrival, timeoutMs }: StoredSmtp): WatchedServer[] => {
  if (arrival === null) return [];
  const { protocol, host, port, encryption, trust } = arrival;
  const place = placeOf(arrival);
  return [
    {
      ...{ key: `mailbox:${place}`, kind: 'mailbox', name: place, profiles: [name] },
      ...{ trust, limitMs: Math.min(timeoutMs, longestLookMs) },
      speech: { protocol, host, port, encryption },
    },
  ];
};

/** Where EWS is; that of Exchange Online is Microsoft's to look after. */
const exchangeOf = (values: StoredExchange): WatchedServer[] => {
  const { name, url, trust, timeoutMs } = values;
  if (providerOfHost(hostOfUrl(url)) === 'exchangeOnline') return [];
  return signInPlaces(values).map(({ server: { host, port } }) => {
    const place = placeOf({ host, port });
    return {
      ...{ key: `relay:${place}`, kind: 'relay', name: place, profiles: [name] },
      ...{ trust, limitMs: Math.min(timeoutMs, longestLookMs) },
      speech: { protocol: 'https', host, port },
    };
  });
};

const byStrength = ({ speech: one }: WatchedServer, { speech: other }: WatchedServer): number =>
  one.protocol === 'smtp' && other.protocol === 'smtp'
    ? strength.indexOf(other.encryption) - strength.indexOf(one.encryption)
    : 0;

/** The servers of the mail profiles in force, each once: whoever encrypts best shows its certificate. */
export const watchedRelays = ({ mail }: Pick<Settings, 'mail'>): WatchedServer[] => {
  const servers = mail.profiles.flatMap(({ active }) => {
    if (active?.kind === 'smtp') return [relayOf(active), ...mailboxOf(active)];
    return active?.kind === 'exchange' ? exchangeOf(active) : [];
  });
  return [...Map.groupBy(servers, ({ key }) => key).values()].flatMap((same) => {
    const [best] = same.toSorted(byStrength);
    const profiles = [...new Set(same.flatMap((server) => server.profiles))];
    return best === undefined ? [] : [{ ...best, profiles }];
  });
};
