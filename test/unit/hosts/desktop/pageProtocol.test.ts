import { afterAll, expect, it } from 'vitest';
import { createPageProtocol, pageScheme } from '../../../../electron/hosts/desktop/pageProtocol.ts';
import { examplePages } from '../../../contract/doors.ts';

const { pages, remove } = examplePages();
afterAll(remove);
const answer = createPageProtocol(pages);
/** `Request` of Node takes no other scheme than its own; Electron's does. */
const get = (url: string, method = 'GET') => answer({ url, method } as Request);

it('gives the scheme an origin and no powers', () => {
  expect(pageScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true },
  });
});

it('serves our page with the policy', async () => {
  const response = await get('app://console/');
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<title>Relay Console</title>');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

it.each([
  'app://console/../package.json',
  'app://console/%2e%2e/package.json',
  'app://console/..%2fpackage.json',
  'app://console/..\\package.json',
  'app://console//etc/passwd',
  'app://attacker/',
  'app://console.attacker.example/',
  'app://console:80/',
  'https://console/',
  'app://console/__proto__',
])('has nothing at %s', async (url) => {
  expect((await get(url)).status).toBe(404);
});

it('is only read', async () => {
  expect((await get('app://console/', 'POST')).status).toBe(404);
});
