import { createHmac } from 'node:crypto';
import type { NtlmServer } from './ewsSignIn.ts';

/** The account of the examples in MS-NLMP, 4.2.1. */
export const ntlmAccount = { userName: 'User', password: 'Password', domain: 'Domain' } as const;

/** MS-NLMP, 4.2.4.1.1: what NTLMv2 makes of this account. */
const key = Buffer.from('0c868a403bfd7a93a3001ef22ef02e3f', 'hex');
/** MS-NLMP, 4.2.4.3. */
const challenge = Buffer.from(
  '4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef' +
    '00000000000000002400240044000000060070170000000f5300650072007600' +
    '6500720002000c0044006f006d00610069006e0001000c005300650072007600' +
    '6500720000000000',
  'hex',
);
const serverChallenge = challenge.subarray(24, 32);
const negotiateType = 1;
/** Where an AUTHENTICATE_MESSAGE points to its parts (MS-NLMP, 2.2.1.3). */
const places = { response: 20, domain: 28, user: 36 } as const;

const partAt = (message: Buffer, place: number): Buffer => {
  const offset = message.readUInt32LE(place + 4);
  return message.subarray(offset, offset + message.readUInt16LE(place));
};

/**
 * The server's side of NTLMv2 for that account, computed as MS-NLMP, 3.3.2, says. It demands that an answer is bound to
 * a service, as Extended Protection does.
 * @param service `HTTP/<host>`.
 * @param address of who signs in.
 */
export const createNtlmServer = (service: string, address: string): NtlmServer => ({
  challenge: (negotiate) => {
    if (negotiate.readUInt32LE(8) !== negotiateType) throw new Error('No NEGOTIATE_MESSAGE came first.');
    return challenge;
  },
  accept: (authenticate) => {
    const response = partAt(authenticate, places.response);
    const [proof, proven] = [response.subarray(0, 16), response.subarray(16)];
    const names = [places.domain, places.user].map((place) =>
      partAt(authenticate, place).toString('utf16le'),
    );
    const expected = createHmac('md5', key)
      .update(Buffer.concat([serverChallenge, proven]))
      .digest();
    const isRight =
      names.join('\\') === `${ntlmAccount.domain}\\${ntlmAccount.userName}` &&
      proof.equals(expected) &&
      proven.includes(service, 0, 'utf16le');
    return isRight ? address : null;
  },
});
