import { SaslError } from './saslError.ts';

/** MS-NLMP, 2.2.1: how every message begins. */
export const ntlmSignature = Buffer.from('NTLMSSP\0', 'latin1');

export const ntlmMessageTypes = { negotiate: 1, challenge: 2, authenticate: 3 } as const;

/** MS-NLMP, 2.2.2.5. */
export const ntlmFlags = {
  unicode: 0x0000_0001,
  requestTarget: 0x0000_0004,
  ntlm: 0x0000_0200,
  alwaysSign: 0x0000_8000,
  extendedSessionSecurity: 0x0008_0000,
  targetInfo: 0x0080_0000,
  version: 0x0200_0000,
  key128: 0x2000_0000,
  key56: 0x8000_0000,
} as const;

/**
 * MS-NLMP, 2.2.2.10: what a Windows 10 would say; nobody acts upon it, but some servers demand that it is there.
 * The last byte is the revision of NTLM.
 */
export const ntlmVersion = Buffer.from([10, 0, 0, 0, 0, 0, 0, 15]);

/** Where a part of a message stands: two lengths and an offset. */
const pointerBytes = 8;
/** Its length has two bytes. */
const longestPart = 65_535;

/**
 * Puts a message together: what stands at fixed places, then the parts that are pointed to, in their order. Throws
 * SaslError (`messageTooLong`).
 */
export const encodeNtlmMessage = (
  head: Buffer,
  parts: readonly { pointerAt: number; content: Buffer }[],
): Buffer => {
  let offset = head.length;
  for (const { pointerAt, content } of parts) {
    if (content.length > longestPart) throw new SaslError('messageTooLong');
    head.writeUInt16LE(content.length, pointerAt);
    head.writeUInt16LE(content.length, pointerAt + 2);
    head.writeUInt32LE(offset, pointerAt + 4);
    offset += content.length;
  }
  return Buffer.concat([head, ...parts.map(({ content }) => content)]);
};

/** The part of a message that is pointed to at `pointerAt`. Throws SaslError where it is not inside the message. */
export const readNtlmPart = (message: Buffer, pointerAt: number): Buffer => {
  if (message.length < pointerAt + pointerBytes) throw new SaslError('challengeUnreadable');
  const length = message.readUInt16LE(pointerAt);
  const offset = message.readUInt32LE(pointerAt + 4);
  if (length > 0 && offset + length > message.length) throw new SaslError('challengeUnreadable');
  return message.subarray(offset, offset + length);
};
