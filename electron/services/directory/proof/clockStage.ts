import type { Finding } from '../../../contract/proof/finding.ts';
import { readRootDse, type RootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { silentWork } from '../connection/silentWork.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { DirectoryProof } from './directoryProof.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { readKerberosSkew, type ReadSkew } from './kerberosSkew.ts';
import { withPlainDialogue } from './plainDialogue.ts';

/** RFC 4120, 7.5.9 (KRB_AP_ERR_SKEW): five minutes, which is what Windows demands, too. */
const tolerableSeconds = 300;
const noticeableSeconds = 120;

type Reading = { root: RootDse | null; ownMs: number };

/** What the controller says, and our own clock in the middle of the question. */
const timed = async (now: () => Date, read: () => Promise<RootDse | null>): Promise<Reading> => {
  const before = now().getTime();
  const root = await read();
  return { root, ownMs: (before + now().getTime()) / 2 };
};

/**
 * Without TLS, which a wrong clock could break: the certificate would not be valid yet, or no more. Where that port is closed, on
 * an encrypted connection of its own.
 */
const readClocks = async (
  work: StageWork,
  proof: DirectoryProof,
  controller: Controller,
): Promise<Reading> => {
  const { now } = proof.parts;
  try {
    return await withPlainDialogue(work, proof, controller, (dialogue) =>
      timed(now, () => readRootDse(dialogue, work.signal)),
    );
  } catch (error) {
    work.signal.throwIfAborted();
    if (proof.proven.directory.encryption === 'none') throw error;
    const session = proof.openSession(controller);
    try {
      await session.secure(silentWork(work.signal));
      return await timed(now, () => session.readRoot(work));
    } finally {
      session.close();
    }
  }
};

const judge = (skews: readonly (number | null)[], controller: string): Finding | null => {
  const known = skews.filter((skew) => skew !== null);
  if (known.length === 0) return makeFinding('controllerTimeUnreadable', { controller });
  const seconds = Math.max(...known.map(Math.abs));
  const parameters = { controller, skew: `${Math.round(seconds)} s` };
  if (seconds > tolerableSeconds) return makeFinding('clockSkewTooLarge', parameters);
  return seconds > noticeableSeconds ? makeFinding('clockSkewNoticeable', parameters) : null;
};

/** In seconds, how far the directory is ahead of us; null: it says no time that can be read. Throws StageFailure (notActiveDirectory). */
const readDirectorySkew: ReadSkew = async (work, proof, controller) => {
  const { evidence, transcript } = work;
  const { root, ownMs } = await readClocks(work, proof, controller);
  if (!root?.defaultNamingContext) throw new StageFailure(makeFinding('notActiveDirectory', {}));
  const { currentTime: controllerMs } = root;
  if (controllerMs === null) return null;
  const seconds = (controllerMs - ownMs) / 1_000;
  evidence.fact('controllerTime', new Date(controllerMs).toISOString());
  evidence.fact('clockSkewSeconds', Math.round(seconds));
  transcript.note(`${new Date(controllerMs).toISOString()} ${Math.round(seconds)} s`);
  return seconds;
};

/**
 * Compares this machine's clock with the controller's: with that of its directory (currentTime of the rootDSE, MS-ADTS
 * 3.1.1.3.2.5) and, where Kerberos answers, with that of its KDC. The larger skew counts.
 */
export const runClock: RunControllerStage = async (work, proof, controller) => {
  // One waits for the other even where it fails, so that nothing goes on after the stage.
  const kerberos = readKerberosSkew(work, proof, controller);
  const [directory] = await Promise.allSettled([readDirectorySkew(work, proof, controller), kerberos]);
  if (directory.status === 'rejected') throw directory.reason;
  return judge([directory.value, await kerberos], controller.host);
};
