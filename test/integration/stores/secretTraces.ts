import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** How a secret may stand in a text or a file: as it is, in UTF-16, base64, hex, percent-encoded, in JSON. */
const spellings = (value: string): Buffer[] => [
  Buffer.from(value),
  Buffer.from(value, 'utf16le'),
  ...['base64', 'base64url', 'hex'].map((code) =>
    Buffer.from(
      Buffer.from(value)
        .toString(code as BufferEncoding)
        .replace(/=+$/, ''),
    ),
  ),
  Buffer.from(encodeURIComponent(value)),
  Buffer.from(JSON.stringify(value).slice(1, -1)),
];

/** True when the secret stands in the content, in any spelling. */
export const holds = (content: string | Buffer, secret: string): boolean => {
  const bytes = Buffer.from(content);
  return spellings(secret).some((spelling) => bytes.includes(spelling));
};

/** How a gzip file of Node begins (RFC 1952, 2.3.1): magic bytes alone also stand in encrypted files. */
const gzipStart = Buffer.from([0x1f, 0x8b, 0x08, 0x00]);

/** Content as it lies on the disk, and what the compressed part of a revision unfolds to. */
const contents = (file: string): Buffer[] => {
  const content = readFileSync(file);
  const compressed = content.indexOf(gzipStart);
  return compressed < 0 ? [content] : [content, gunzipSync(content.subarray(compressed))];
};

/** Absolute paths of all files below a directory. */
export const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true })
    .map((name) => path.join(directory, String(name)))
    .filter((file) => statSync(file).isFile());

/** The files below a directory that the secret stands in, by their paths in it. */
export const filesWith = (directory: string, secret: string): string[] =>
  filesIn(directory)
    .filter((file) => contents(file).some((content) => holds(content, secret)))
    .map((file) => path.relative(directory, file));
