import fc from 'fast-check';
import { exchangeVersions } from '../../../../../../electron/contract/mail/exchange.ts';
import type { Authentication } from '../../../../../../electron/contract/mail/mapSecrets.ts';
import type { ProfileView, SmtpView } from '../../../../../../electron/contract/mail/profile.ts';
import type { PasswordView, UserName } from '../../../../../../electron/contract/mail/secret.ts';
import type { OAuthClient } from '../../../../../../electron/contract/oauth/mapClient.ts';
import { clouds, type OAuthPlace } from '../../../../../../electron/contract/oauth/oauthClient.ts';
import { relayView } from './relayView.ts';

const variable = fc.constantFrom('RELAY_USER', 'MAIL_SECRET');
const word = fc.constantFrom('anna', 'a.b@corp.example', 'contoso.example', 'app-1');
const address = fc.constantFrom('anna@corp.example', 'a.b@corp.example');
const url = fc.constantFrom('https://login.corp.example/mail', 'http://localhost:8080/token');

/** Typed, or from a variable. */
const field = (value: fc.Arbitrary<string>): fc.Arbitrary<UserName> =>
  fc.oneof(
    fc.record({ source: fc.constant('value' as const), value }),
    fc.record({ source: fc.constant('environment' as const), name: variable }),
  );

const secret: fc.Arbitrary<PasswordView> = fc.oneof(
  fc.record({ source: fc.constantFrom('vault' as const, 'insecure' as const), stored: fc.constant(true) }),
  fc.record({ source: fc.constant('environment' as const), name: variable }),
);

type Client = OAuthClient<PasswordView>;

const microsoft: fc.Arbitrary<Extract<OAuthPlace, { provider: 'microsoft' }>> = fc.record({
  provider: fc.constant('microsoft' as const),
  cloud: fc.constantFrom(...clouds),
  tenantId: field(fc.constantFrom('contoso.example', '9a1b2c3d-0000-4000-8000-000000000001')),
});

const openId: fc.Arbitrary<OAuthPlace> = fc.record({
  provider: fc.constant('openid' as const),
  endpoints: fc.oneof(
    fc.record({ found: fc.constant('discovered' as const), issuer: url }),
    fc.record({ found: fc.constant('typed' as const), authorization: url, token: url, device: url }),
  ),
  scopes: fc.constantFrom('', 'mail offline_access'),
});

const proof: fc.Arbitrary<Client['proof']> = fc.oneof(
  fc.record({
    kind: fc.constant('secret' as const),
    secret,
    expiresOn: fc.constantFrom(null, '2027-01-31'),
  }),
  fc.record({ kind: fc.constant('certificate' as const), certificate: fc.constant('PEM'), secret }),
);

const person = fc.record(
  { flow: fc.constant('authorizationCode' as const), loginHint: word },
  { requiredKeys: ['flow'] },
);

const grant: fc.Arbitrary<Client['grant']> = fc.oneof(
  person,
  fc.record({ flow: fc.constantFrom('clientCredentials' as const, 'deviceCode' as const) }),
  fc.record({ flow: fc.constant('ropc' as const), userName: field(word), password: secret }),
);

const clientIds: Readonly<Record<OAuthPlace['provider'], fc.Arbitrary<string>>> = {
  microsoft: fc.uuid(),
  google: fc.constant('1-a.apps.googleusercontent.com'),
  openid: word,
};

const clientOf = (place: fc.Arbitrary<OAuthPlace>, of: fc.Arbitrary<Client['grant']>): fc.Arbitrary<Client> =>
  place.chain((found) =>
    fc.record({
      place: fc.constant(found),
      clientId: field(clientIds[found.provider]),
      ...{ proof, grant: of },
    }),
  );

type Ways = Exclude<Authentication<PasswordView>, { mode: 'none' }>;

const tokenOf = (clients: fc.Arbitrary<Client>) =>
  clients.chain((client) =>
    fc.record({
      mode: fc.constant('oauth2' as const),
      userName: field(client.place.provider === 'openid' ? word : address),
      mechanism: fc.constantFrom(null, 'XOAUTH2' as const, 'OAUTHBEARER' as const),
      client: fc.constant(client),
    }),
  );

const google = fc.constant({ provider: 'google' as const });

const signIn: fc.Arbitrary<Ways> = fc.oneof(
  fc.record({
    mode: fc.constant('password' as const),
    userName: field(word),
    password: secret,
    mechanism: fc.constantFrom(null, 'PLAIN' as const, 'LOGIN' as const, 'CRAM-MD5' as const),
  }),
  fc.record({
    mode: fc.constant('ntlm' as const),
    domain: fc.constantFrom('', 'CORP'),
    userName: field(word),
    password: secret,
  }),
  fc.record({
    mode: fc.constant('kerberos' as const),
    servicePrincipal: fc.constantFrom(null, 'SMTPSVC/mail.corp.example'),
  }),
  tokenOf(fc.oneof(clientOf(microsoft, grant), clientOf(openId, grant), clientOf(google, person))),
);

const trust = fc.oneof(
  fc.constant({ mode: 'system' as const }),
  fc.constant({ mode: 'certificate' as const, pem: 'PEM' }),
);

const { name, from } = relayView;
const shared = { name: fc.constant(name), from: fc.constant(from), testRecipient: fc.constant(null) };
const timeoutMs = fc.integer({ min: 100, max: 600_000 });

const arrival: fc.Arbitrary<SmtpView['arrival']> = fc.record({
  protocol: fc.constantFrom('imap' as const, 'pop3' as const),
  host: fc.constant('imap.corp.example'),
  port: fc.constantFrom(993, 143, 1143),
  encryption: fc.constantFrom('tls' as const, 'starttls' as const),
  trust,
  authentication: signIn,
});

/** A profile of any kind with any way to sign in that can work, as the service describes it. */
export const anyProfile: fc.Arbitrary<ProfileView> = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('smtp' as const), ...shared, trust, timeoutMs },
    host: fc.constant('mail.corp.example'),
    port: fc.constantFrom(25, 587, 2525),
    encryption: fc.constantFrom('none' as const, 'starttls' as const, 'tls' as const),
    authentication: fc.oneof(fc.constant({ mode: 'none' as const }), signIn),
    clientName: fc.constantFrom(null, 'relay.corp.example'),
    maxConnections: fc.constantFrom(null, 3),
    arrival: fc.option(arrival),
  }),
  fc.record({
    ...{ kind: fc.constant('microsoft365' as const), ...shared, trust, timeoutMs },
    authentication: tokenOf(clientOf(microsoft, grant)),
  }),
  fc.record({
    ...{ kind: fc.constant('exchange' as const), ...shared, trust, timeoutMs },
    url: fc.constant('https://mail.corp.example/EWS/Exchange.asmx'),
    exchangeVersion: fc.constantFrom(...exchangeVersions),
    authentication: signIn,
  }),
  fc.record({
    ...{ kind: fc.constant('outlook' as const), ...shared, timeoutMs },
    mailbox: fc.constantFrom(null, 'Support'),
  }),
  fc.record({ kind: fc.constant('pickup' as const), ...shared, folder: fc.constant('/var/pickup') }),
  fc.record({ kind: fc.constant('capture' as const), ...shared }),
);
