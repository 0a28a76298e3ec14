import { withinTime } from '../../../concurrency/withinTime.ts';
import { connectInOrder } from '../../../protocols/net/connectInOrder.ts';
import { openLdapDialogue, type LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import type { StageWork } from '../../proof/stage.ts';
import { directoryPort } from '../connection/directoryService.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import { spokenDialogue } from '../connection/spokenDialogue.ts';
import type { DirectoryProof } from './directoryProof.ts';

/** Where LDAP without TLS is filtered there is another way, or nothing to see: no reason to wait for long. */
const longestSilenceMs = 3_000;

/**
 * Does work on a connection of its own without TLS, on which no secret is ever sent; it is closed when the work has ended.
 * Throws NoAddressReached, TimeLimitError, and what `work` throws.
 */
export const withPlainDialogue = async <Result>(
  { signal, transcript }: StageWork,
  proof: DirectoryProof,
  controller: Controller,
  work: (dialogue: LdapDialogue) => Promise<Result>,
): Promise<Result> => {
  const target = { addresses: controller.addresses, port: directoryPort('domain', 'none') };
  const open = proof.parts.openSocket;
  const limitMs = Math.min(longestSilenceMs, proof.proven.directory.timeoutMs / 3);
  const { socket } = await withinTime(limitMs, signal, (limited) =>
    connectInOrder(target, limited, { open }),
  );
  const dialogue = proof.keep(openLdapDialogue(socket));
  try {
    return await work(spokenDialogue(dialogue, () => transcript));
  } finally {
    dialogue.close();
  }
};
