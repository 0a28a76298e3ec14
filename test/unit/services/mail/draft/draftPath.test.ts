import { describe, expect, it } from 'vitest';
import { fail, isFailure } from '../../../../../electron/contract/failures.ts';
import { draftPath } from '../../../../../electron/services/mail/draft/draftPath.ts';
import { draftFileSchema } from '../../../../../electron/services/mail/draft/draftFileSchema.ts';
import { faultOfDraft } from '../../../../../electron/services/mail/draft/faultOfDraft.ts';

const secret = { source: 'environment', name: 'SECRET' };
const application = {
  ...{ mode: 'oauth2', provider: 'microsoft', flow: 'ropc', clientId: 'console', username: 'anna' },
  password: { source: 'value', value: 'long-password' },
};
const base = { name: 'cloud', from: { address: 'console@corp.example' } };
const place = (authentication: object, path: string) =>
  draftPath(draftFileSchema.parse({ kind: 'microsoft365', ...base, authentication }), path.split('.')).join(
    '.',
  );

describe('a fault that is found in the values of a draft file', () => {
  it.each([
    ['values.authentication.client.place.tenantId.value', 'authentication.authority', {}],
    ['authentication.client.place.tenantId', 'authentication.tenantId', { tenantId: 'corp.example' }],
    ['values.authentication.userName.value', 'authentication.username', {}],
    ['authentication.userName', 'authentication.mailbox', { mailbox: 'box' }],
    ['authentication.userName', 'from.address', { username: null }],
    ['authentication.client.clientId.value', 'authentication.clientId', {}],
    ['authentication.client.grant.flow', 'authentication.flow', {}],
    ['authentication.client.grant.userName', 'authentication.username', {}],
    ['authentication.client.grant.password.secret.value', 'authentication.password.value', {}],
    ['authentication.client.proof.kind', 'authentication.clientSecret', {}],
    ['authentication.client.proof.secret.name', 'authentication.clientSecret.name', { clientSecret: secret }],
    [
      'authentication.client.proof.secret',
      'authentication.certificate.file',
      { certificate: { file: 'app.pfx' } },
    ],
    ['authentication.client.place.provider', 'authentication.provider', {}],
    ['values.trust.pem', 'trust.ca', {}],
    ['values.timeoutMs', 'timeoutMs', {}],
    ['recipient', 'recipient', {}],
  ])('at %s is told at %s: %j', (values, file, changes) => {
    expect(place({ ...application, ...changes }, values)).toBe(file);
  });

  it('of an issuer and of endpoints is told where they stand', () => {
    const openid = { ...application, provider: 'openid' };
    const endpoints = 'authentication.client.place.endpoints';
    expect(place(openid, `${endpoints}.issuer`)).toBe('authentication.authority');
    expect(place(openid, `${endpoints}.authorization`)).toBe('authentication.endpoints.authorization');
  });

  it('of a mailbox to look into is told where its account stands', () => {
    const account = { username: 'anna', password: secret };
    const arrival = { protocol: 'imap', host: 'imap.corp.example', port: 993, encryption: 'tls' };
    const pathIn = (signIn: object, path: string[]) =>
      draftPath(
        draftFileSchema.parse({
          ...{ kind: 'smtp', ...base, host: 'mail.corp.example', port: 25, encryption: 'none' },
          ...{ authentication: { mode: 'none' }, arrival: { ...arrival, ...signIn } },
        }),
        path,
      ).join('.');
    const path = ['values', 'arrival', 'authentication', 'password', 'name'];
    expect(pathIn(account, path)).toBe('arrival.password.name');
    expect(pathIn({ authentication: { mode: 'ntlm', ...account } }, path)).toBe(
      'arrival.authentication.password.name',
    );
  });

  it('of an address of EWS is told at the host that it was made of', () => {
    const exchange = { kind: 'exchange', ...base, authentication: { mode: 'kerberos' } };
    const host = draftFileSchema.parse({ ...exchange, host: 'mail.corp.example' });
    expect(draftPath(host, ['values', 'url'])).toEqual(['host']);
    const url = draftFileSchema.parse({ ...exchange, url: 'https://mail.corp.example/EWS' });
    expect(draftPath(url, ['values', 'url'])).toEqual(['url']);
  });

  it('stays the same fault, and what is no fault of a field stays as it is', () => {
    const pathOf = () => ['there'];
    const issue = { path: ['here'], code: 'required', parameters: { a: 1 } };
    const told = faultOfDraft(fail('INVALID_INPUT', { issues: [issue] }), pathOf);
    expect(isFailure(told) && told.data).toEqual({ issues: [{ ...issue, path: ['there'] }] });
    const missing = faultOfDraft(fail('SECRET_REQUIRED', { path: ['here'] }), pathOf);
    expect(isFailure(missing) && missing.data).toEqual({ path: ['there'] });
    const locked = fail('VAULT_LOCKED', {});
    expect(faultOfDraft(locked, pathOf)).toBe(locked);
  });
});
