import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { TimeLimitError } from '../../../../../../electron/concurrency/timeLimitError.ts';
import { fail } from '../../../../../../electron/contract/failures.ts';
import type { Finding } from '../../../../../../electron/contract/proof/finding.ts';
import { ConnectionError } from '../../../../../../electron/protocols/net/connectionError.ts';
import { ExchangeTimeout } from '../../../../../../electron/protocols/net/httpsExchange.ts';
import { ProxyRefusal } from '../../../../../../electron/protocols/net/proxyTunnel.ts';
import { ProxyUnreached } from '../../../../../../electron/protocols/net/proxyUnreached.ts';
import { DiscoveryError } from '../../../../../../electron/protocols/oauth/discoverProvider.ts';
import {
  ClockWrong,
  FlowUnavailable,
  OAuthRefusal,
  PortInUse,
  PortReserved,
  UnusableAnswer,
} from '../../../../../../electron/protocols/oauth/oauthError.ts';
import { makeFinding } from '../../../../../../electron/services/knowledge/makeFinding.ts';
import { runClaims } from '../../../../../../electron/services/mail/proof/oauth/claimsStage.ts';
import {
  explainTokenError,
  tokenPeerParameters,
  withTokenErrors,
} from '../../../../../../electron/services/mail/proof/oauth/explainTokenError.ts';
import type { TokenNeed } from '../../../../../../electron/services/mail/proof/oauth/tokenNeeds.ts';
import { tokenNeeds } from '../../../../../../electron/services/mail/proof/oauth/tokenNeeds.ts';
import {
  createTokenSession,
  type TokenSession,
} from '../../../../../../electron/services/mail/proof/oauth/tokenSession.ts';
import type { ResolvedSmtp } from '../../../../../../electron/services/mail/resolvedProfile.ts';
import type { ResolvedClient } from '../../../../../../electron/services/oauth/resolvedClient.ts';
import { SignInAgain } from '../../../../../../electron/services/oauth/signInAgain.ts';
import { createEvidenceWriter } from '../../../../../../electron/services/proof/evidenceWriter.ts';
import { PersonTimeout } from '../../../../../../electron/services/proof/stage.ts';
import { microsoftClient, startMs, tokenOf } from '../../../oauth/fakeTokenClients.ts';

const tenantId = '7f1a0f0c-2f52-4f6e-9a0e-0a6f5a3c1b11';
const application: ResolvedClient = {
  ...microsoftClient({ flow: 'clientCredentials' }),
  place: { provider: 'microsoft', cloud: 'global', tenantId },
};
const person: ResolvedClient = { ...application, grant: { flow: 'authorizationCode' } };
const ofIssuer = (issuer: string): ResolvedClient => ({
  ...application,
  place: { provider: 'openid', endpoints: { found: 'discovered', issuer }, scopes: '' },
});

const systemError = (code: string) => Object.assign(new Error(code), { code });

const proxy = { host: 'proxy', port: 8080, credential: null };

const needOf = (client: ResolvedClient): TokenNeed => ({
  ...{ uses: ['send'], purposes: ['smtp'], client, userName: 'box@corp.example' },
  ...{ trust: { mode: 'system' }, destination: 'mail.corp.example' },
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: object): string => [part({ alg: 'RS256' }), part(claims), 'c2ln'].join('.');

const good = {
  ...{ aud: 'https://outlook.office365.com', tid: tenantId, roles: ['SMTP.SendAsApp'] },
  ...{ nbf: startMs / 1000 - 60, exp: startMs / 1000 + 3_600 },
};

type Renewing = { fromCache?: boolean; renew?: () => Promise<string>; times?: number };

/** The stage, run as often as a test wants; `renew`: gives another token in place of a kept one. */
const judge = async (
  accessToken: string,
  client: ResolvedClient,
  { fromCache = false, renew, times = 1 }: Renewing = {},
) => {
  const asked: object[] = [];
  const session = createTokenSession();
  const authority = 'https://login.microsoftonline.com/corp';
  const endpoints = { kind: 'microsoft', authority } as const;
  session.given.set(needOf(client), { ...tokenOf(accessToken, { fromCache }), endpoints });
  const evidence = createEvidenceWriter((text) => text);
  const nothing = (): void => undefined;
  const transcript = { client: nothing, server: nothing, note: nothing };
  const never = async (): Promise<never> => Promise.reject(new Error('Nobody is asked.'));
  const context = {
    ...{ needs: [], timeoutMs: 1_000, now: () => new Date(startMs), hide: nothing },
    findProxy: async () => ({ proxy: null, ignored: [] }),
    holder: async () => ({ profileId: null, by: 'anna', language: 'en' as const }),
    tokens: {
      findEndpoints: never,
      getToken: async ({ force, attendant }: { force?: boolean; attendant: unknown }) => {
        asked.push({ force, attendant });
        const renewed = renew === undefined ? await never() : await renew();
        return { ...tokenOf(renewed, { fromCache }), endpoints };
      },
    },
  };
  const work = { signal: new AbortController().signal, evidence, transcript, ask: nothing };
  let finding = await runClaims(work, context, session);
  for (let run = 1; run < times; run += 1) finding = await runClaims(work, context, session);
  return { finding, facts: evidence.read().facts, asked };
};

describe('what a token says of itself', () => {
  it.each([
    ['good', {}, undefined],
    ['for the other name of the service', { aud: '00000002-0000-0ff1-ce00-000000000000' }, undefined],
    ['for another service', { aud: 'https://graph.microsoft.com' }, 'oauthAudienceWrong'],
    ['of another tenant', { tid: '11111111-2f52-4f6e-9a0e-0a6f5a3c1b11' }, 'oauthTenantWrong'],
    ['without the permission', { roles: [] }, 'oauthApplicationRoleMissing'],
    ['from the future', { nbf: startMs / 1000 + 3_600 }, 'oauthClockWrong'],
    ['past its end', { exp: startMs / 1000 - 60 }, 'oauthTokenExpired'],
  ])('is judged: %s', async (_, claims, code) => {
    const { finding } = await judge(jwt({ ...good, ...claims }), application);
    expect(finding?.code).toBe(code);
  });

  it('only warns of an application without roles, which Exchange may admit by its own', async () => {
    expect((await judge(jwt({ ...good, roles: undefined }), application)).finding?.severity).toBe('warning');
    const claims = { ...good, roles: undefined, scp: 'openid' };
    expect((await judge(jwt(claims), person)).finding).toMatchObject({
      ...{ code: 'oauthPermissionMissing', severity: 'error' },
    });
  });

  it('names what is missing, and where an administrator grants it', async () => {
    const { finding, facts } = await judge(jwt({ ...good, roles: ['Mail.Read'] }), application);
    expect(finding?.parameters['permissions']).toBe('SMTP.SendAsApp');
    expect(facts.consentAddress).toBe(
      `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=${application.clientId}`,
    );
  });

  it('has the permissions of a person elsewhere', async () => {
    const claims = { ...good, roles: undefined, scp: 'openid SMTP.Send' };
    expect((await judge(jwt(claims), person)).finding).toBeNull();
  });

  it('is judged anew where a kept one is from before the permission', async () => {
    const renew = async () => jwt(good);
    const old = jwt({ ...good, roles: ['Mail.Read'] });
    const { finding, facts, asked } = await judge(old, application, { fromCache: true, renew });
    expect(finding).toBeNull();
    expect(asked).toEqual([{ force: true, attendant: null }]);
    expect(facts.roles).toEqual(['SMTP.SendAsApp']);
  });

  it('is renewed once in a proof, whatever comes of it', async () => {
    const renew = async () => jwt({ ...good, aud: 'https://graph.microsoft.com' });
    const old = jwt({ ...good, aud: 'https://other.example' });
    const { finding, asked } = await judge(old, application, { fromCache: true, renew, times: 2 });
    expect(finding?.code).toBe('oauthAudienceWrong');
    expect(finding?.parameters['audience']).toBe('https://graph.microsoft.com');
    expect(asked).toHaveLength(1);
  });

  it('tells why a kept one that is wrong was not renewed', async () => {
    const renew = async () => Promise.reject(refusal('invalid_client', 7_000_222, 401));
    const old = jwt({ ...good, aud: 'https://other.example' });
    const { finding } = await judge(old, application, { fromCache: true, renew });
    expect(finding?.code).toBe('clientSecretExpired');
  });

  it('says that the proxy on the way to a renewal was not reached', async () => {
    const renew = async () => Promise.reject(new ProxyUnreached(proxy, systemError('ECONNREFUSED')));
    const old = jwt({ ...good, roles: ['Mail.Read'] });
    const { finding, facts } = await judge(old, application, { fromCache: true, renew });
    expect(finding).toMatchObject({ code: 'proxyNotListening', parameters: { proxy: 'proxy:8080' } });
    expect(facts.systemCode).toBe('ECONNREFUSED');
  });

  it('is not renewed where the provider gave it just now', async () => {
    const { asked } = await judge(jwt({ ...good, roles: [] }), application);
    expect(asked).toEqual([]);
  });

  it('may be nothing at all', async () => {
    expect((await judge('ya29.opaque', application)).finding).toBeNull();
  });
});

const refusal = (error: string, errorNo: number | null = null, status = 400): OAuthRefusal =>
  new OAuthRefusal({
    ...{ error, errorNo, status, description: '', subError: null, correlationId: 'id-1' },
    ...{ command: 'token', retryAfterMs: null, serverTimeMs: null },
  });

const sessionFor = (client: ResolvedClient): TokenSession => ({
  ...createTokenSession(),
  need: needOf(client),
});

const explain = (error: unknown, client = person, session = sessionFor(client)): Finding | null => {
  const evidence = createEvidenceWriter((text) => text);
  return explainTokenError(error, { stage: 'token', evidence, session });
};

describe('why there is no token', () => {
  it.each([
    ['clientSecretExpired', refusal('invalid_client', 7_000_222, 401)],
    ['oauthSignInAgain', new SignInAgain(null)],
    ['oauthSignInAgain', new SignInAgain(refusal('invalid_grant', 700_082))],
    ['oauthTokenEmpty', new UnusableAnswer('withoutToken', 'token', 200, '')],
    ['oauthProviderUnreadable', new UnusableAnswer('notJson', 'token', 200, '<html>')],
    ['oauthStateWrong', new UnusableAnswer('wrongIdentity', 'token', null, 'rule')],
    ['oauthClockWrong', new ClockWrong('rule', 0)],
    ['oauthProviderUnreadable', new ConnectionError('EPROTO', '220 ready')],
    ['oauthProviderUnreadable', new ConnectionError('EMSGSIZE')],
    ['oauthProviderUnreadable', new ProxyUnreached(proxy, new ConnectionError('EPROTO'))],
    ['proxyNotFound', new ProxyUnreached(proxy, systemError('ENOTFOUND'))],
    ['proxyNotListening', new ProxyUnreached(proxy, systemError('ECONNREFUSED'))],
    ['proxyUnreachable', new ProxyUnreached(proxy, new ExchangeTimeout())],
    ['oauthIssuerDiffers', new DiscoveryError('otherIssuer', 'https://other.example')],
    ['oauthPortInUse', new PortInUse(9_999)],
    ['oauthPortReserved', new PortReserved(9_999)],
    ['clientCredentialNeeded', new FlowUnavailable('proofMissing')],
    ['oauthBrowserNotAnswered', new PersonTimeout(600_000)],
    ['oauthProviderUnreachable', new TimeLimitError(30_000)],
    ['vaultLocked', fail('VAULT_LOCKED', {})],
  ])('%s', (code, error) => {
    expect(explain(error)?.code).toBe(code);
  });

  it.each([
    [application, { mailbox: 'box@corp.example' }],
    [person, { userName: 'box@corp.example' }],
  ])('says whose mailbox it is, and who signs in only where somebody does: %#', (client, facts) => {
    const evidence = createEvidenceWriter((text) => text);
    explainTokenError(new TimeLimitError(1), { stage: 'token', evidence, session: sessionFor(client) });
    const { mailbox, userName } = evidence.read().facts;
    expect({ mailbox, userName }).toEqual({ mailbox: undefined, userName: undefined, ...facts });
  });

  it('says for which scopes was asked, not that a token has them', () => {
    const evidence = createEvidenceWriter((text) => text);
    explainTokenError(new TimeLimitError(1), { stage: 'token', evidence, session: sessionFor(application) });
    const { scopes, scopesAsked } = evidence.read().facts;
    expect({ scopes, scopesAsked }).toEqual({
      scopes: undefined,
      scopesAsked: ['https://outlook.office365.com/.default'],
    });
  });

  it('is that another person has not finished signing in', () => {
    const waiting = { ...sessionFor(person), isWaiting: true };
    expect(explain(new TimeLimitError(30_000), person, waiting)?.code).toBe('oauthAnotherSignIn');
  });

  it.each([
    [true, 'oauthProviderUnreachable'],
    [false, 'replyTimedOut'],
  ])(
    'is told in the stage of the server that refused one, too (renewed just then: %s)',
    (isRenewing, code) => {
      const session = { ...sessionFor(person), isRenewing };
      const others = withTokenErrors(session, () => makeFinding('replyTimedOut', {}));
      const evidence = createEvidenceWriter((text) => text);
      expect(others('authenticate', new TimeLimitError(30_000), evidence).code).toBe(code);
    },
  );

  it('names the proxy that refused', () => {
    const refused = Object.assign(new IncomingMessage(new Socket()), { statusCode: 407, statusMessage: '' });
    const proxy = { host: 'proxy.corp.example', port: 8_080, credential: null };
    expect(explain(new ProxyRefusal(refused, proxy))).toMatchObject({
      code: 'proxySignInNeeded',
      parameters: { proxy: 'proxy.corp.example:8080', context: 'detailed' },
    });
  });

  it.each([
    [new TimeLimitError(30_000), 'AutoConfigURL=http://wpad/wpad.dat'],
    [new SignInAgain(null), undefined],
  ])('may be a way over a proxy that is not gone, where nobody answers: %s', (error, proxyIgnored) => {
    const way = { proxy: null, ignored: ['AutoConfigURL=http://wpad/wpad.dat'] };
    const explainAll = withTokenErrors({ ...sessionFor(person), way }, () =>
      makeFinding('unknownFailure', {}),
    );
    const evidence = createEvidenceWriter((text) => text);
    expect(explainAll('token', error, evidence).parameters['proxyIgnored']).toBe(proxyIgnored);
    expect(evidence.read().facts.proxyIgnored).toEqual(way.ignored);
  });

  it.each([
    [person, 'hostNotFound', 'providerNotResolved'],
    [person, 'connectionRefused', 'providerUnreachable'],
    [ofIssuer('https://login.corp.example'), 'connectionRefused', 'oauthConnectionRefused'],
    [person, 'certificateExpired', 'certificateExpired'],
    [ofIssuer('https://login.corp.example'), 'hostNotFound', 'hostNotFound'],
  ] as const)('blames no spelling where the console names the host itself: %#', (client, code, told) => {
    const session = sessionFor(client);
    const explainAll = withTokenErrors(session, () => makeFinding(code, tokenPeerParameters(session)));
    const evidence = createEvidenceWriter((text) => text);
    expect(explainAll('token', new Error(code), evidence).code).toBe(told);
  });

  it('is a proxy that is not there, under the name that somebody gave it', () => {
    const session = sessionFor(person);
    const proxy = { host: 'login.microsoftonline.com', port: 8_080, credential: null };
    const error = new ProxyUnreached(proxy, systemError('ENOTFOUND'));
    const explainAll = withTokenErrors(session, () => makeFinding('unknownFailure', {}));
    const evidence = createEvidenceWriter((text) => text);
    const named = { host: proxy.host, port: '8080', proxy: 'login.microsoftonline.com:8080' };
    expect(explainAll('token', error, evidence)).toMatchObject({
      ...{ code: 'proxyNotFound', who: 'network', permanent: false, parameters: named },
    });
    expect(evidence.read().facts.systemCode).toBe('ENOTFOUND');
  });

  it('is another one for a device', () => {
    const device: ResolvedClient = { ...person, grant: { flow: 'deviceCode' } };
    expect(explain(new PersonTimeout(600_000), device)?.code).toBe('oauthDeviceCodeExpired');
  });

  it('is left to the network, with the host that gives the tokens', () => {
    expect(explain(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toBeNull();
    expect(explain(new PortInUse(9_999))?.parameters).toMatchObject({ host: 'login.microsoftonline.com' });
  });
});

describe('the tokens that a profile needs', () => {
  const signIn = (client: ResolvedClient, userName = 'box@corp.example') =>
    ({ mode: 'oauth2', userName, mechanism: null, client }) as const;
  const values = (arrival: ReturnType<typeof signIn>): ResolvedSmtp => ({
    ...{ kind: 'smtp', name: 'office', host: 'smtp.office365.com', port: 587, encryption: 'starttls' },
    from: { address: 'box@corp.example', displayName: '' },
    ...{ testRecipient: null, clientName: null, timeoutMs: 1_000, maxConnections: null },
    ...{ trust: { mode: 'system' }, authentication: signIn(person) },
    arrival: {
      ...{ protocol: 'imap', host: 'outlook.office365.com', port: 993, encryption: 'tls' },
      ...{ trust: { mode: 'system' }, authentication: arrival },
    },
  });
  const wanted = (profile: ResolvedSmtp, looksIntoMailbox = true) =>
    tokenNeeds(profile, looksIntoMailbox).map(({ uses, purposes }) => ({ uses, purposes }));

  it('are one for both when the same person is meant', () => {
    expect(wanted(values(signIn(person, 'BOX@corp.example')))).toEqual([
      { uses: ['send', 'arrival'], purposes: ['smtp', 'imap'] },
    ]);
  });

  it('are for the same servers, whether or not the mailbox is looked into this time', () => {
    const profile = values(signIn(person));
    const destinations = (changes: Partial<ResolvedSmtp>, looksIntoMailbox: boolean) =>
      tokenNeeds({ ...profile, ...changes }, looksIntoMailbox).map(({ destination }) => destination);
    const own = destinations({}, true);
    expect(destinations({}, false)).toEqual(own);
    const { arrival } = profile;
    const others: Partial<ResolvedSmtp>[] = [
      { host: 'evil.example' },
      { port: 25 },
      { encryption: 'none' },
      { arrival: arrival && { ...arrival, host: 'evil.example' } },
      { arrival: null },
    ];
    for (const changes of others) expect(destinations(changes, false)).not.toEqual(own);
    expect(wanted(profile, false)).toEqual([{ uses: ['send'], purposes: ['smtp'] }]);
  });

  it('are two for two mailboxes, and one when none is looked into', () => {
    const profile = values(signIn(person, 'other@corp.example'));
    expect(wanted(profile)).toEqual([
      { uses: ['send'], purposes: ['smtp'] },
      { uses: ['arrival'], purposes: ['imap'] },
    ]);
    expect(wanted(profile, false)).toHaveLength(1);
  });
});
