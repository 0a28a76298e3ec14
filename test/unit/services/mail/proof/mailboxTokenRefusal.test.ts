import { describe, expect, it } from 'vitest';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { mailboxTokenRefusal } from '../../../../../electron/services/mail/proof/mailboxTokenRefusal.ts';
import type { ResolvedSignIn } from '../../../../../electron/services/mail/resolvedProfile.ts';
import type { ResolvedClient } from '../../../../../electron/services/oauth/resolvedClient.ts';

const tokenFor = (
  flow: 'clientCredentials' | 'deviceCode',
  place: ResolvedClient['place'] = { provider: 'microsoft', cloud: 'global', tenantId: 'corp.example' },
): ResolvedSignIn => ({
  ...{ mode: 'oauth2', userName: 'anna@corp.example', mechanism: null },
  client: { place, clientId: 'app-1', proof: { kind: 'none' }, grant: { flow } },
});
const openid = {
  provider: 'openid',
  endpoints: { found: 'discovered', issuer: 'https://sso.corp.example' },
  scopes: 'mail',
} as const;

const refused = { about: 'signIn', message: '[AUTHENTICATIONFAILED] no', parameters: {} } as const;
/** As Exchange Online says it after it took the token. */
const unconnected = {
  about: 'question',
  message: 'User is authenticated but not connected.',
  parameters: {},
} as const;

describe('a mailbox that refuses', () => {
  const signInRefused = makeFinding('mailboxSignInRefused', {});
  const notEnabled = makeFinding('mailboxAccessNotEnabled', {});

  it('refuses an application that has not been let in, and names the line for it', () => {
    const finding = mailboxTokenRefusal(tokenFor('clientCredentials'), signInRefused, refused);
    expect(finding).toMatchObject({
      code: 'mailboxApplicationNotAdmitted',
      parameters: { clientId: 'app-1', mailbox: 'anna@corp.example' },
    });
    expect(finding.command).toContain('-AppId app-1');
  });

  it('refuses the token of a person, or of somebody else’s provider', () => {
    const codeOf = (signIn: ResolvedSignIn) => mailboxTokenRefusal(signIn, signInRefused, refused).code;
    expect(codeOf(tokenFor('deviceCode'))).toBe('mailboxTokenRefused');
    expect(codeOf(tokenFor('clientCredentials', openid))).toBe('mailboxTokenRefused');
  });

  it('may do so after it took the token', () => {
    const codeOf = (signIn: ResolvedSignIn) => mailboxTokenRefusal(signIn, notEnabled, unconnected).code;
    expect(codeOf(tokenFor('clientCredentials'))).toBe('mailboxApplicationNotAdmitted');
    expect(codeOf(tokenFor('deviceCode'))).toBe('mailboxTokenRefused');
  });

  it('is told as before of a password, and of what is not about the sign-in', () => {
    const password: ResolvedSignIn = {
      ...{ mode: 'password', mechanism: null, source: 'typed' },
      ...{ userName: 'anna', password: 'long-secret' },
    };
    expect(mailboxTokenRefusal(password, notEnabled, unconnected)).toBe(notEnabled);
    expect(mailboxTokenRefusal(password, signInRefused, refused)).toBe(signInRefused);
    const busy = makeFinding('mailboxServerBusy', {});
    expect(mailboxTokenRefusal(tokenFor('deviceCode'), busy, { ...refused, message: 'busy' })).toBe(busy);
    const about = { about: 'question', message: 'no', parameters: {} } as const;
    expect(mailboxTokenRefusal(tokenFor('deviceCode'), signInRefused, about)).toBe(signInRefused);
  });
});
