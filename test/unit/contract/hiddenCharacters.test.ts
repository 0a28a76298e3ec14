import { describe, expect, it } from 'vitest';
import { hiddenCharacters } from '../../../electron/contract/hiddenCharacters.ts';
import { arrivalWrite, smtpWrite, tokenSignIn } from '../services/mail/profiles/profileLab.ts';

const paths = (values: unknown) =>
  hiddenCharacters(values).map(({ path, code }) => `${path.join('.')} ${code}`);
const value = (text: string) => ({ source: 'value', value: text }) as const;

describe('characters that cannot be seen', () => {
  it.each(['\u200b', '\u200e', '\u202e', '\u2060', '\u00ad', '\ufeff'])(
    'are found inside names: %j',
    (mark) => {
      const within = `a${mark}b`;
      const authentication = tokenSignIn({ clientId: value(within) });
      const ntlm = { mode: 'ntlm', domain: within, userName: value(within), password: value('x') };
      expect(
        paths({ ...smtpWrite({ authentication }), arrival: { ...arrivalWrite, authentication: ntlm } }),
      ).toEqual([
        'authentication.client.clientId.value hiddenCharacter',
        'arrival.authentication.domain hiddenCharacter',
        'arrival.authentication.userName.value hiddenCharacter',
      ]);
      const endpoints = { found: 'discovered', issuer: `https://login${mark}.example` };
      expect(paths({ authentication: { client: { place: { provider: 'openid', endpoints } } } })).toEqual([
        'authentication.client.place.endpoints.issuer hiddenCharacter',
      ]);
      expect(paths({ controllers: { hosts: ['a.example', within] } })).toEqual([
        'controllers.hosts.1 hiddenCharacter',
      ]);
    },
  );

  it('at the ends of names are left out anyway', () => {
    expect(paths(smtpWrite({ host: '\u200brelay.corp.example\u200b ' }))).toEqual([]);
    expect(paths(smtpWrite({ host: ' \u200b' }))).toEqual(['host hiddenCharacter']);
  });

  it('are nothing to words of people, to secrets and to files', () => {
    const from = { address: 'anna@corp.example', displayName: 'نامه\u200cها' };
    const password = { source: 'vault', secret: { action: 'set', value: 'a\u200bb' } };
    expect(paths({ name: '\u{1f469}\u200d\u{1f4bb}', from, authentication: { password } })).toEqual([]);
    expect(paths({ folder: 'C:\\a\u200cb', trust: { pem: 'a\u200bb' } })).toEqual([]);
  });
});
