import { describe, expect, it } from 'vitest';
import { chooseMechanism } from '../../../../electron/protocols/sasl/passwordMechanisms.ts';

describe('the way to sign in', () => {
  it.each([
    [['CRAM-MD5', 'LOGIN', 'PLAIN'], true, 'PLAIN'],
    [['CRAM-MD5', 'LOGIN'], true, 'LOGIN'],
    [['PLAIN', 'CRAM-MD5'], false, 'CRAM-MD5'],
    [['PLAIN', 'LOGIN'], false, 'PLAIN'],
    [['GSSAPI', 'NTLM', 'XOAUTH2'], true, null],
    [[], true, null],
  ])('from %j, encrypted: %j, is %j', (offered, encrypted, expected) => {
    expect(chooseMechanism(offered, encrypted)).toBe(expected);
  });
});
