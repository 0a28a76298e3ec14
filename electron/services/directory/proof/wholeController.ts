import type { Finding } from '../../../contract/proof/finding.ts';
import type { StageName, StageResult } from '../../../contract/proof/proof.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';

/**
 * What a failure means together with what was seen of the same controller before: a way that is closed was told of by its ports, a
 * way that is open was silence, and silence everywhere is no firewall that looks into TLS.
 * @param results of this controller so far.
 */
export const wholeController = (finding: Finding, results: readonly StageResult[]): Finding => {
  const of = (name: StageName): StageResult | undefined => results.find(({ stage }) => stage === name);
  const codeOf = (name: StageName): string | undefined => of(name)?.finding?.code;
  if (finding.code === 'controllerPortsClosed') {
    const ports = of('ports');
    if (ports?.status === 'failed') return ports.finding ?? finding;
    return ports?.status === 'passed' ? makeFinding('ldapTimedOut', finding.parameters) : finding;
  }
  const isSilent = codeOf('ping') === 'controllerPingUnanswered' && codeOf('clock') === 'ldapTimedOut';
  return finding.code === 'tlsHandshakeTimedOut' && isSilent
    ? makeFinding('controllerHangs', finding.parameters)
    : finding;
};
