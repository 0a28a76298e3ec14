import { describe, expect, it } from 'vitest';
import { profileWriteSchema } from '../../../../../electron/contract/mail/profile.ts';
import { fromDraftFile } from '../../../../../electron/services/mail/draft/draftFile.ts';

const place = {
  folder: '/drafts',
  readFile: async (): Promise<Buffer> => {
    throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  },
};
const relay = {
  ...{ name: 'relay', kind: 'smtp', host: 'mail.corp.example', port: 587, encryption: 'starttls' },
  from: { address: 'console@corp.example' },
};
const cloud = { name: 'cloud', kind: 'microsoft365', from: { address: 'console@corp.example' } };
const login = 'https://login.microsoftonline.com';
const secret = { source: 'environment', name: 'CLIENT_SECRET' };
const application = {
  ...{ mode: 'oauth2', provider: 'microsoft', flow: 'clientCredentials' },
  ...{ tenantId: 'corp.example', clientId: '11111111-2222-3333-4444-555555555555', clientSecret: secret },
};

const read = async (draft: object) => {
  const result = await fromDraftFile(JSON.stringify(draft), place, {
    environment: {},
    signal: new AbortController().signal,
  });
  expect(profileWriteSchema.parse(result.values)).toEqual(result.values);
  return result;
};
const signIn = async (authentication: object) => (await read({ ...relay, authentication })).values;
const typed = (value: string) => ({ source: 'value', value });

describe('a draft file with a way to sign in', () => {
  it('takes a chosen mechanism for a password', async () => {
    const password = { source: 'vault' };
    expect(
      await signIn({ mode: 'password', mechanism: 'CRAM-MD5', username: 'svc', password }),
    ).toMatchObject({ authentication: { mechanism: 'CRAM-MD5' } });
  });

  it('takes NTLM with a domain, and Kerberos with a service principal', async () => {
    const account = { username: 'svc', password: { source: 'value', value: 's3cret' } };
    expect(await signIn({ mode: 'ntlm', domain: 'CORP', ...account })).toMatchObject({
      authentication: { mode: 'ntlm', domain: 'CORP', userName: typed('svc') },
    });
    expect(await signIn({ mode: 'ntlm', ...account })).toMatchObject({ authentication: { domain: '' } });
    expect(await signIn({ mode: 'kerberos' })).toMatchObject({ authentication: { servicePrincipal: null } });
    expect(await signIn({ mode: 'kerberos', servicePrincipal: 'SMTPSVC/mail.corp.example' })).toMatchObject({
      authentication: { servicePrincipal: 'SMTPSVC/mail.corp.example' },
    });
  });

  it('takes an application of Microsoft, for the mailbox of the sender', async () => {
    expect(await signIn(application)).toMatchObject({
      authentication: {
        ...{ mode: 'oauth2', userName: typed('console@corp.example') },
        client: {
          place: { provider: 'microsoft', cloud: 'global', tenantId: typed('corp.example') },
          proof: { kind: 'secret', secret },
          grant: { flow: 'clientCredentials' },
        },
      },
    });
  });

  it.each(['', '/', '/v2.0', '/v2.0/'])(
    'reads cloud and tenant out of an authority that ends with %j',
    async (rest) => {
      const { tenantId: _, ...others } = application;
      const authority = `https://login.microsoftonline.us/corp.example${rest}`;
      expect(await signIn({ ...others, authority })).toMatchObject({
        authentication: { client: { place: { cloud: 'usGccHigh', tenantId: typed('corp.example') } } },
      });
    },
  );

  it('takes an account and another mailbox', async () => {
    const person = { username: 'anna@corp.example', mailbox: 'shared@corp.example' };
    const password = { source: 'vault' };
    const { values, usesVault } = await read({
      ...relay,
      authentication: { ...application, ...person, flow: 'ropc', password },
    });
    expect(values).toMatchObject({
      authentication: {
        userName: typed('shared@corp.example'),
        client: { grant: { flow: 'ropc', userName: typed('anna@corp.example') } },
      },
    });
    expect(usesVault).toBe(true);
  });

  it('takes a provider by its issuer or by its endpoints', async () => {
    const client = { mode: 'oauth2', provider: 'openid', flow: 'deviceCode', clientId: 'console' };
    expect(
      await signIn({ ...client, authority: 'https://sso.corp.example/realm', scopes: ['mail', 'openid'] }),
    ).toMatchObject({
      authentication: {
        client: {
          place: {
            endpoints: { found: 'discovered', issuer: 'https://sso.corp.example/realm' },
            scopes: 'mail openid',
          },
        },
      },
    });
    const token = 'https://sso.corp.example/token';
    expect(await signIn({ ...client, endpoints: { token } })).toMatchObject({
      authentication: { client: { place: { endpoints: { found: 'typed', token, authorization: null } } } },
    });
  });

  it('can be for Microsoft 365, Exchange and Outlook', async () => {
    expect((await read({ ...cloud, authentication: application })).values).toMatchObject({
      ...{ kind: 'microsoft365', timeoutMs: 30_000 },
      authentication: { mode: 'oauth2' },
    });
    const exchange = { ...cloud, kind: 'exchange', host: 'mail.corp.example' };
    expect((await read({ ...exchange, authentication: { mode: 'kerberos' } })).values).toMatchObject({
      ...{ url: 'https://mail.corp.example/EWS/Exchange.asmx', exchangeVersion: '2013_SP1' },
    });
    expect((await read({ ...cloud, kind: 'outlook', mailbox: 'Shared' })).values).toMatchObject({
      ...{ kind: 'outlook', mailbox: 'Shared' },
    });
  });

  it.each([
    [{ ...application, tenantId: null }, ['tenantId'], 'required'],
    [{ ...application, authority: 'https://login.example/x' }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}:8443/corp.example` }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}/corp.example?x` }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}/corp.example/oauth2/v2.0` }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}/corp.example/B2C_1_signin` }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}/corp.example//v2.0` }, ['authority'], 'authorityUnknown'],
    [{ ...application, authority: `${login}/a..%2f`, tenantId: null }, ['authority'], 'tenantId'],
    [
      { ...application, authority: 'https://anna:x@login.microsoftonline.com/corp.example' },
      ['authority'],
      'providerUrl',
    ],
    [{ ...application, authority: `${login}/other.example` }, ['tenantId'], 'contradicts'],
    [{ ...application, authority: `${login}/corp.example`, cloud: 'china' }, ['cloud'], 'contradicts'],
    [{ ...application, certificate: { file: 'app.pfx' } }, ['certificate'], 'contradicts'],
    [{ ...application, scopes: 'mail' }, ['scopes'], 'unusedHere'],
    [{ ...application, endpoints: { token: 'https://sso.corp.example/t' } }, ['endpoints'], 'unusedHere'],
    [{ ...application, password: { source: 'vault' } }, ['password'], 'unusedHere'],
    [{ ...application, provider: 'google', tenantId: null, authority: login }, ['authority'], 'unusedHere'],
    [{ ...application, provider: 'google' }, ['tenantId'], 'unusedHere'],
    [
      {
        ...{ ...application, provider: 'openid', tenantId: null, authority: 'https://sso.corp.example' },
        endpoints: { token: 'https://sso.corp.example/t' },
      },
      ['endpoints'],
      'contradicts',
    ],
    [{ ...application, flow: 'implicit' }, ['flow'], 'implicitFlow'],
    [{ ...application, flow: 'other' }, ['flow'], 'notAChoice'],
    [{ ...application, flow: 'ropc' }, ['username'], 'required'],
    [{ ...application, flow: 'ropc', username: 'anna' }, ['password'], 'required'],
    [{ ...application, provider: 'openid', tenantId: null }, ['authority'], 'required'],
    [
      { ...application, certificate: { file: 'app.pfx' }, clientSecret: null },
      ['certificate', 'file'],
      'fileUnreadable',
    ],
    [{ ...application, clientId: 'a b' }, ['clientId'], 'unusableCharacter'],
    [{ ...application, tenantId: 'a/b' }, ['tenantId'], 'tenantId'],
    [{ mode: 'kerberos', servicePrincipal: 'mail' }, ['servicePrincipal'], 'servicePrincipal'],
  ])('is refused at the field: %j', async (authentication, path, code) => {
    await expect(signIn(authentication)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['authentication', ...path], code }] },
    });
  });

  const account = { username: 'anna@corp.example', mailbox: 'shared@corp.example' };

  it.each(['clientCredentials', 'deviceCode'])('is refused with an account that %s drops', async (flow) => {
    const refusal = {
      data: {
        issues: [
          { path: ['authentication', 'username'], code: 'contradicts', parameters: { other: 'mailbox' } },
        ],
      },
    };
    const authentication = { ...application, ...account, flow };
    await expect(signIn(authentication)).rejects.toMatchObject(refusal);
    await expect(read({ ...cloud, authentication })).rejects.toMatchObject(refusal);
    const same = { ...authentication, mailbox: 'Anna@corp.example' };
    expect(await signIn(same)).toMatchObject({ authentication: { userName: typed('Anna@corp.example') } });
  });

  it('takes the account that signs in for another mailbox in the browser', async () => {
    const authentication = { ...application, ...account, flow: 'authorizationCode' };
    const { values, pathOf } = await read({ ...cloud, authentication });
    expect(values).toMatchObject({
      authentication: {
        userName: typed('shared@corp.example'),
        client: { grant: { flow: 'authorizationCode', loginHint: 'anna@corp.example' } },
      },
    });
    const field = ['authentication', 'client', 'grant', 'loginHint'];
    expect(pathOf(field)).toEqual(['authentication', 'username']);
    const alone = { ...authentication, mailbox: null };
    expect(await signIn(alone)).toMatchObject({
      authentication: {
        userName: typed('anna@corp.example'),
        client: { grant: { flow: 'authorizationCode' } },
      },
    });
  });

  it('is refused with a mechanism where nothing is signed in to by one', async () => {
    const refused = (kind: string) => ({
      data: {
        issues: [
          {
            path: ['authentication', 'mechanism'],
            code: 'unusedHere',
            parameters: { choice: `"kind": "${kind}"` },
          },
        ],
      },
    });
    const token = { ...application, mechanism: 'XOAUTH2' };
    const password = { mode: 'password', username: 'svc', password: { source: 'vault' }, mechanism: 'PLAIN' };
    const exchange = { ...cloud, kind: 'exchange', host: 'mail.corp.example' };
    await expect(read({ ...cloud, authentication: token })).rejects.toMatchObject(refused('microsoft365'));
    for (const authentication of [token, password])
      await expect(read({ ...exchange, authentication })).rejects.toMatchObject(refused('exchange'));
    for (const authentication of [token, password]) expect(await signIn(authentication)).toBeDefined();
  });

  it('is refused with two places of Exchange, and with two accounts of the mailbox', async () => {
    const exchange = { ...cloud, kind: 'exchange', host: 'mail.corp.example' };
    const url = 'https://other.corp.example/EWS/Exchange.asmx';
    await expect(read({ ...exchange, url, authentication: { mode: 'kerberos' } })).rejects.toMatchObject({
      data: { issues: [{ path: ['host'], code: 'contradicts', parameters: { other: 'url' } }] },
    });
    const arrival = {
      ...{ protocol: 'imap', host: 'imap.corp.example', port: 993, encryption: 'tls', username: 'anna' },
      authentication: { mode: 'kerberos' },
    };
    await expect(read({ ...relay, authentication: { mode: 'none' }, arrival })).rejects.toMatchObject({
      data: { issues: [{ path: ['arrival', 'username'], code: 'contradicts' }] },
    });
  });
});
