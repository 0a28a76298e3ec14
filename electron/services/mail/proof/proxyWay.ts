import type { Finding } from '../../../contract/proof/finding.ts';
import { proxyName, type ProxyServer } from '../../../protocols/net/proxyTunnel.ts';
import type { FoundProxy } from '../../../protocols/net/systemProxy.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { unreachedCodes } from './unreachedCodes.ts';

/** What is found where a firewall closes the direct way. */
const closedWayCodes: ReadonlySet<string> = new Set<FindingCode>([
  ...unreachedCodes,
  ...(['connectionBlockedLocally', 'connectionResetByServer'] as const),
  ...(['tlsHandshakeTimedOut', 'tlsClosedByServer'] as const),
  ...(['ewsConnectionRefused', 'oauthConnectionRefused'] as const),
  ...(['oauthProviderUnreachable', 'providerUnreachable', 'providerNotResolved'] as const),
]);

/** Writes down the proxy that is used, or which setting for one is not followed. */
export const writeWay = ({ proxy, ignored }: FoundProxy, evidence: EvidenceWriter): void => {
  if (proxy !== null) evidence.fact('proxy', proxyName(proxy));
  if (ignored.length > 0) evidence.fact('proxyIgnored', [...ignored]);
};

/** What the texts of the network's findings name in place of the server: the proxy that leads to it. */
export const proxyParameters = (proxy: ProxyServer): Record<string, string> => ({
  ...{ host: proxy.host, port: String(proxy.port), proxy: proxyName(proxy) },
});

/** A finding that, where nobody was reached, also names the settings for a proxy that are not followed (`remedyText`). */
export const withIgnoredProxy = (finding: Finding, { ignored }: FoundProxy): Finding => {
  if (ignored.length === 0 || !closedWayCodes.has(finding.code)) return finding;
  return { ...finding, parameters: { ...finding.parameters, proxyIgnored: ignored.join(', ') } };
};
