import { refuseField } from '../../../contract/failures.ts';
import type { ReadNamedFile } from '../../draft/draftTrust.ts';
import { type ClientCertificate, readClientCertificate } from '../../oauth/readClientCertificate.ts';
import { type Environment, readVariable } from '../../secrets/readVariable.ts';
import type { DraftToken } from './draftSignInSchema.ts';

export type CertificateDraft = Pick<ClientCertificate, 'chain' | 'privateKey'>;
type Named = NonNullable<DraftToken['certificate']>;

/** INVALID_INPUT below `path`: `fileUnreadable`, `environmentMissing`, and what `readClientCertificate` refuses. */
export type ReadCertificateDraft = (named: Named, path: string[]) => Promise<CertificateDraft>;

const readContent = async (file: string, readFile: ReadNamedFile, path: string[]): Promise<Buffer> => {
  if (file.includes('-----BEGIN')) return Buffer.from(file);
  try {
    return Buffer.from(await readFile(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw refuseField([...path, 'file'], 'fileUnreadable', { file, reason: String(error.code) });
    throw error;
  }
};

/** Reads the certificate and the key that a draft names. */
export const createCertificateReading =
  (readFile: ReadNamedFile, environment: Environment, signal: AbortSignal): ReadCertificateDraft =>
  async ({ file, passphrase }, path) => {
    const content = await readContent(file, readFile, path);
    const open =
      passphrase?.source === 'environment'
        ? readVariable(environment, passphrase.name, [...path, 'passphrase', 'name'])
        : (passphrase?.value ?? null);
    const paths = { content: [...path, 'file'], passphrase: [...path, 'passphrase'] };
    return readClientCertificate(content, open, paths, signal);
  };
