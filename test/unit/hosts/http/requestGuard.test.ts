import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardRequest } from '../../../../electron/hosts/http/requestGuard.ts';

const origin = 'http://127.0.0.1:4711';
const ours = { host: '127.0.0.1:4711', origin };
const url = '/rpc/mail/listPresets';

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
  expect(guardRequest({ method: 'POST', url, headers: ours }, origin)).toBeNull();
});

it('lets no other host name through', () => {
  fc.assert(
    fc.property(foreign, (host) => {
      expect(guardRequest({ method: 'POST', url, headers: { ...ours, host } }, origin)?.status).toBe(421);
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
      expect(guardRequest({ method, url: asked, headers }, origin)?.status).toBe(403);
    }),
    { numRuns: 2_000 },
  );
});

it('believes a browser that says who asks', () => {
  const sites = fc.string().filter((site) => site !== 'same-origin' && site !== 'none');
  fc.assert(
    fc.property(sites, (site) => {
      const headers = { ...ours, 'sec-fetch-site': site };
      expect(guardRequest({ method: 'POST', url, headers }, origin)?.status).toBe(403);
    }),
  );
});

it.each(['http://attacker.example/', '//attacker.example/', '*', '', 'rpc/mail/listPresets'])(
  'takes no request for %j',
  (asked) => {
    expect(guardRequest({ method: 'GET', url: asked, headers: ours }, origin)?.status).toBe(400);
  },
);
