import { describe, expect, it } from 'vitest';
import { hostOfUrl } from '../../../../electron/contract/mail/canonicalHost.ts';
import { impossibilities } from '../../../../electron/contract/mail/impossibilities.ts';
import type { ProfileWrite } from '../../../../electron/contract/mail/profile.ts';
import { smtpWrite, tokenSignIn } from '../../services/mail/profiles/profileLab.ts';

const userName = { source: 'value', value: 'a@corp.example' } as const;
const password = { source: 'vault', secret: { action: 'set', value: 'long-password' } } as const;

const exchangeAt = (url: string): ProfileWrite => ({
  ...{ kind: 'exchange', name: 'ews', url, exchangeVersion: '2016', testRecipient: null, timeoutMs: 30_000 },
  ...{ from: { address: 'a@corp.example', displayName: '' }, trust: { mode: 'system' } },
  authentication: { mode: 'password', mechanism: null, userName, password },
});
const ntlmAt = (host: string) =>
  smtpWrite({ host, authentication: { mode: 'ntlm', domain: '', userName, password } });
const applicationOf = (tenant: string) =>
  smtpWrite({
    host: 'smtp.office365.com',
    authentication: tokenSignIn({
      place: { provider: 'microsoft', cloud: 'global', tenantId: { source: 'value', value: tenant } },
      proof: { kind: 'secret', secret: password, expiresOn: null },
      grant: { flow: 'clientCredentials' },
    }),
  });
const codesOf = (values: ProfileWrite) => impossibilities(values).map(({ code }) => code);

describe('what cannot work, however its host is spelled', () => {
  it.each([
    'https://outlook.office365.com/EWS/Exchange.asmx',
    'https://OUTLOOK.office365.com.:443/EWS/Exchange.asmx',
    'https://outlook.office365%2ecom/EWS/Exchange.asmx',
    'https://outlook.office365.com\\EWS/Exchange.asmx',
    'https://outlook.office365\u3002com/EWS/Exchange.asmx',
    'https://outlook.office365.com\u00ad/EWS/Exchange.asmx',
    'https://\uff4futlook.office365.com/EWS/Exchange.asmx',
    'https://outlook.office.com/EWS/Exchange.asmx',
  ])('a password for %j', (url) => {
    expect(codesOf(exchangeAt(url))).toEqual(['exchangeOnlineNeedsOAuth']);
  });

  it.each(['smtp.gmail.com', 'SMTP.Gmail.com.', 'smtp.\uff47mail.com', '\u017fmtp.office365.com'])(
    'NTLM at %j',
    (host) => {
      expect(codesOf(ntlmAt(host))).toEqual(['cloudWithoutNtlm']);
    },
  );

  it.each(['common', 'Organizations', '\uff43ommon'])('an application in the tenant %j', (tenant) => {
    expect(codesOf(applicationOf(tenant))).toEqual(['applicationNeedsTenant']);
  });

  it('is not seen in other hosts and tenants', () => {
    expect(codesOf(exchangeAt('https://mail.corp.example/EWS/Exchange.asmx'))).toEqual([]);
    expect(codesOf(ntlmAt('notgmail.com'))).toEqual([]);
    expect(codesOf(ntlmAt('fe80::1'))).toEqual([]);
    expect(codesOf(applicationOf('corp.example'))).toEqual([]);
  });
});

describe('the host of a URL', () => {
  it.each([
    ['https://[::1]:8443/EWS', '::1'],
    ['https://B\u00dcRO.example./EWS', 'xn--bro-hoa.example'],
    ['https://mail_1.corp.example/EWS', 'mail_1.corp.example'],
    ['https:///', ''],
    ['', ''],
  ])('%j', (url, host) => {
    expect(hostOfUrl(url)).toBe(host);
  });
});
