import type { Finding } from '../../../contract/proof/finding.ts';
import type { NetlogonResponse } from '../../../protocols/ldap/netlogonResponse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import { requireAddress } from './requireAddress.ts';
import type { RunControllerStage } from './directoryStage.ts';

/** Windows waits for less. */
const longestSilenceMs = 5_000;

const writeDown = (response: NetlogonResponse, evidence: EvidenceWriter): void => {
  evidence.fact('controllerName', response.host);
  evidence.fact('domain', response.domain);
  evidence.fact('forest', response.forest);
  evidence.fact('netbiosName', `${response.netbiosDomain}\\${response.netbiosComputer}`);
  evidence.fact('controllerSite', response.controllerSite);
  evidence.fact('site', response.clientSite);
  evidence.fact('controllerFlags', response.flags);
};

const judge = (response: NetlogonResponse, domain: string): Finding | null => {
  const { flags, controllerSite, clientSite } = response;
  if (response.domain.toLowerCase() !== domain.toLowerCase())
    return makeFinding('controllerOfOtherDomain', { domain, otherDomain: response.domain });
  if (clientSite !== '' && !flags.includes('closest'))
    return makeFinding('controllerNotClosest', { controllerSite, clientSite });
  return flags.includes('writable') ? null : makeFinding('controllerReadOnly', {});
};

/** Asks the controller who it is, as Windows does to choose one (CLDAP, MS-ADTS 6.3.3). */
export const runPing: RunControllerStage = async (
  { evidence, transcript, signal },
  { parts, proven },
  controller,
) => {
  const { domain, timeoutMs } = proven.directory;
  const address = requireAddress(controller, proven.directory);
  evidence.fact('address', address);
  transcript.client(`CLDAP ${address} 389 (&(DnsDomain=${domain})(NtVer=0x16))`);
  const target = { address, domain, client: parts.machineName };
  const { response, ms, sent } = await parts.ping(
    target,
    { limitMs: Math.min(longestSilenceMs, timeoutMs / 2) },
    signal,
  );
  evidence.fact('roundTripMs', ms);
  transcript.server(`${response.form} ${response.state} (${ms} ms, ${sent})`);
  if (response.form === 'older') return makeFinding('controllerPingNotUnderstood', {});
  writeDown(response, evidence);
  return judge(response, domain);
};
