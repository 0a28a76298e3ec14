import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardRequest } from '../../../../electron/hosts/http/requestGuard.ts';

const origin = 'http://127.0.0.1:4711';
const ours = { host: '127.0.0.1:4711', origin };
const url = '/rpc/mail/listPresets';

/** The guard's answer to a request with these headers, each sent once. */
const judge = (method: string, asked: string, headers: Record<string, string>) =>
  guardRequest(
    {
      ...{ method, url: asked, headers },
      headersDistinct: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    },
    origin,
  );

/** Text of an attacker: anything, and what looks like ours. */
const foreign = fc
  .oneof(
    fc.string(),
    fc.constantFrom(
      'localhost:4711',
      '127.0.0.1',
      '127.0.0.1:4711.',
      '127.1:4711',
      '[::1]:4711',
      '0.0.0.0:4711',
    ),
    fc.string().map((text) => `127.0.0.1:4711${text}`),
    fc.string().map((text) => `${text}127.0.0.1:4711`),
  )
  .filter((text) => text !== ours.host && text !== origin);

it('lets our own page call', () => {
  expect(judge('POST', url, ours)).toBeNull();
});

it('lets no other host name through', () => {
  fc.assert(
    fc.property(foreign, (host) => {
      expect(judge('POST', url, { ...ours, host })?.status).toBe(421);
    }),
    { numRuns: 2_000 },
  );
});

it('lets no other origin through, whatever else is right', () => {
  const request = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'OPTIONS'),
    url: fc.constantFrom(url, '/', '/session', '/api/mail/listPresets'),
    authorization: fc.option(fc.string(), { nil: undefined }),
    foreignOrigin: foreign,
  });
  fc.assert(
    fc.property(request, ({ method, url: asked, authorization, foreignOrigin }) => {
      const headers = { ...ours, origin: foreignOrigin, ...(authorization ? { authorization } : {}) };
      expect(judge(method, asked, headers)?.status).toBe(403);
    }),
    { numRuns: 2_000 },
  );
});

it('believes a browser that says who asks', () => {
  const sites = fc.string().filter((site) => site !== 'same-origin' && site !== 'none');
  fc.assert(
    fc.property(sites, (site) => {
      const headers = { ...ours, 'sec-fetch-site': site };
      expect(judge('POST', url, headers)?.status).toBe(403);
    }),
  );
});

it.each(['http://attacker.example/', '//attacker.example/', '*', '', 'rpc/mail/listPresets'])(
  'takes no request for %j',
  (asked) => {
    expect(judge('GET', asked, ours)?.status).toBe(400);
  },
);
