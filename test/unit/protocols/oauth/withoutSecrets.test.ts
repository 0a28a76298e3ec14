import { describe, expect, it } from 'vitest';
import { secretsOf, withoutSecrets } from '../../../../electron/protocols/oauth/withoutSecrets.ts';

const secret = "Qx8~planted!Geheim(4711)*x y'";
/** RFC 6749, 2.3.1 with every mark encoded, as the library of OpenID sends it. */
const inBasic = 'Qx8%7Eplanted%21Geheim%284711%29%2Ax+y%27';
const basic = Buffer.from(`client:${inBasic}`).toString('base64');
const form = new URLSearchParams({ client_id: 'client', client_secret: secret }).toString();

describe('words of a provider that repeats a request', () => {
  it.each([
    ['a form', { headers: {}, body: form }, form],
    ['a form, read', { headers: {}, body: form }, `client_secret=${secret}`],
    ['a form, encoded otherwise', { headers: {}, body: form }, `client_secret=${encodeURIComponent(secret)}`],
    ['a form, encoded by .NET', { headers: {}, body: form }, 'Qx8%7eplanted!Geheim(4711)*x+y%27'],
    ['Basic', { headers: { authorization: `Basic ${basic}` }, body: null }, `Basic ${basic}`],
    ['Basic, decoded', { headers: { authorization: `Basic ${basic}` }, body: null }, `client:${inBasic}`],
    ['Basic, read', { headers: { authorization: `Basic ${basic}` }, body: null }, `client:${secret}`],
  ])('do not show its secrets: %s', (_, request, words) => {
    const shown = withoutSecrets(`Blocked: ${words}`, secretsOf(request));
    expect(shown).toMatch(/^Blocked: .*…$/);
    expect(shown).not.toMatch(/planted|4711/);
    expect(shown).not.toContain(basic);
  });
});
