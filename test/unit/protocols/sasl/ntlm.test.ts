import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { avIds, decodeAvPairs, encodeAvPairs } from '../../../../electron/protocols/sasl/ntlmAvPairs.ts';
import { decodeNtlmChallenge } from '../../../../electron/protocols/sasl/ntlmChallenge.ts';
import { readNtlmPart } from '../../../../electron/protocols/sasl/ntlmFields.ts';
import { startNtlmExchange } from '../../../../electron/protocols/sasl/ntlmMechanism.ts';
import { ntlmAuthenticate, ntlmNegotiate } from '../../../../electron/protocols/sasl/ntlmMessages.ts';
import { ntlmKey, ntlmResponse } from '../../../../electron/protocols/sasl/ntlmResponse.ts';
import { SaslError } from '../../../../electron/protocols/sasl/saslError.ts';
import { expectReadOrRefused } from '../brokenBytes.ts';

/** MS-NLMP, 4.2.1 and 4.2.4: the example of NTLMv2. */
const identity = { userName: 'User', password: 'Password', domain: 'Domain', workstation: 'COMPUTER' };
const clientChallenge = Buffer.alloc(8, 0xaa);
const challenge = Buffer.from(
  '4e544c4d53535000020000000c000c003800000033828ae20123456789abcdef' +
    '00000000000000002400240044000000060070170000000f5300650072007600' +
    '6500720002000c0044006f006d00610069006e0001000c005300650072007600' +
    '6500720000000000',
  'hex',
);

const time = Buffer.from('0090d336b734c301', 'hex');
const nothingBound = { endPoint: null, targetName: null };
const parts = { randomBytes: () => clientChallenge, now: () => new Date('1601-01-01T00:00:00Z') };

/** The same challenge of a server that tells its time, and perhaps more. */
const withPairs = (...more: { id: number; value: Buffer }[]): Buffer => {
  const pairs = [...decodeNtlmChallenge(challenge).targetInfo, { id: avIds.timestamp, value: time }, ...more];
  const info = encodeAvPairs(pairs);
  const head = Buffer.from(challenge.subarray(0, 68));
  head.writeUInt16LE(info.length, 40);
  head.writeUInt16LE(info.length, 42);
  return Buffer.concat([head, info]);
};

const answer = (message: Buffer, binding: { endPoint: Buffer | null; targetName: string | null }) =>
  ntlmAuthenticate({ negotiate: ntlmNegotiate(), challenge: message }, identity, binding, parts);

/** The pairs that an answer proves: behind the proof of 16 bytes and 28 bytes of the structure. */
const provenPairs = (message: Buffer) => decodeAvPairs(readNtlmPart(message, 20).subarray(44));
const pairOf = (message: Buffer, id: number) => provenPairs(message).find((pair) => pair.id === id)?.value;

describe('NTLMv2, as MS-NLMP shows it', () => {
  it('makes of name and password the key of 4.2.4.1.1', async () => {
    expect((await ntlmKey(identity, 'Domain')).toString('hex')).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
  });

  it('knows no other case of a name, and changes one letter for one', async () => {
    const key = await ntlmKey({ ...identity, userName: 'uSER' }, 'Domain');
    expect(key.toString('hex')).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
    const strasse = await ntlmKey({ ...identity, userName: 'straße' }, '');
    expect(strasse).toEqual(await ntlmKey({ ...identity, userName: 'STRAßE' }, ''));
    expect(strasse).not.toEqual(await ntlmKey({ ...identity, userName: 'STRASSE' }, ''));
  });

  it('answers the challenge of 4.2.4.3', async () => {
    const { serverChallenge, targetInfo: pairs } = decodeNtlmChallenge(challenge);
    const question = { serverChallenge, clientChallenge, time: 0n, pairs };
    const { ntResponse, lmResponse, sessionKey } = ntlmResponse(await ntlmKey(identity, 'Domain'), question);
    expect(ntResponse.toString('hex')).toMatch(/^68cd0ab851e51c96aabc927bebef6a1c0101000000000000/);
    expect(lmResponse.toString('hex')).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    expect(sessionKey.toString('hex')).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
  });

  it('writes the same into its message, and no integrity code where the server tells no time', async () => {
    const message = await answer(challenge, nothingBound);
    const text = (at: number) => readNtlmPart(message, at).toString('utf16le');
    expect([text(28), text(36), text(44)]).toEqual(['Domain', 'User', 'COMPUTER']);
    expect(readNtlmPart(message, 20).toString('hex')).toMatch(/^68cd0ab851e51c96aabc927bebef6a1c/);
    expect(readNtlmPart(message, 12).toString('hex')).toMatch(/^86c35097ac9cec10/);
    expect(message.subarray(72, 88)).toEqual(Buffer.alloc(16));
    expect(message.includes('Password', 'utf16le')).toBe(false);
  });
});

describe('a name with its domain', () => {
  const written = async (domain: string, userName: string) => {
    const asked = { negotiate: ntlmNegotiate(), challenge };
    const message = await ntlmAuthenticate(asked, { ...identity, domain, userName }, nothingBound, parts);
    const text = (at: number) => readNtlmPart(message, at).toString('utf16le');
    return { domain: text(28), userName: text(36), response: readNtlmPart(message, 20) };
  };

  it('is the same as both apart', async () => {
    expect(await written('', String.raw`Domain\User`)).toEqual(await written('Domain', 'User'));
  });

  it.each([
    ['', 'user@corp.example', '', 'user@corp.example'],
    ['', String.raw`corp\an\na`, 'corp', String.raw`an\na`],
    ['', String.raw`\anna`, '', String.raw`\anna`],
    ['CORP', String.raw`other\anna`, 'CORP', String.raw`other\anna`],
  ])('of %j and %j is %j and %j', async (domain, userName, toldDomain, toldName) => {
    expect(await written(domain, userName)).toMatchObject({ domain: toldDomain, userName: toldName });
  });
});

describe('NTLM with a server that tells its time', () => {
  it('binds all three messages to each other', async () => {
    const asked = withPairs();
    const message = await answer(asked, nothingBound);
    const [proof, key] = [readNtlmPart(message, 20).subarray(0, 16), await ntlmKey(identity, 'Domain')];
    const sessionKey = createHmac('md5', key).update(proof).digest();
    const unsigned = Buffer.from(message).fill(0, 72, 88);
    const whole = Buffer.concat([ntlmNegotiate(), asked, unsigned]);
    expect(message.subarray(72, 88)).toEqual(createHmac('md5', sessionKey).update(whole).digest());
    expect(pairOf(message, avIds.flags)?.readUInt32LE()).toBe(2);
    expect(readNtlmPart(message, 12)).toEqual(Buffer.alloc(24));
    expect(readNtlmPart(message, 20).subarray(24, 32)).toEqual(time);
  });

  it('keeps the flags that the server has set', async () => {
    const message = await answer(
      withPairs({ id: avIds.flags, value: Buffer.from([1, 0, 0, 0]) }),
      nothingBound,
    );
    expect(pairOf(message, avIds.flags)?.readUInt32LE()).toBe(3);
    expect(provenPairs(message).filter(({ id }) => id === avIds.flags)).toHaveLength(1);
  });

  it('names the channel and the service that it is meant for', async () => {
    const endPoint = createHash('sha256').update('certificate').digest();
    const message = await answer(withPairs(), { endPoint, targetName: 'SMTP/mail.test' });
    // RFC 2744, 3.11: four empty fields, then the length of what follows.
    const bindings = Buffer.concat([
      Buffer.from([...Array<number>(16).fill(0), 53, 0, 0, 0]),
      Buffer.from('tls-server-end-point:'),
      endPoint,
    ]);
    expect(pairOf(message, avIds.channelBindings)).toEqual(createHash('md5').update(bindings).digest());
    expect(pairOf(message, avIds.targetName)?.toString('utf16le')).toBe('SMTP/mail.test');
  });
});

describe('a challenge of NTLM', () => {
  it('is read whatever it is, or refused', () => {
    const read = (bytes: Buffer) => decodeNtlmChallenge(bytes);
    expectReadOrRefused({ good: withPairs(), headBytes: 12, read, refusal: SaslError, runs: 2_000 });
  });

  it('is refused where it knows no Unicode', () => {
    const old = Buffer.from(challenge);
    old.writeUInt8(0x32, 20);
    expect(() => decodeNtlmChallenge(old)).toThrow(SaslError);
  });

  it.each(['userName', 'domain'])('is not answered where the %s has no room', async (field) => {
    const long = { ...identity, [field]: 'u'.repeat(40_000) };
    const exchange = startNtlmExchange({ mechanism: 'NTLM', ...long }, nothingBound);
    await expect(exchange.respond(challenge)).rejects.toMatchObject({
      name: 'SaslError',
      code: 'messageTooLong',
    });
  });

  it('is answered once', async () => {
    const exchange = startNtlmExchange({ mechanism: 'NTLM', ...identity }, nothingBound);
    expect(exchange).toMatchObject({ waits: true, initial: ntlmNegotiate() });
    await expect(exchange.respond(null)).rejects.toMatchObject({ code: 'challengeUnreadable' });
    expect((await exchange.respond(challenge)).readUInt32LE(8)).toBe(3);
    await expect(exchange.respond(challenge)).rejects.toMatchObject({ code: 'asksForMore' });
  });
});
