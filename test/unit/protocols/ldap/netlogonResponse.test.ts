import { describe, expect, it } from 'vitest';
import { NetlogonError } from '../../../../electron/protocols/ldap/netlogonReader.ts';
import { decodeNetlogonResponse } from '../../../../electron/protocols/ldap/netlogonResponse.ts';
import { expectReadOrRefused } from '../brokenBytes.ts';
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

  it('that is broken is read or refused', () => {
    const parts = {
      version: 0x1d,
      socketAddress: Buffer.from([2, 2, 0]),
      nextClosestSite: compressedName('b'),
    };
    const broken = { good: encodeNetlogon(parts), headBytes: 24, read: decodeNetlogonResponse };
    expectReadOrRefused({ ...broken, refusal: NetlogonError, runs: 100_000 });
  });
});
