import type { StageWork } from '../../proof/stage.ts';
import { toDirectorySession } from '../access/toDirectorySession.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import { silentWork } from '../connection/silentWork.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { DirectoryProof } from './directoryProof.ts';

/** The connection with a controller, signed in on; what is said from now on is the stage's. Throws as the bind does. */
export const boundSession = async (
  { signal, transcript }: StageWork,
  proof: DirectoryProof,
  controller: Controller,
): Promise<DirectorySession> => {
  await proof.bind(silentWork(signal), controller);
  const session = proof.sessionOf(controller);
  const root = await session.readRoot(silentWork(signal));
  session.listenTo(transcript);
  const { host } = controller;
  return toDirectorySession({ host, root, dialogue: session.dialogue }, proof.proven.directory.domain, []);
};
