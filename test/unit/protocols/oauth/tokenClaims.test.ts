import { expect, it } from 'vitest';
import { readTokenClaims } from '../../../../electron/protocols/oauth/tokenClaims.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: unknown): string => `${encode({ alg: 'RS256' })}.${encode(claims)}.c2lnbmF0dXJl`;

it('reads what an application may do', () => {
  const token = tokenOf({
    aud: 'https://outlook.office365.com',
    iss: 'https://sts.windows.net/tenant/',
    tid: 'tenant',
    appid: 'application',
    roles: ['SMTP.SendAsApp'],
    exp: 1_800_000_000,
    nbf: 1_700_000_000,
  });
  expect(readTokenClaims(token)).toEqual({
    audience: ['https://outlook.office365.com'],
    issuer: 'https://sts.windows.net/tenant/',
    tenantId: 'tenant',
    clientId: 'application',
    account: null,
    roles: ['SMTP.SendAsApp'],
    scopes: [],
    expiresAtMs: 1_800_000_000_000,
    notBeforeMs: 1_700_000_000_000,
  });
});

it('reads what may be done in a person’s name', () => {
  const token = tokenOf({
    aud: ['one', 'two'],
    azp: 'application',
    upn: 'anna@corp.example',
    scp: 'SMTP.Send Mail.Send',
  });
  expect(readTokenClaims(token)).toMatchObject({
    audience: ['one', 'two'],
    clientId: 'application',
    account: 'anna@corp.example',
    scopes: ['SMTP.Send', 'Mail.Send'],
  });
});

it('names a time that no calendar has as the last one that it has', () => {
  const { expiresAtMs, notBeforeMs } = readTokenClaims(tokenOf({ exp: 1e300, nbf: -1e300 })) ?? {};
  expect(new Date(expiresAtMs ?? 0).toISOString()).toBe('+275760-09-13T00:00:00.000Z');
  expect(new Date(notBeforeMs ?? 0).toISOString()).toBe('-271821-04-20T00:00:00.000Z');
});

it.each([
  ['an opaque one', 'ya29.a0AfH6SMBx'],
  ['an encrypted one', 'a.b.c.d.e'],
  ['an empty one', ''],
  ['one whose claims are no object', tokenOf(['a'])],
  ['one of other signs', 'ey!.ey!.c'],
  ['one without end', `${tokenOf({})}${'a'.repeat(70_000)}`],
])('knows nothing of %s', (_, token) => {
  expect(readTokenClaims(token)).toBeNull();
});
