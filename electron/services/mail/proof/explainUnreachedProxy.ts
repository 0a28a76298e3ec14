import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageName } from '../../../contract/proof/proof.ts';
import { NoAddressReached } from '../../../protocols/net/connectInOrder.ts';
import { ConnectionError } from '../../../protocols/net/connectionError.ts';
import { ProxyUnreached } from '../../../protocols/net/proxyUnreached.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import type { FindingCode } from '../../knowledge/findingTable.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { systemCodeOf, tellingError } from '../../proof/systemError.ts';
import { proxyParameters } from './proxyWay.ts';

/** What is wrong with the proxy, where the same of a server has a name of its own. */
const proxyCodes: Readonly<Partial<Record<string, FindingCode>>> = {
  ...{ hostNotFound: 'proxyNotFound', hostHasNoAddress: 'proxyNotFound' },
  connectionRefused: 'proxyNotListening',
};

/** This machine did not let the program go anywhere, or its DNS does not answer: the proxy was never asked. */
const beforeProxy: ReadonlySet<string> = new Set<FindingCode>([
  ...(['connectionBlockedLocally', 'localAddressUnavailable', 'localResourcesExhausted'] as const),
  ...(['dnsUnreachable', 'nameResolutionFailed'] as const),
]);

/** Where it happened. */
export type ProxyFailure = {
  stage: StageName;
  parameters: Record<string, string>;
  evidence: EvidenceWriter;
};

/**
 * The finding of a proxy that was not reached, with the system's code or its last words as evidence; null: it is another error,
 * or something answered there that is no proxy.
 */
export const explainUnreachedProxy = (
  error: unknown,
  { stage, parameters, evidence }: ProxyFailure,
): Finding | null => {
  if (!(error instanceof ProxyUnreached)) return null;
  const told = tellingError(error);
  const named = { ...parameters, ...proxyParameters(error.proxy) };
  if (told instanceof NoAddressReached) return makeFinding('proxyNotFound', named);
  if (told instanceof ConnectionError) {
    if (told.code !== 'EOF') return null;
    if (told.words !== '')
      evidence.reply({ command: 'CONNECT', code: null, enhanced: null, text: told.words });
    return makeFinding('proxyUnreachable', named);
  }
  const systemCode = systemCodeOf(told);
  if (systemCode === null) return null;
  evidence.fact('systemCode', systemCode);
  const finding = diagnose({ protocol: 'socket', stage, systemCode, parameters: named });
  if (beforeProxy.has(finding.code)) return finding;
  return makeFinding(proxyCodes[finding.code] ?? 'proxyUnreachable', named);
};
