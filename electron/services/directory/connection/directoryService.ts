import type { DirectoryEncryption } from '../../../contract/directory/directoryValues.ts';

/** What of a controller is asked: its own domain, or the part of all domains of the forest that a Global Catalog has. */
export type DirectoryService = 'domain' | 'globalCatalog';

const ports: Record<DirectoryService, Record<'plain' | 'tls', number>> = {
  domain: { plain: 389, tls: 636 },
  globalCatalog: { plain: 3268, tls: 3269 },
};

/** The TCP port of a service; StartTLS begins on the plain one (RFC 4511, 4.14). */
export const directoryPort = (service: DirectoryService, encryption: DirectoryEncryption): number =>
  ports[service][encryption === 'ldaps' ? 'tls' : 'plain'];
