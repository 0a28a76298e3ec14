import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from './runCommand.ts';

/** Somebody who signs certificates. */
export type Issuer = {
  readonly keyPath: string;
  readonly certificatePath: string;
};

/** The curve P-256, or RSA with so many bits. */
export type KeyKind = 'P-256' | `rsa:${number}`;

/** What a certificate should say. */
export type CertificateRequest = {
  readonly commonName: string;
  /** As openssl writes them: `DNS:mail.example.test, IP:127.0.0.1`. */
  readonly alternativeNames: string;
  /** Yesterday when left out. */
  readonly validFrom?: Date;
  /** In two years when left out. */
  readonly validTo?: Date;
  /** What key; `P-256` when left out: an RSA key takes half a second to make. */
  readonly key?: KeyKind;
  /** SHA-256 when left out. */
  readonly digest?: 'sha1' | 'sha256';
  /** Extended key usage; that of servers when left out. */
  readonly usage?: 'serverAuth' | 'clientAuth';
};

const dayMs = 86_400_000;
const issuerExtensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];

/** Date in the form GeneralizedTime of X.509 (RFC 5280, 4.1.2.5.2). */
function certificateTime(date: Date): string {
  return `${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
}

/** One configuration for `openssl req` and `openssl ca`, so that nothing of the machine's own has a say. */
function configuration(extensions: readonly string[]): string {
  return `[req]
distinguished_name = subject
[subject]
[ca]
default_ca = lab
[lab]
database = index.txt
new_certs_dir = .
default_md = sha256
policy = anything
unique_subject = no
rand_serial = yes
x509_extensions = extensions
[anything]
commonName = supplied
[extensions]
${extensions.join('\n')}
`;
}

function prepareFolder(folder: string, extensions: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'openssl.cnf'), configuration(extensions));
  writeFileSync(path.join(folder, 'index.txt'), '');
}

/** Runs openssl in the folder of one certificate. */
async function openssl(folder: string, ...parameters: string[]): Promise<void> {
  await runCommand('openssl', parameters, { cwd: folder });
}

function newKey(kind: KeyKind, commonName: string): string[] {
  const key = kind === 'P-256' ? ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] : [kind];
  const file = ['-newkey', ...key, '-nodes', '-keyout', 'key.pem'];
  return ['-config', 'openssl.cnf', ...file, '-subj', `/CN=${commonName}`];
}

/** Has `issuer` sign a new key; dates need `openssl ca`, since `openssl x509` 3.0 cannot set the first day. */
async function sign(
  folder: string,
  issuer: Issuer,
  request: Omit<CertificateRequest, 'alternativeNames' | 'usage'>,
): Promise<void> {
  const { commonName, validFrom, validTo, key = 'P-256', digest = 'sha256' } = request;
  const from = certificateTime(validFrom ?? new Date(Date.now() - dayMs));
  const to = certificateTime(validTo ?? new Date(Date.now() + 730 * dayMs));
  await openssl(folder, 'req', '-new', ...newKey(key, commonName), '-out', 'request.pem');
  const authority = ['-cert', issuer.certificatePath, '-keyfile', issuer.keyPath];
  const dates = ['-startdate', from, '-enddate', to];
  const files = ['-in', 'request.pem', '-out', 'certificate.pem'];
  await openssl(
    folder,
    'ca',
    '-batch',
    '-notext',
    '-config',
    'openssl.cnf',
    ...authority,
    ...dates,
    ...['-md', digest],
    ...files,
  );
}

/**
 * Makes a key and a certificate that vouches for itself: `key.pem` and `certificate.pem` in the folder.
 * @param extensions lines of an extension section (x509v3_config(5)).
 */
export async function createSelfSigned(
  folder: string,
  commonName: string,
  extensions: readonly string[],
  key: KeyKind = 'P-256',
): Promise<void> {
  prepareFolder(folder, extensions);
  const output = ['-days', '3650', '-extensions', 'extensions', '-out', 'certificate.pem'];
  await openssl(folder, 'req', '-x509', ...newKey(key, commonName), ...output);
}

/**
 * Makes an authority: a root, or an intermediate one when `parent` is given.
 * @param folder absolute path to write into; is created.
 */
export async function createIssuer(folder: string, commonName: string, parent?: Issuer): Promise<Issuer> {
  if (parent === undefined) {
    await createSelfSigned(folder, commonName, issuerExtensions);
  } else {
    prepareFolder(folder, issuerExtensions);
    await sign(folder, parent, { commonName });
  }
  return { keyPath: path.join(folder, 'key.pem'), certificatePath: path.join(folder, 'certificate.pem') };
}

/**
 * Makes a server certificate: `key.pem`, `certificate.pem`, and `chain.pem` with the issuer's certificate after it.
 * @param folder absolute path to write into; is created.
 */
export async function issueCertificate(
  folder: string,
  issuer: Issuer,
  request: CertificateRequest,
): Promise<void> {
  prepareFolder(folder, [
    `subjectAltName=${request.alternativeNames}`,
    `extendedKeyUsage=${request.usage ?? 'serverAuth'}`,
    'basicConstraints=CA:FALSE',
    'keyUsage=digitalSignature,keyEncipherment',
  ]);
  await sign(folder, issuer, request);
  const chain = [path.join(folder, 'certificate.pem'), issuer.certificatePath];
  writeFileSync(path.join(folder, 'chain.pem'), chain.map((file) => readFileSync(file, 'utf8')).join(''));
}
