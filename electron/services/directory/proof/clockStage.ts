import type { Finding } from '../../../contract/proof/finding.ts';
import { readRootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { silentWork } from '../connection/silentWork.ts';
import type { StageWork } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { DirectoryProof } from './directoryProof.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { withPlainDialogue } from './plainDialogue.ts';

/** RFC 4120, 7.5.9 (KRB_AP_ERR_SKEW): five minutes, which is what Windows demands, too. */
const tolerableSeconds = 300;
const noticeableSeconds = 60;

type Reading = { controllerMs: number | null; ownMs: number };

/** The controller's clock and ours in the middle of the question. */
const timed = async (now: () => Date, read: () => Promise<number | null>): Promise<Reading> => {
  const before = now().getTime();
  const controllerMs = await read();
  return { controllerMs, ownMs: (before + now().getTime()) / 2 };
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
      timed(now, async () => (await readRootDse(dialogue, work.signal))?.currentTime ?? null),
    );
  } catch (error) {
    work.signal.throwIfAborted();
    if (proof.proven.directory.encryption === 'none') throw error;
    const session = proof.openSession(controller);
    try {
      await session.secure(silentWork(work.signal));
      return await timed(now, async () => (await session.readRoot(work)).currentTime);
    } finally {
      session.close();
    }
  }
};

const judge = (skewSeconds: number, controller: string): Finding | null => {
  const parameters = { controller, skew: `${Math.abs(Math.round(skewSeconds))} s` };
  if (Math.abs(skewSeconds) > tolerableSeconds) return makeFinding('clockSkewTooLarge', parameters);
  return Math.abs(skewSeconds) > noticeableSeconds ? makeFinding('clockSkewNoticeable', parameters) : null;
};

/** Compares this machine's clock with the controller's (currentTime of the rootDSE, MS-ADTS 3.1.1.3.2.5). */
export const runClock: RunControllerStage = async (work, proof, controller) => {
  const { evidence, transcript } = work;
  const { controllerMs, ownMs } = await readClocks(work, proof, controller);
  if (controllerMs === null) return makeFinding('notActiveDirectory', {});
  const skewSeconds = (controllerMs - ownMs) / 1_000;
  evidence.fact('controllerTime', new Date(controllerMs).toISOString());
  evidence.fact('clockSkewSeconds', Math.round(skewSeconds));
  transcript.note(`${new Date(controllerMs).toISOString()} ${Math.round(skewSeconds)} s`);
  return judge(skewSeconds, controller.host);
};
