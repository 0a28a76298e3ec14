import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { challengeToken, offeredSchemes } from '../../../../electron/protocols/http/challenges.ts';

describe('the ways to sign in that a server offers', () => {
  it.each<[string[], string[]]>([
    [
      ['Negotiate', 'NTLM', 'Basic realm="mail.example.test"'],
      ['Negotiate', 'NTLM', 'Basic'],
    ],
    [['Negotiate, NTLM, Basic realm="a, Digest b"'], ['Negotiate', 'NTLM', 'Basic']],
    [
      ['Newauth realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"'],
      ['Newauth', 'Basic'],
    ],
    [['Bearer client_id="0-0", trusted_issuers="a@*", token_types="app_asserted"'], ['Bearer']],
    [['NTLM TlRMTVNTUAACAAAA=='], ['NTLM']],
    [['Basic realm = "x" , charset = "UTF-8"', 'BASIC'], ['Basic']],
    [['', ' , ', '"Basic"'], []],
    [['Basic realm="never ends'], ['Basic']],
    [[], []],
  ])('are read of %j', (lines, schemes) => {
    expect(offeredSchemes(lines)).toEqual(schemes);
  });

  it('are found whatever else stands in the lines', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab=",\\ ;') });
    const isFound = (lines: string[]): boolean => offeredSchemes([...lines, 'NTLM']).includes('NTLM');
    fc.assert(fc.property(fc.array(text), isFound));
  });
});

describe('what a server sends with a scheme', () => {
  it.each<[string[], string | null]>([
    [['Negotiate', 'NTLM TlRMTVNTUAA='], 'NTLMSSP\0'],
    [['Basic realm="x", ntlm TlRMTVNTUAA='], 'NTLMSSP\0'],
    [['NTLM'], null],
    [['NTLM realm="x"'], null],
    [['Negotiate TlRMTVNTUAA='], null],
    [[], null],
  ])('is read of %j', (lines, text) => {
    expect(challengeToken(lines, 'NTLM')?.toString() ?? null).toBe(text);
  });
});
