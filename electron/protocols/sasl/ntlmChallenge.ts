import { type AvPair, decodeAvPairs } from './ntlmAvPairs.ts';
import { ntlmFlags, ntlmMessageTypes, ntlmSignature, readNtlmPart } from './ntlmFields.ts';
import { SaslError } from './saslError.ts';

/** What a server asks (MS-NLMP, 2.2.1.2). */
export type NtlmChallenge = {
  flags: number;
  /** Its nonce, of 8 bytes. */
  serverChallenge: Buffer;
  /** Names of the server and its domain, its time; empty: it told nothing. */
  targetInfo: readonly AvPair[];
};

const places = { type: 8, flags: 20, serverChallenge: 24, targetInfo: 40 } as const;
const shortest = 32;
const withTargetInfo = 48;

/** Reads a CHALLENGE_MESSAGE. Throws SaslError (`challengeUnreadable`), also for one that does not speak Unicode. */
export const decodeNtlmChallenge = (message: Buffer): NtlmChallenge => {
  const isOne =
    message.length >= shortest &&
    message.subarray(0, ntlmSignature.length).equals(ntlmSignature) &&
    message.readUInt32LE(places.type) === ntlmMessageTypes.challenge;
  if (!isOne) throw new SaslError('challengeUnreadable');
  const flags = message.readUInt32LE(places.flags);
  if ((flags & ntlmFlags.unicode) === 0) throw new SaslError('challengeUnreadable');
  const tells = (flags & ntlmFlags.targetInfo) !== 0 && message.length >= withTargetInfo;
  return {
    flags,
    serverChallenge: message.subarray(places.serverChallenge, places.serverChallenge + 8),
    targetInfo: tells ? decodeAvPairs(readNtlmPart(message, places.targetInfo)) : [],
  };
};
