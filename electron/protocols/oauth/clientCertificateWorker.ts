import { parentPort, workerData } from 'node:worker_threads';
import { CertificateFault } from './certificateFault.ts';
import type { CertificateAnswer, CertificateQuestion } from './clientCertificate.ts';
import { readCertificateFile } from './readCertificateFile.ts';

const answer = ({ file, passphrase }: CertificateQuestion): CertificateAnswer => {
  try {
    return { certificate: readCertificateFile(file, passphrase) };
  } catch (error) {
    if (error instanceof CertificateFault) return { fault: error.code };
    throw error;
  }
};

parentPort?.postMessage(answer(workerData as CertificateQuestion));
