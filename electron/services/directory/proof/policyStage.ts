import { TimeLimitError } from '../../../concurrency/timeLimitError.ts';
import type { Finding } from '../../../contract/proof/finding.ts';
import { NoAddressReached } from '../../../protocols/net/connectInOrder.ts';
import { type LdapResult, ldapResultCodes } from '../../../protocols/ldap/ldapResult.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import type { ChannelBinding } from './directoryProof.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { withPlainDialogue } from './plainDialogue.ts';

type Signing = 'required' | 'notRequired' | 'notTold';

/** confidentialityRequired (RFC 4511, appendix A.2), as other servers say it. */
const confidentialityRequired = 13;

const signingOf = ({ resultCode }: LdapResult): Signing => {
  if (resultCode === ldapResultCodes.strongerAuthRequired || resultCode === confidentialityRequired)
    return 'required';
  return resultCode === ldapResultCodes.invalidCredentials ? 'notRequired' : 'notTold';
};

const verdict = (signing: Signing, channelBinding: ChannelBinding): Finding | null => {
  if (signing === 'notRequired') return makeFinding('ldapSigningNotRequired', {});
  return channelBinding === 'notRequired' ? makeFinding('channelBindingNotRequired', {}) : null;
};

const writeDown = (evidence: EvidenceWriter, { resultCode, diagnosticMessage }: LdapResult): void => {
  evidence.reply({ command: 'BIND', code: resultCode, enhanced: null, text: diagnosticMessage });
};

/**
 * What the controller demands of those who sign in. Signing (MS-ADTS 5.1.1.1.1): a simple bind without TLS, with a name that
 * exists nowhere and a password that is nobody's, so that it counts against no account: who answers 8 demands signing or TLS,
 * who judges the credentials (49) would have read a password. Channel binding (MS-ADTS 5.1.1.1.2) cannot be tried without
 * credentials: it is told by what the bind before met, else not at all.
 */
export const runPolicy: RunControllerStage = async (work, proof, controller) => {
  const { evidence, signal } = work;
  const channelBinding = proof.channelBindings.get(controller.host) ?? 'notTold';
  evidence.fact('channelBinding', channelBinding);
  try {
    const result = await withPlainDialogue(work, proof, controller, (dialogue) =>
      dialogue.probeSimpleBind(signal),
    );
    writeDown(evidence, result);
    const signing = signingOf(result);
    evidence.fact('signing', signing);
    return verdict(signing, channelBinding);
  } catch (error) {
    const isClosed = error instanceof NoAddressReached || error instanceof TimeLimitError;
    if (!isClosed || signal.aborted) throw error;
    // A firewall between says nothing of what the controller demands of others.
    evidence.fact('signing', 'notTold');
    return verdict('notTold', channelBinding);
  }
};
