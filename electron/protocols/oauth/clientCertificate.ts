import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { abortReason } from '../../concurrency/abortReason.ts';
import { createTurns } from '../../concurrency/turns.ts';
import { type CertificateFaultCode, largestFile } from './certificateFault.ts';
import type { ClientCertificate } from './readCertificateFile.ts';

/** A file that is no certificate with its key, or not with this passphrase. */
export class ClientCertificateError extends Error {
  override readonly name = 'ClientCertificateError';
  readonly code: CertificateFaultCode;

  constructor(code: CertificateFaultCode) {
    super(code);
    this.code = code;
  }
}

/** What the thread is asked, and what it answers. */
export type CertificateQuestion = { file: Uint8Array; passphrase: string | null };
export type CertificateAnswer = { certificate: ClientCertificate } | { fault: CertificateFaultCode };

/** A file that honestly takes longer is not made for a server. */
const longestMs = 10_000;

/** One at a time, whoever asks: each takes a processor for itself. */
const turns = createTurns();

/** Beside this file: in the sources with their ending, in a bundle with that of the bundle. */
const workerFile = new URL(`./clientCertificateWorker${path.extname(import.meta.url)}`, import.meta.url);

const ask = async (question: CertificateQuestion, signal: AbortSignal): Promise<CertificateAnswer> => {
  signal.throwIfAborted();
  const worker = new Worker(workerFile, { workerData: question });
  const { promise, resolve, reject } = Promise.withResolvers<CertificateAnswer>();
  const onAbort = (): void => reject(abortReason(signal));
  signal.addEventListener('abort', onAbort, { once: true });
  worker.once('message', resolve).once('error', reject);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', onAbort);
    await worker.terminate();
  }
};

/**
 * Reads an application's certificate and its key: PEM of both in any order, or PKCS#12 (RFC 7292), as `.pfx` files are.
 * The work is done in a thread of its own, since a file can make it as long as it likes.
 * @param passphrase null: none.
 * Throws ClientCertificateError, or the signal's reason.
 */
export const openClientCertificate = async (
  file: Uint8Array,
  passphrase: string | null,
  signal: AbortSignal,
): Promise<ClientCertificate> => {
  if (file.length > largestFile) throw new ClientCertificateError('tooCostly');
  return turns.take(signal, async () => {
    const limit = AbortSignal.timeout(longestMs);
    try {
      const answer = await ask({ file, passphrase }, AbortSignal.any([signal, limit]));
      if ('fault' in answer) throw new ClientCertificateError(answer.fault);
      return answer.certificate;
    } catch (error) {
      if (limit.aborted && !signal.aborted) throw new ClientCertificateError('tooCostly');
      throw error;
    }
  });
};
