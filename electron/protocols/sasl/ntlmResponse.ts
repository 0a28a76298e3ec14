import { createHmac } from 'node:crypto';
import { type AvPair, encodeAvPairs } from './ntlmAvPairs.ts';
import type { Credential } from './signIn.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const hmacMd5 = (key: Buffer, ...parts: readonly Buffer[]): Buffer =>
  createHmac('md5', key).update(Buffer.concat(parts)).digest();

/** Windows changes one character for one: a letter that would become two stays as it is. */
const toUpper = (text: string): string =>
  Array.from(text, (letter) => {
    const upper = letter.toUpperCase();
    return upper.length === letter.length ? upper : letter;
  }).join('');

/** MD4 is neither in OpenSSL 3 nor in BoringSSL any more; a password is all that it is used for here. */
const md4 = async (bytes: Buffer): Promise<Buffer> => {
  const { md4: digest } = await import('hash-wasm');
  return Buffer.from(await digest(bytes), 'hex');
};

/** The key that stands for a password (NTOWFv2, MS-NLMP, 3.3.2). It is as good as the password. */
export const ntlmKey = async (credential: Credential, domain: string): Promise<Buffer> =>
  hmacMd5(await md4(utf16(credential.password)), utf16(`${toUpper(credential.userName)}${domain}`));

export type NtlmQuestion = {
  serverChallenge: Buffer;
  /** Our nonce, of 8 bytes. */
  clientChallenge: Buffer;
  /** 100 nanoseconds since 1601. */
  time: bigint;
  pairs: readonly AvPair[];
};

export type NtlmResponse = {
  ntResponse: Buffer;
  /** For servers of old, which tell no time. */
  lmResponse: Buffer;
  /** Signs the messages of this sign-in. */
  sessionKey: Buffer;
};

const timeOf = (time: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(time);
  return bytes;
};

/** Answers a challenge with NTLMv2 (MS-NLMP, 3.3.2). */
export const ntlmResponse = (
  key: Buffer,
  { serverChallenge, clientChallenge, time, pairs }: NtlmQuestion,
): NtlmResponse => {
  const structure = Buffer.concat([
    Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]),
    timeOf(time),
    clientChallenge,
    Buffer.alloc(4),
    encodeAvPairs(pairs),
    Buffer.alloc(4),
  ]);
  const proof = hmacMd5(key, serverChallenge, structure);
  return {
    ntResponse: Buffer.concat([proof, structure]),
    lmResponse: Buffer.concat([hmacMd5(key, serverChallenge, clientChallenge), clientChallenge]),
    sessionKey: hmacMd5(key, proof),
  };
};

/** The code that binds the three messages to each other (MIC, MS-NLMP, 3.1.5.1.2). */
export const ntlmIntegrity = (sessionKey: Buffer, ...messages: readonly Buffer[]): Buffer =>
  hmacMd5(sessionKey, ...messages);
