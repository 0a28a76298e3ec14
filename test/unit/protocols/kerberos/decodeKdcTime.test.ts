import { describe, expect, it } from 'vitest';
import { decodeKdcTime } from '../../../../electron/protocols/kerberos/decodeKdcTime.ts';
import { KdcTimeError } from '../../../../electron/protocols/kerberos/kdcTimeError.ts';
import { expectReadOrRefused } from '../brokenBytes.ts';
import { encodeKrbError, type KrbErrorPlan, mitKrbError, sambaKrbError } from './krbErrorSamples.ts';

const atMs = Date.parse('2026-11-21T19:38:33Z');
const known = { realm: 'CORP.EXAMPLE.TEST', errorCode: 6 };

describe('the time in a refusal of Kerberos', () => {
  it('is read from what Samba says, with its microseconds', () => {
    expect(decodeKdcTime(sambaKrbError)).toEqual({ ...known, atMs: atMs + 935.174 });
  });

  it('is that of the KDC, not the one of the client that MIT Kerberos gives back', () => {
    expect(decodeKdcTime(encodeKrbError(mitKrbError))).toEqual({ ...known, atMs: atMs + 999.999 });
  });

  it('is read whatever the reason is', () => {
    const tooBig = encodeKrbError({ errorCode: 52, realm: 'OTHER.TEST' });
    expect(decodeKdcTime(tooBig)).toEqual({ atMs, realm: 'OTHER.TEST', errorCode: 52 });
  });

  const codeOf = (message: Buffer): unknown => {
    try {
      return decodeKdcTime(message);
    } catch (error) {
      return error instanceof KdcTimeError ? error.code : error;
    }
  };

  it('is not in a ticket, which somebody with the name would get', () => {
    expect(codeOf(encodeKrbError({ tag: 0x6b, type: 11 }))).toBe('ticketGiven');
  });

  it.each<[string, KrbErrorPlan]>([
    ['another message', { tag: 0x6d }],
    ['another message than its tag says', { type: 11 }],
    ['another version', { version: 4 }],
    ['a time with fractions', { time: '20261121193833.5Z' }],
    ['a time of another zone', { time: '20261121193833+0100' }],
    ['a day that there is not', { time: '20260230000000Z' }],
    ['more than a second of microseconds', { microseconds: 1_000_000 }],
    ['less than no microseconds', { microseconds: -1 }],
  ])('is refused from %s', (_, plan) => {
    expect(codeOf(encodeKrbError(plan))).toBe('malformed');
  });

  it('is refused where something stands behind the message', () => {
    expect(codeOf(Buffer.concat([sambaKrbError, Buffer.alloc(1)]))).toBe('malformed');
    expect(codeOf(Buffer.alloc(0))).toBe('malformed');
  });

  it('is read from broken bytes or refused, and nothing else: 20,000 inputs', () => {
    for (const good of [sambaKrbError, encodeKrbError(mitKrbError)])
      expectReadOrRefused({ good, headBytes: 6, read: decodeKdcTime, refusal: KdcTimeError, runs: 10_000 });
  });
});
