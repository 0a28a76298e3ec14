import type { OAuthPlace } from '../../contract/oauth/oauthClient.ts';
import { cloudPlaces } from '../../contract/oauth/cloudPlaces.ts';
import type { ResolvedPlace } from '../oauth/resolvedClient.ts';

type Delivery =
  | { kind: 'smtp'; host: string; port: number }
  | { kind: 'microsoft365'; authentication: { client: { place: OAuthPlace | ResolvedPlace } } }
  | { kind: 'exchange'; url: string }
  | { kind: 'outlook'; mailbox: string | null }
  | { kind: 'pickup'; folder: string }
  | { kind: 'capture' };

/** The host of Microsoft Graph in the cloud of an application. */
export const graphHostOf = (place: OAuthPlace | ResolvedPlace): string =>
  cloudPlaces[place.provider === 'microsoft' ? place.cloud : 'global'].graph;

/**
 * Where a profile delivers to: `host:port` (RFC 3986 brackets around IPv6), the host of Microsoft Graph, the address of EWS, the
 * mailbox in Outlook, the folder; empty for the built-in mailbox and for Outlook's own one.
 */
export const targetOf = (values: Delivery): string => {
  switch (values.kind) {
    case 'smtp':
      return values.host.includes(':') ? `[${values.host}]:${values.port}` : `${values.host}:${values.port}`;
    case 'microsoft365':
      return graphHostOf(values.authentication.client.place);
    case 'exchange':
      return values.url;
    case 'outlook':
      return values.mailbox ?? '';
    case 'pickup':
      return values.folder;
    case 'capture':
      return '';
  }
};
