import { connectInOrder } from '../../../protocols/net/connectInOrder.ts';
import { openLdapDialogue, type LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import type { StageWork } from '../../proof/stage.ts';
import { directoryPort } from '../connection/directoryService.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import { spokenDialogue } from '../connection/spokenDialogue.ts';
import type { DirectoryProof } from './directoryProof.ts';

/**
 * Does work on a connection of its own without TLS, on which no secret is ever sent; it is closed when the work has ended.
 * Throws NoAddressReached, and what `work` throws.
 */
export const withPlainDialogue = async <Result>(
  { signal, transcript }: StageWork,
  proof: DirectoryProof,
  controller: Controller,
  work: (dialogue: LdapDialogue) => Promise<Result>,
): Promise<Result> => {
  const target = { addresses: controller.addresses, port: directoryPort('domain', 'none') };
  const { socket } = await connectInOrder(target, signal, { open: proof.parts.openSocket });
  const dialogue = proof.keep(openLdapDialogue(socket));
  try {
    return await work(spokenDialogue(dialogue, () => transcript));
  } finally {
    dialogue.close();
  }
};
