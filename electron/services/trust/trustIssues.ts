import type { FieldIssue } from '../../contract/failures.ts';
import type { Trust } from '../../contract/mail/profile.ts';
import { readCertificateText } from '../../protocols/tls/readCertificate.ts';

/** What is wrong with the trust at `path` of some values: a text that holds no certificate. */
export const trustIssues = (trust: Trust | undefined, path: FieldIssue['path']): FieldIssue[] =>
  trust?.mode === 'certificate' && readCertificateText(trust.pem) === null
    ? [{ path: [...path, 'pem'], code: 'certificate', parameters: {} }]
    : [];
