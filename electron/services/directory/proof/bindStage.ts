import { LdapError } from '../../../protocols/ldap/ldapError.ts';
import type { RunControllerStage } from './directoryStage.ts';

/** SEC_E_BAD_BINDINGS: the controller demands channel binding tokens (KB 4034879). */
const badBindings = '80090346';

/** Signs in as the identity that reads: one attempt, whatever the answer is (repeating locks accounts). */
export const runBind: RunControllerStage = async (work, proof, controller) => {
  const { identity } = proof.proven.directory;
  const session = proof.sessionOf(controller);
  try {
    await proof.bind(work, controller);
  } catch (error) {
    if (error instanceof LdapError && error.win32 === badBindings)
      proof.channelBindings.set(controller.host, 'required');
    throw error;
  }
  work.evidence.fact('encrypted', session.isEncrypted);
  work.evidence.reply({ command: 'BIND', code: 0, enhanced: null, text: 'success' });
  // GSSAPI here carries no token of the TLS channel: who takes it demands none. A simple bind says nothing of that.
  if (identity.mode === 'windows' && session.isEncrypted)
    proof.channelBindings.set(controller.host, 'notRequired');
  return null;
};
