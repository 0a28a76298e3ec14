import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BerReader } from '../../../../electron/protocols/ldap/berReader.ts';
import { decodeResponse } from '../../../../electron/protocols/ldap/decodeResponse.ts';
import { bytesOf, textOf, textsOf } from '../../../../electron/protocols/ldap/ldapEntry.ts';
import { LdapMessageReader } from '../../../../electron/protocols/ldap/ldapMessageReader.ts';
import { LdapProtocolError } from '../../../../electron/protocols/ldap/ldapProtocolError.ts';
import { foundMessage } from '../../../lab/faults/directoryAnswer.ts';
import { serverMessages } from './ldapSamples.ts';

/** Reads a stream as the dialogue does; gives how many messages there were before it could not be read any more. */
const readStream = (bytes: Buffer): number => {
  const reader = new LdapMessageReader();
  let count = 0;
  try {
    reader.push(bytes);
    for (let message = reader.next(); message !== null; message = reader.next()) {
      decodeResponse(message);
      count += 1;
    }
  } catch (error) {
    if (!(error instanceof LdapProtocolError)) throw error;
  }
  return count;
};

const element = (tag: number, ...contents: Buffer[]): Buffer => {
  const content = Buffer.concat(contents);
  const header = Buffer.from([tag, 0x84, 0, 0, 0, 0]);
  header.writeUInt32BE(content.length, 2);
  return Buffer.concat([header, content]);
};

describe('an answer of a server', () => {
  it('is read with its names, values as bytes, result, token, referrals and controls', () => {
    const answers = serverMessages.map(decodeResponse);
    expect(answers.map(({ answer }) => answer.kind)).toEqual([
      'entry',
      'reference',
      'searchResultDone',
      'searchResultDone',
      'searchResultDone',
      'bindResponse',
      'extendedResponse',
      'extendedResponse',
    ]);
    expect(answers[4]?.answer).toMatchObject({
      result: { resultCode: 10, matchedDn: 'DC=test', referrals: ['ldap://a.test', 'ldap://b.test'] },
    });
    expect(answers[5]?.answer).toMatchObject({ serverToken: Buffer.from('00ff7f80', 'hex') });
    expect(answers[3]?.controls).toMatchObject([{ oid: '1.2.840.113556.1.4.319', isCritical: false }]);
    expect(answers[7]).toMatchObject({ messageId: 0, answer: { oid: '1.3.6.1.4.1.1466.20036' } });
  });

  it('gives the values of an attribute by its name in any case, as bytes or text', () => {
    const message = foundMessage(1, {
      dn: 'CN=Zoë,DC=test',
      attributes: { displayName: ['Zoë', '二'], thumbnailPhoto: [Buffer.from([0, 255])], empty: [] },
    });
    const { answer } = decodeResponse(message);
    if (answer.kind !== 'entry') throw new Error('not an entry');
    expect(answer.dn).toBe('CN=Zoë,DC=test');
    expect(textsOf(answer, 'DISPLAYNAME')).toEqual(['Zoë', '二']);
    expect(textOf(answer, 'displayname')).toBe('Zoë');
    expect(bytesOf(answer, 'thumbnailPhoto')).toEqual([Buffer.from([0, 255])]);
    expect(textOf(answer, 'empty')).toBeNull();
    expect(textOf(answer, 'toString')).toBeNull();
  });

  it('may write every length with four bytes, as Active Directory does, and have unknown parts at its end', () => {
    const result = [
      element(0x0a, Buffer.from([0])),
      element(0x04),
      element(0x04),
      element(0x99, Buffer.from('?')),
    ];
    const message = element(0x30, element(0x02, Buffer.from([5])), element(0x65, ...result));
    expect(decodeResponse(message)).toMatchObject({ messageId: 5, answer: { kind: 'searchResultDone' } });
  });

  it('is refused when a length is not definite, an element leaves its parent, or another one stands there', () => {
    const broken = [
      '3080020101650704000400040000',
      '300502010165ff',
      '300c02010165070a01000400050100',
      '300c02020165070a01000400040100',
      '300c0201ff65070a010004000400',
      '300c02010166070a010004000400',
      '300c02010165070a000a04000400',
      '1f8101',
    ];
    for (const bytes of broken)
      expect(() => decodeResponse(Buffer.from(bytes, 'hex')), bytes).toThrow(LdapProtocolError);
  });

  it('is refused when it has more elements than anybody needs, before they cost memory', () => {
    const reader = new BerReader(Buffer.alloc(4_000_000, Buffer.from('0400', 'hex')));
    expect(() => reader.all((each) => each.element())).toThrow(
      expect.objectContaining({ name: 'LdapProtocolError', code: 'EMSGSIZE' }) as Error,
    );
  });

  it('that is garbage or was changed anywhere never breaks anything but itself: 100,000 inputs', () => {
    const stream = Buffer.concat(serverMessages);
    const changed = fc
      .tuple(
        fc.integer({ min: 0, max: stream.length - 1 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: stream.length }),
      )
      .map(([at, value, end]) => {
        const bytes = Buffer.from(stream);
        bytes[at] = value;
        return bytes.subarray(0, Math.max(end, at + 1));
      });
    const garbage = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes));
    const wrapped = garbage.map((bytes) =>
      element(0x30, element(0x02, Buffer.from([1])), element(0x64, bytes)),
    );
    const read = (bytes: Buffer): void => {
      expect(readStream(bytes)).toBeLessThanOrEqual(serverMessages.length);
    };
    fc.assert(fc.property(changed, read), { numRuns: 60_000 });
    fc.assert(
      fc.property(garbage, (bytes) => void readStream(bytes)),
      { numRuns: 20_000 },
    );
    fc.assert(
      fc.property(wrapped, (bytes) => void readStream(bytes)),
      { numRuns: 20_000 },
    );
  });
});

describe('the cutting of messages', () => {
  it('gives the same messages however the bytes are cut', () => {
    const stream = Buffer.concat(serverMessages);
    const cuts = fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const reader = new LdapMessageReader();
        const messages: Buffer[] = [];
        const ends = [...places.sort((one, other) => one - other), stream.length];
        ends.reduce((start, end) => {
          reader.push(stream.subarray(start, end));
          for (let next = reader.next(); next !== null; next = reader.next()) messages.push(next);
          return end;
        }, 0);
        expect(messages).toEqual(serverMessages);
        expect(reader.isEmpty).toBe(true);
      }),
    );
  });

  it('takes a megabyte that drips in byte by byte without copying it over and over', () => {
    const photo = Buffer.alloc(1_048_576, 7);
    const message = foundMessage(1, { dn: 'CN=a', attributes: { thumbnailPhoto: [photo] } });
    const reader = new LdapMessageReader();
    for (let at = 0; at < message.length - 1; at += 1) {
      reader.push(message.subarray(at, at + 1));
      if (reader.next() !== null) throw new Error('too early');
    }
    reader.push(message.subarray(-1));
    expect(reader.next()).toEqual(message);
  });

  it('takes pieces that get shorter and shorter, over and over', () => {
    const photo = Buffer.alloc(200_000, 7);
    const message = foundMessage(1, { dn: 'CN=a', attributes: { thumbnailPhoto: [photo] } });
    const reader = new LdapMessageReader();
    let length = 600;
    for (let at = 0; at < message.length; at += length) {
      length = length === 1 ? 600 : length - 1;
      reader.push(message.subarray(at, at + length));
    }
    expect(reader.next()).toEqual(message);
  });

  it('refuses a message that says it is larger than any, at once, and one that is none', () => {
    const reader = new LdapMessageReader();
    reader.push(Buffer.from('3084ffffffff', 'hex'));
    expect(() => reader.next()).toThrow(expect.objectContaining({ code: 'EMSGSIZE' }) as Error);
    const web = new LdapMessageReader();
    web.push(Buffer.from('HTTP/1.1 400 Bad Request\r\n'));
    expect(() => web.next()).toThrow(expect.objectContaining({ code: 'EPROTO' }) as Error);
  });

  it('reads a token with 30,000 SIDs', () => {
    const sid = Buffer.from('010500000000000515000000aabbccddaabbccddaabbccdd00000000', 'hex');
    const tokenGroups = Array.from({ length: 30_000 }, (_, index) => {
      const own = Buffer.from(sid);
      own.writeUInt32LE(index, 24);
      return own;
    });
    const message = foundMessage(1, { dn: 'CN=a', attributes: { tokenGroups } });
    const { answer } = decodeResponse(message);
    if (answer.kind !== 'entry') throw new Error('not an entry');
    expect(bytesOf(answer, 'tokenGroups')).toEqual(tokenGroups);
  });
});
