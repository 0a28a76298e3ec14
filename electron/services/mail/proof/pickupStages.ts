import { constants } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../../contract/proof/finding.ts';
import { envelopePath } from '../../../protocols/smtp/envelopePath.ts';
import { errorCode } from '../../../protocols/net/connectionError.ts';
import { diagnose } from '../../knowledge/diagnose.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { Stage, StageWork } from '../../proof/stage.ts';
import type { MessageEnvelope } from './captureStages.ts';
import type { ComposedMessage } from './composeMessage.ts';

/** What the pickup folder needs of a file system; `node:fs/promises` is one. */
export type PickupFiles = Pick<
  typeof import('node:fs/promises'),
  'stat' | 'access' | 'statfs' | 'writeFile' | 'rename' | 'rm'
>;

export type PickupDelivery = {
  /** Absolute path. */
  folder: string;
  envelope: MessageEnvelope;
  compose: () => Promise<ComposedMessage>;
  files: PickupFiles;
  timeoutMs: number;
};

type PickupStage = 'folder' | 'write';

const fileFinding = (
  error: unknown,
  stage: PickupStage,
  { folder }: PickupDelivery,
  work: StageWork,
): Finding => {
  const systemCode = errorCode(error);
  if (systemCode === null) throw error;
  work.evidence.fact('systemCode', systemCode);
  return diagnose({ protocol: 'file', stage, systemCode, parameters: { folder } });
};

const checkFolder = async (delivery: PickupDelivery, { evidence }: StageWork): Promise<Finding | null> => {
  const { folder, files, compose } = delivery;
  // A path of another system would be a relative one here: another folder in each way of starting the program.
  if (!path.isAbsolute(folder)) return makeFinding('folderMissing', { folder });
  const found = await files.stat(folder);
  if (!found.isDirectory()) return makeFinding('folderIsFile', { folder });
  await files.access(folder, constants.W_OK);
  const { bavail, bsize } = await files.statfs(folder);
  evidence.fact('freeBytes', bavail * bsize);
  const { source } = await compose();
  return bavail * bsize < source.length ? makeFinding('diskFull', { folder }) : null;
};

/** The envelope goes in front, as the pickup folder of IIS SMTP and Exchange reads it. */
const withEnvelope = ({ from, to }: MessageEnvelope, source: Buffer): Buffer => {
  const lines = [
    `X-Sender: ${envelopePath(from)}`,
    ...to.map((address) => `X-Receiver: ${envelopePath(address)}`),
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n`), source]);
};

/** The error that came before tells what is wrong: one of removing is only noted. */
const removeUnfinished = async (
  file: string,
  { files }: PickupDelivery,
  { transcript }: StageWork,
): Promise<void> => {
  try {
    await files.rm(file, { force: true });
  } catch (error) {
    transcript.note(`${file}: ${errorCode(error) ?? String(error)}`);
  }
};

/** Under a name that nobody picks up first: a server must never see half a message. */
const writeMessage = async (delivery: PickupDelivery, work: StageWork): Promise<Finding> => {
  const { evidence } = work;
  const { folder, envelope, files, compose } = delivery;
  const { messageId, source } = await compose();
  const file = path.join(folder, `${messageId.slice(1, messageId.indexOf('@'))}.eml`);
  const unfinished = file.replace(/\.eml$/, '.tmp');
  evidence.fact('messageId', messageId);
  evidence.fact('messageSizeBytes', source.length);
  try {
    await files.writeFile(unfinished, withEnvelope(envelope, source), { flag: 'wx', flush: true });
    await files.rename(unfinished, file);
  } catch (error) {
    await removeUnfinished(unfinished, delivery, work);
    throw error;
  }
  evidence.fact('file', file);
  return makeFinding('leftForPickup', { folder });
};

type RunPickup = (delivery: PickupDelivery, work: StageWork) => Promise<Finding | null>;

/** Stages of a pickup folder: it can be written to; a complete message (.eml, RFC 5322) lies in it. */
export const createPickupStages = (delivery: PickupDelivery): Stage[] => {
  const stage = (name: PickupStage, run: RunPickup): Stage => ({
    name,
    wanted: true,
    timeoutMs: delivery.timeoutMs,
    run: async (work) => {
      work.evidence.fact('folder', delivery.folder);
      try {
        return await run(delivery, work);
      } catch (error) {
        return fileFinding(error, name, delivery, work);
      }
    },
  });
  return [stage('folder', checkFolder), stage('write', writeMessage)];
};
