import { z } from 'zod';
import { refuseField } from '../../contract/failures.ts';
import type { Trust } from '../../contract/mail/profile.ts';
import { decodeText } from '../../protocols/text/decodeText.ts';
import { readCertificateText } from '../../protocols/tls/readCertificate.ts';

/** `ca`: PEM text, or the name of a file. Null means the same as left out. */
export const draftTrustSchema = z
  .strictObject({ ca: z.string().trim().min(1).max(65_536).nullish() })
  .nullish();
export type DraftTrust = z.infer<typeof draftTrustSchema>;

/** Reads a file that a draft names; the caller decides what a relative path is relative to. */
export type ReadNamedFile = (path: string) => Promise<Uint8Array>;

const readAuthority = async (ca: string, readFile: ReadNamedFile, path: string[]): Promise<string> => {
  if (ca.includes('-----BEGIN')) return ca;
  try {
    const content = Buffer.from(await readFile(ca));
    // A sequence tag is how DER starts; no text does.
    return content[0] === 0x30 ? content.toString('base64') : decodeText(content);
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      throw refuseField(path, 'fileUnreadable', { file: ca, reason: String(error.code) });
    throw error;
  }
};

/** The added CA of a draft, from text or file. INVALID_INPUT `certificate`, `fileUnreadable` below `parent`. */
export const toTrust = async (
  from: DraftTrust,
  readFile: ReadNamedFile,
  parent: string[],
): Promise<Trust> => {
  if (!from?.ca) return { mode: 'system' };
  const path = [...parent, 'trust', 'ca'];
  const read = readCertificateText(await readAuthority(from.ca, readFile, path));
  if (read === null) throw refuseField(path, 'certificate');
  return { mode: 'certificate', pem: read.certificate.pem };
};
