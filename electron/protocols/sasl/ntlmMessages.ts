import { createHash, randomBytes } from 'node:crypto';
import { type AvPair, avIds } from './ntlmAvPairs.ts';
import { decodeNtlmChallenge, type NtlmChallenge } from './ntlmChallenge.ts';
import { encodeNtlmMessage, ntlmFlags, ntlmMessageTypes, ntlmSignature, ntlmVersion } from './ntlmFields.ts';
import { ntlmIntegrity, ntlmKey, ntlmResponse } from './ntlmResponse.ts';
import type { NtlmSignIn } from './signIn.ts';

/** What binds a sign-in to the server that it is meant for; a server may demand either (Extended Protection). */
export type NtlmBinding = {
  /** Hash of the server's certificate (`serverEndPoint`); null: there is no TLS. */
  endPoint: Buffer | null;
  /** `service/host`; null: not said. */
  targetName: string | null;
};

export type NtlmParts = { randomBytes?: (count: number) => Buffer; now?: () => Date };

export type NtlmIdentity = Omit<NtlmSignIn, 'mechanism'>;

const wantedFlags = Object.values(ntlmFlags).reduce((all, flag) => all | flag, 0) >>> 0;

const places = {
  ...{ lm: 12, nt: 20, domain: 28, user: 36, workstation: 44, sessionKey: 52, flags: 60 },
  ...{ version: 64, integrity: 72, end: 88 },
} as const;
const negotiatePlaces = { flags: 12, domain: 16, workstation: 24, version: 32, end: 40 } as const;

/** MS-NLMP, 2.2.2.1, MsvAvFlags: the message carries an integrity code. */
const integrityProvided = 2;
const unixEpochMs = 11_644_473_600_000n;

const headOf = (type: number, length: number): Buffer => {
  const head = Buffer.alloc(length);
  ntlmSignature.copy(head);
  head.writeUInt32LE(type, ntlmSignature.length);
  return head;
};

/** The first message (NEGOTIATE_MESSAGE, MS-NLMP, 2.2.1.1): it tells nothing of who signs in. */
export const ntlmNegotiate = (): Buffer => {
  const head = headOf(ntlmMessageTypes.negotiate, negotiatePlaces.end);
  head.writeUInt32LE(wantedFlags, negotiatePlaces.flags);
  ntlmVersion.copy(head, negotiatePlaces.version);
  const nothing = Buffer.alloc(0);
  return encodeNtlmMessage(head, [
    { pointerAt: negotiatePlaces.domain, content: nothing },
    { pointerAt: negotiatePlaces.workstation, content: nothing },
  ]);
};

/** RFC 2744, 3.11: no addresses, and RFC 5929, 4: what the channel is known by. */
const channelBindings = (endPoint: Buffer): Buffer => {
  const unique = Buffer.concat([Buffer.from('tls-server-end-point:'), endPoint]);
  const head = Buffer.alloc(20);
  head.writeUInt32LE(unique.length, 16);
  return createHash('md5')
    .update(Buffer.concat([head, unique]))
    .digest();
};

const flagsOf = (pairs: readonly AvPair[]): number => {
  const value = pairs.find(({ id }) => id === avIds.flags)?.value;
  return value?.length === 4 ? value.readUInt32LE() : 0;
};

const integrityFlags = (told: readonly AvPair[]): Buffer => {
  const value = Buffer.alloc(4);
  value.writeUInt32LE((flagsOf(told) | integrityProvided) >>> 0);
  return value;
};

/** What the server told of itself, with what we say to it: it stands inside of what our answer proves. */
const answeredPairs = (
  { targetInfo }: NtlmChallenge,
  { endPoint, targetName }: NtlmBinding,
  hasIntegrity: boolean,
): AvPair[] => {
  const ours: AvPair[] = [
    ...(hasIntegrity ? [{ id: avIds.flags, value: integrityFlags(targetInfo) }] : []),
    ...(endPoint === null ? [] : [{ id: avIds.channelBindings, value: channelBindings(endPoint) }]),
    ...(targetName === null ? [] : [{ id: avIds.targetName, value: Buffer.from(targetName, 'utf16le') }]),
  ];
  return [...targetInfo.filter(({ id }) => ours.every((pair) => pair.id !== id)), ...ours];
};

/** MS-NLMP, 3.1.5.1.2: the server's own time counts, where it tells it. */
const serverTime = ({ targetInfo }: NtlmChallenge): bigint | null => {
  const value = targetInfo.find(({ id }) => id === avIds.timestamp)?.value;
  return value?.length === 8 ? value.readBigUInt64LE() : null;
};

/** `CORP\anna` in one field, as people type it; servers look for the whole of it as a name, and find nobody. */
const splitAccount = (identity: NtlmIdentity): NtlmIdentity => {
  const split = identity.userName.indexOf('\\');
  if (identity.domain !== '' || split < 1) return identity;
  const domain = identity.userName.slice(0, split);
  return { ...identity, domain, userName: identity.userName.slice(split + 1) };
};

/**
 * The answer to a server's challenge (AUTHENTICATE_MESSAGE, MS-NLMP, 2.2.1.3) with NTLMv2; with an integrity code where
 * the server tells its time. It asks for no signed or sealed messages: TLS protects what follows.
 * @param negotiate the first message, as it was sent.
 * @param challenge the server's CHALLENGE_MESSAGE. Throws SaslError (`challengeUnreadable`, `messageTooLong`).
 */
export const ntlmAuthenticate = async (
  { negotiate, challenge }: { negotiate: Buffer; challenge: Buffer },
  typed: NtlmIdentity,
  binding: NtlmBinding,
  { randomBytes: random = randomBytes, now = () => new Date() }: NtlmParts = {},
): Promise<Buffer> => {
  const identity = splitAccount(typed);
  const asked = decodeNtlmChallenge(challenge);
  const told = serverTime(asked);
  const { ntResponse, lmResponse, sessionKey } = ntlmResponse(await ntlmKey(identity, identity.domain), {
    serverChallenge: asked.serverChallenge,
    clientChallenge: random(8),
    time: told ?? (BigInt(now().getTime()) + unixEpochMs) * 10_000n,
    pairs: answeredPairs(asked, binding, told !== null),
  });
  const head = headOf(ntlmMessageTypes.authenticate, places.end);
  head.writeUInt32LE((wantedFlags & asked.flags) >>> 0, places.flags);
  ntlmVersion.copy(head, places.version);
  const message = encodeNtlmMessage(head, [
    { pointerAt: places.domain, content: Buffer.from(identity.domain, 'utf16le') },
    { pointerAt: places.user, content: Buffer.from(identity.userName, 'utf16le') },
    { pointerAt: places.workstation, content: Buffer.from(identity.workstation, 'utf16le') },
    { pointerAt: places.lm, content: told === null ? lmResponse : Buffer.alloc(lmResponse.length) },
    { pointerAt: places.nt, content: ntResponse },
    { pointerAt: places.sessionKey, content: Buffer.alloc(0) },
  ]);
  if (told !== null) ntlmIntegrity(sessionKey, negotiate, challenge, message).copy(message, places.integrity);
  return message;
};
