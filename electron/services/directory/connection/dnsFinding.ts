import type { Finding } from '../../../contract/proof/finding.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/** `10.0.0.53:5353` and `[2001:db8::53]:5353`, as settings may have them, without the port. */
const withoutPort = (server: string): string =>
  server.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');

/** What whoever typed the servers puts right, and of those of this machine the network team. */
const ofServers: readonly FindingCode[] = ['directoryDnsUnreachable', 'directoryDnsRefused'];

/** What the line of PowerShell of a finding needs to ask the server that was asked: nothing where it was one of this machine. */
export const askedServer = ([server]: readonly string[]): { server?: string } =>
  server === undefined ? {} : { server: withoutPort(server) };

/** A finding about DNS. @param typed servers that the settings name; none: those of this machine were asked. */
export const dnsFinding = (
  code: FindingCode,
  parameters: Record<string, string>,
  typed: readonly string[],
): Finding => {
  const servers = typed.length > 0 ? { servers: typed.join(', ') } : {};
  const finding = makeFinding(code, { ...servers, ...parameters, ...askedServer(typed) });
  return typed.length > 0 && ofServers.includes(code) ? { ...finding, who: 'user' } : finding;
};
