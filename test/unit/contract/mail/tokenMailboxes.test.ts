import { describe, expect, it } from 'vitest';
import type { ProfileValues } from '../../../../electron/contract/mail/mapSecrets.ts';
import { wrongMailboxes } from '../../../../electron/contract/mail/tokenMailboxes.ts';
import type { OAuthPlace } from '../../../../electron/contract/oauth/oauthClient.ts';
import { arrivalWrite, smtpWrite, tokenSignIn } from '../../services/mail/profiles/profileLab.ts';

const objectId = '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d';
const google: OAuthPlace = { provider: 'google' };
const own: OAuthPlace = {
  provider: 'openid',
  endpoints: { found: 'discovered', issuer: 'https://login.corp.example' },
  scopes: '',
};

const of = (value: string, place?: OAuthPlace) => ({
  ...tokenSignIn(place && { place }),
  userName: { source: 'value' as const, value },
});
const paths = (values: ProfileValues<unknown>) =>
  wrongMailboxes(values).map(({ path, code }) => `${path.join('.')} ${code}`);
const fault = 'authentication.userName.value emailAddress';

describe('the mailbox that a token is used for', () => {
  it.each([
    ['CORP\\svc-mail', [fault]],
    ['svc-mail', [fault]],
    [objectId, [fault]],
    [' box@corp.example ', []],
    ['', []],
  ])('is an address at Microsoft and Google: %j', (name, wrong) => {
    expect(paths(smtpWrite({ authentication: of(name) }))).toEqual(wrong);
    expect(paths(smtpWrite({ authentication: of(name, google) }))).toEqual(wrong);
  });

  it.each([
    ['CORP\\svc-mail', [fault]],
    ['box@corp.example', []],
    [objectId, []],
  ])('is an address or the ID of a user for Graph: %j', (name, wrong) => {
    const { name: profile, from, testRecipient, trust, timeoutMs } = smtpWrite();
    const shared = { name: profile, from, testRecipient, trust, timeoutMs };
    expect(paths({ kind: 'microsoft365', ...shared, authentication: of(name) })).toEqual(wrong);
  });

  it('is one where the message is looked for, too', () => {
    const arrival = { ...arrivalWrite, authentication: of('CORP\\svc-mail') };
    expect(paths(smtpWrite({ arrival }))).toEqual([`arrival.${fault}`]);
  });

  it('may have any name at a server of one’s own', () => {
    expect(paths(smtpWrite({ authentication: of('bob', own) }))).toEqual([]);
  });

  it('may come from a variable', () => {
    const userName = { source: 'environment', name: 'MAILBOX' } as const;
    expect(paths(smtpWrite({ authentication: { ...tokenSignIn(), userName } }))).toEqual([]);
  });
});

it('a password may belong to any account', () => {
  expect(paths(smtpWrite())).toEqual([]);
});
