import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetlogonError } from '../../../../electron/protocols/ldap/netlogonReader.ts';
import { decodeNetlogonResponse } from '../../../../electron/protocols/ldap/netlogonResponse.ts';
import { compressedName, encodeNetlogon, pointer } from './netlogonSamples.ts';

describe('the answer of a controller to a ping', () => {
  it('says who it is, in which site, and what it can do', () => {
    expect(decodeNetlogonResponse(encodeNetlogon())).toEqual({
      form: 'extended',
      state: 'ready',
      flags: [
        ...[
          'primary',
          'globalCatalog',
          'ldap',
          'directory',
          'kerberos',
          'timeService',
          'closest',
          'writable',
        ],
        ...[
          'goodTimeService',
          'fullSecretDomain6',
          'webService',
          'windows2012',
          'windows2012R2',
          'windows2016',
        ],
      ],
      domainGuid: '3a2b1c0d-5e4f-7061-8293-a4b5c6d7e8f9',
      forest: 'corp.example.test',
      domain: 'corp.example.test',
      host: 'dc1.corp.example.test',
      netbiosDomain: 'CORP',
      netbiosComputer: 'DC1',
      user: '',
      controllerSite: 'Zürich',
      clientSite: 'Zürich',
      nextClosestSite: null,
      version: 5,
    });
  });

  it('may have an address and the next closest site behind it', () => {
    const socketAddress = Buffer.from([16, 2, 0, ...Array.from({ length: 14 }, () => 0)]);
    const bytes = encodeNetlogon({ version: 0x1d, socketAddress, nextClosestSite: compressedName('Bern') });
    expect(decodeNetlogonResponse(bytes)).toMatchObject({ nextClosestSite: 'Bern', version: 0x1d });
  });

  it.each([
    [23, 'ready'],
    [24, 'paused'],
    [25, 'userUnknown'],
  ])('of the code %i: %s', (opcode, state) => {
    expect(decodeNetlogonResponse(encodeNetlogon({ opcode }))).toMatchObject({ form: 'extended', state });
  });

  it.each([
    [19, 'ready'],
    [20, 'paused'],
    [21, 'userUnknown'],
  ])('of the older code %i: %s', (opcode, state) => {
    expect(decodeNetlogonResponse(Buffer.from([opcode, 0, 0x5c, 0]))).toEqual({ form: 'older', state });
  });

  it('has its highest flag', () => {
    const { flags } = { flags: [], ...decodeNetlogonResponse(encodeNetlogon({ flags: 0x8000_0000 })) };
    expect(flags).toEqual(['dnsForest']);
  });

  const before = encodeNetlogon().subarray(0, 24);
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another code', Buffer.from([99, 0, 0, 0])],
    ['an end in the middle', encodeNetlogon().subarray(0, 40)],
    ['a name that points to itself', Buffer.concat([before, pointer(24), Buffer.alloc(40)])],
    ['a name that points forward', Buffer.concat([before, pointer(30), Buffer.alloc(40)])],
    [
      'names that point to each other',
      Buffer.concat([before, Buffer.from([1, 0x61]), pointer(24), Buffer.alloc(40)]),
    ],
    [
      'a name longer than names are',
      Buffer.concat([before, ...Array.from({ length: 9 }, () => Buffer.alloc(40, 39)), Buffer.alloc(40)]),
    ],
    ['a label of a kind that is not used', Buffer.concat([before, Buffer.from([0x41]), Buffer.alloc(90)])],
  ])('is refused with %s', (_case, bytes) => {
    expect(() => decodeNetlogonResponse(bytes)).toThrow(NetlogonError);
  });

  it('that is garbage, or good with some bytes changed, is read or refused', () => {
    const good = encodeNetlogon({
      version: 0x1d,
      socketAddress: Buffer.from([2, 2, 0]),
      nextClosestSite: compressedName('b'),
    });
    const change = (changes: [number, number][]): Buffer => {
      const bytes = Buffer.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    };
    const changed = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 5 }).map(change);
    const pointers = fc
      .array(fc.constantFrom(0xc0, 0, 1, 24, 26, 63), { maxLength: 40 })
      .map((bytes) => Buffer.concat([before, Buffer.from(bytes)]));
    const garbage = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(fc.oneof(changed, pointers, garbage), (bytes) => {
        try {
          decodeNetlogonResponse(bytes);
        } catch (error) {
          if (!(error instanceof NetlogonError)) throw error;
        }
      }),
      { numRuns: 100_000 },
    );
  });
});
