import { describe, expect, it } from 'vitest';
import { wrongApplicationIds } from '../../../../electron/contract/mail/applicationIds.ts';
import { arrivalWrite, smtpWrite, tokenSignIn } from '../../services/mail/profiles/profileLab.ts';

const id = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';
const typed = (value: string) => ({ clientId: { source: 'value', value } }) as const;
const paths = (values: Parameters<typeof wrongApplicationIds>[0]) =>
  wrongApplicationIds(values).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('the ID of an application of Microsoft', () => {
  it.each([
    ['abc', ['authentication.client.clientId.value applicationId']],
    [` ${id.toUpperCase()} `, []],
    ['', []],
  ])('is a GUID: %j', (text, wrong) => {
    const authentication = tokenSignIn(typed(text));
    expect(paths(smtpWrite({ authentication }))).toEqual(wrong);
    const { name, from, testRecipient, trust, timeoutMs } = smtpWrite();
    const shared = { name, from, testRecipient, trust, timeoutMs };
    expect(paths({ kind: 'microsoft365', ...shared, authentication })).toEqual(wrong);
  });

  it('is one where the message is looked for, too', () => {
    const arrival = { ...arrivalWrite, authentication: tokenSignIn(typed('abc')) };
    expect(paths(smtpWrite({ arrival }))).toEqual([
      'arrival.authentication.client.clientId.value applicationId',
    ]);
  });

  it('may come from a variable', () => {
    const client = { clientId: { source: 'environment', name: 'CLIENT_ID' } } as const;
    expect(paths(smtpWrite({ authentication: tokenSignIn(client) }))).toEqual([]);
  });
});

describe('the ID of a client of Google', () => {
  const google = (text: string) =>
    paths(smtpWrite({ authentication: tokenSignIn({ ...typed(text), place: { provider: 'google' } }) }));

  it.each(['1234567890-abc_def0.apps.googleusercontent.com', ' 1234567890.apps.googleusercontent.com ', ''])(
    'lies in its domain: %j',
    (text) => {
      expect(google(text)).toEqual([]);
    },
  );

  it.each(['not-a-client', id, '.apps.googleusercontent.com', 'https://1-a.apps.googleusercontent.com'])(
    'does not look so: %j',
    (text) => {
      expect(google(text)).toEqual(['authentication.client.clientId.value googleClientId']);
    },
  );
});

it('a provider of one’s own calls its applications as it likes', () => {
  const endpoints = { found: 'discovered', issuer: 'https://login.corp.example' } as const;
  const place = { provider: 'openid', endpoints, scopes: '' } as const;
  expect(paths(smtpWrite({ authentication: tokenSignIn({ ...typed('abc'), place }) }))).toEqual([]);
});
