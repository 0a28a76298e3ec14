import { describe, expect, it } from 'vitest';
import { discoverProvider } from '../../../../electron/protocols/oauth/discoverProvider.ts';
import type { ExchangeAnswer } from '../../../../electron/protocols/net/httpsExchange.ts';
import { answer, never } from './fakeProvider.ts';

const issuer = 'https://id.corp.example/realm';
const document = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  token_endpoint_auth_methods_supported: ['client_secret_post'],
};

const discover = (given: ExchangeAnswer, asked = issuer) => {
  const urls: string[] = [];
  const exchange = async ({ url }: { url: string }): Promise<ExchangeAnswer> => {
    urls.push(url);
    return given;
  };
  return { urls, found: discoverProvider(asked, { exchange, now: Date.now, signal: never }) };
};

describe('the document of a provider', () => {
  it('names its endpoints', async () => {
    const { urls, found } = discover(answer(document));
    expect(await found).toMatchObject({
      issuer,
      authorizationEndpoint: `${issuer}/authorize`,
      tokenEndpoint: `${issuer}/token`,
      deviceEndpoint: null,
      secretMethod: 'post',
    });
    expect(urls).toEqual([`${issuer}/.well-known/openid-configuration`]);
  });

  it('may name this machine where the provider is on it', async () => {
    const own = 'http://127.0.0.1:8080';
    const { found } = discover(answer({ issuer: own, token_endpoint: 'http://localhost:8080/token' }), own);
    expect(await found).toMatchObject({ tokenEndpoint: 'http://localhost:8080/token' });
  });

  it.each([
    ['otherIssuer', { ...document, issuer: `${issuer}/` }],
    ['otherIssuer', { ...document, issuer: undefined }],
    ['noTokenEndpoint', { ...document, token_endpoint: undefined }],
    ['unsafeEndpoint', { ...document, token_endpoint: 'http://id.corp.example/token' }],
    ['unsafeEndpoint', { ...document, token_endpoint: 'http://localhost:8080/token' }],
    ['unsafeEndpoint', { ...document, token_endpoint: 'https://0.0.0.0:8443/token' }],
    ['unsafeEndpoint', { ...document, token_endpoint: 'https://[::]:8443/token' }],
    ['unsafeEndpoint', { ...document, device_authorization_endpoint: 'https://[::1]/device' }],
    ['unsafeEndpoint', { ...document, authorization_endpoint: 'javascript:alert(1)' }],
  ])('cannot be used: %s', async (code, given) => {
    await expect(discover(answer(given)).found).rejects.toMatchObject({ name: 'DiscoveryError', code });
  });

  it('is not that of a page', async () => {
    await expect(discover(answer('<html>', 404)).found).rejects.toMatchObject({
      code: 'notJson',
      command: 'discovery',
    });
  });
});

it.each([
  'http://id.corp.example',
  'id.corp.example',
  `${issuer}?a=b`,
  `${issuer}#a`,
  'https://user:pw@id.corp.example',
])('asks nobody for %s', async (address) => {
  const { urls, found } = discover(answer(document), address);
  await expect(found).rejects.toMatchObject({ code: 'issuerAddress' });
  expect(urls).toEqual([]);
});

it('asks the machine itself without TLS', async () => {
  const own = 'http://127.0.0.1:8080';
  const { found } = discover(answer({ issuer: own, token_endpoint: `${own}/token` }), own);
  expect(await found).toMatchObject({ tokenEndpoint: `${own}/token`, secretMethod: 'basic' });
});
