import type { Finding } from '../../../contract/proof/finding.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { dnsFinding } from './dnsFinding.ts';

/** DNS has no address of a controller: what a person typed is doubted before what DNS announces. */
export const addressMissing = (
  controller: string,
  { controllers, dnsServers }: Pick<ResolvedDirectory, 'controllers' | 'dnsServers'>,
): Finding =>
  dnsFinding(
    controllers.source === 'typed' ? 'typedControllerUnknown' : 'controllerAddressMissing',
    { controller },
    dnsServers,
  );
