import { KdcTimeError } from '../../../protocols/kerberos/kdcTimeError.ts';
import type { StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { DirectoryProof } from './directoryProof.ts';

/** In seconds, how far a clock of a controller is ahead of ours; null: it does not tell. */
export type ReadSkew = (
  work: StageWork,
  proof: DirectoryProof,
  controller: Controller,
) => Promise<number | null>;

/** By UDP and then by TCP: together no longer than the plain port of LDAP is waited for. */
const longestSilenceMs = 1_500;

/**
 * Compares this machine's clock with that of the controller's KDC as its answer comes. A KDC that tells no time is only
 * written down. Throws the reason of the signal.
 */
export const readKerberosSkew: ReadSkew = async ({ evidence, transcript, signal }, proof, controller) => {
  const { parts, proven } = proof;
  const { domain, timeoutMs } = proven.directory;
  const [address] = controller.addresses;
  if (address === undefined) return null;
  transcript.client(`AS-REQ ${address} 88 krbtgt/${domain.toUpperCase()}`);
  try {
    const limitMs = Math.min(longestSilenceMs, timeoutMs / 6);
    const answer = await parts.askKdcTime({ address, domain }, { limitMs }, signal);
    const seconds = (answer.atMs - parts.now().getTime()) / 1_000;
    evidence.fact('kerberosSkewSeconds', Math.round(seconds));
    const time = new Date(answer.atMs).toISOString();
    transcript.server(`KRB-ERROR ${answer.errorCode} ${answer.realm} ${time} (${answer.transport})`);
    return seconds;
  } catch (error) {
    if (!(error instanceof KdcTimeError)) throw error;
    transcript.note(`Kerberos ${address} 88: ${[error.code, error.words].filter(Boolean).join(' ')}`);
    return null;
  }
};
