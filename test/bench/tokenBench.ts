import { ConfidentialClientApplication, type INetworkModule, type NetworkResponse } from '@azure/msal-node';
import { createTransport } from 'nodemailer';
import type { ResolvedSmtp } from '../../electron/services/mail/resolvedProfile.ts';
import { createTokenService, type TokenRequest } from '../../electron/services/oauth/tokenService.ts';
import { seeProof, smtpValues } from '../integration/mail/proofLab.ts';
import { applicationFor, startTokenLab, type TokenLab } from '../integration/mail/tokenLab.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { oauthClients, oauthScopes } from '../lab/oauth/oauthIdentities.ts';
import { inTurn } from './inTurn.ts';

/** One way to come to a token, or to deliver a mail with one; ratio: its time divided by that of its floor. */
export type TokenFigures = { way: string; floor: string; runs: number; medianMs: number; ratio: number };

const never = new AbortController().signal;
const profileId = '5d0a8c1e-0000-4000-8000-000000000001';
const { clientId, secret } = oauthClients.secret;
const applicationScopes = [oauthScopes.exchangeApplication];

const tokenRequest = (flow: 'clientCredentials' | 'deviceCode'): TokenRequest => ({
  client: applicationFor({ flow }),
  ...{ owner: profileId, trust: { mode: 'system' }, loginHint: null, destination: 'smtp' },
  ...{ purposes: ['smtp'], endpoints: null, attendant: null, force: false, signal: never },
});

/** The request that every client has to make, and nothing else. */
const askBare = async ({ server, exchange }: TokenLab): Promise<string> => {
  const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
  const { body } = await exchange({
    ...{ method: 'POST', url: `${server.authority}/oauth2/v2.0/token`, signal: never },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...form, scope: applicationScopes.join(' ') }).toString(),
  });
  const { access_token: token } = JSON.parse(body) as { access_token?: string };
  if (token === undefined) throw new Error('The provider gave no token.');
  return token;
};

/** msal over the same connections as the program. */
const bareNetwork = ({ exchange }: TokenLab): INetworkModule => {
  const send =
    (method: 'GET' | 'POST') =>
    async <Answer>(
      url: string,
      options?: { body?: string; headers?: Record<string, string> },
    ): Promise<NetworkResponse<Answer>> => {
      const { headers = {}, body = null } = options ?? {};
      const answer = await exchange({ method, url, headers, body, signal: never });
      return { status: answer.status, headers: answer.headers, body: JSON.parse(answer.body) as Answer };
    };
  return { sendGetRequestAsync: send('GET'), sendPostRequestAsync: send('POST') };
};

/** msal as its own guide uses it: one object that keeps its tokens. */
const createBareClient = (lab: TokenLab) => {
  const { authority } = lab.server;
  const known = {
    ...{ issuer: `${authority}/v2.0`, jwks_uri: `${authority}/discovery/v2.0/keys` },
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
  };
  const client = new ConfidentialClientApplication({
    auth: {
      ...{ clientId, clientSecret: secret, authority, knownAuthorities: [new URL(authority).host] },
      authorityMetadata: JSON.stringify(known),
    },
    system: { networkClient: bareNetwork(lab) },
  });
  return () => client.acquireTokenByClientCredential({ scopes: applicationScopes });
};

/** Has somebody sign in by a device code, whose sign-in is then in the vault. */
const signInPerson = (lab: TokenLab) =>
  createTokenService(lab.tokenParts).getToken({
    ...tokenRequest('deviceCode'),
    attendant: {
      ...{ language: 'en', wait: () => undefined },
      ask: (request) => lab.attend({ type: 'personNeeded', request } as Parameters<TokenLab['attend']>[0]),
    },
  });

const measureTokens = async (lab: TokenLab, runs: number): Promise<TokenFigures[]> => {
  await signInPerson(lab);
  const kept = createTokenService(lab.tokenParts);
  const bare = createBareClient(lab);
  const times = await inTurn(runs, {
    'bare msal, kept': bare,
    kept: () => kept.getToken(tokenRequest('clientCredentials')),
    'kept in the vault': () => createTokenService(lab.tokenParts).getToken(tokenRequest('deviceCode')),
    'bare request': () => askBare(lab),
    'bare msal, cold': () => createBareClient(lab)(),
    cold: () => createTokenService(lab.tokenParts).getToken(tokenRequest('clientCredentials')),
  });
  const figure = (way: keyof typeof times, floor: keyof typeof times): TokenFigures => ({
    ...{ way, floor, runs, medianMs: times[way], ratio: times[way] / times[floor] },
  });
  return [
    figure('kept', 'bare msal, kept'),
    figure('kept in the vault', 'bare msal, kept'),
    figure('cold', 'bare request'),
    figure('bare msal, cold', 'bare request'),
  ];
};

const valuesOf = ({ ports, authority }: MailLab): ResolvedSmtp =>
  smtpValues({
    ...{ host: 'localhost', port: ports.submission, encryption: 'starttls' },
    trust: { mode: 'certificate', pem: authority.pem },
    authentication: {
      ...{ mode: 'oauth2', userName: 'bob', mechanism: null },
      client: applicationFor({ flow: 'clientCredentials' }),
    },
  });

/** The plainest program that sends with a token it already has. */
const sendBare = async (mail: MailLab, token: string): Promise<void> => {
  const transport = createTransport({
    ...{ host: mail.host, port: mail.ports.submission, requireTLS: true, tls: { ca: mail.authority.pem } },
    auth: { type: 'OAuth2', user: 'bob', accessToken: token },
  });
  const { alice, bob } = mail.users;
  await transport.sendMail({ from: bob.address, to: alice.address, subject: 'bench', text: 'bench' });
  transport.close();
};

const proveOnce = async (lab: TokenLab, mail: MailLab, run: ReturnType<TokenLab['createRun']>) => {
  const { outcome } = await seeProof(valuesOf(mail), { run, onEvent: lab.attend, profileId });
  if (outcome !== 'passed') throw new Error('The proof failed.');
};

const measureProofs = async (lab: TokenLab, mail: MailLab, runs: number): Promise<TokenFigures[]> => {
  const token = await askBare(lab);
  const kept = lab.createRun();
  const floor = 'bare SMTP, same token';
  const times = await inTurn(runs, {
    [floor]: () => sendBare(mail, token),
    'proof, token kept': () => proveOnce(lab, mail, kept),
    'proof, token cold': () => proveOnce(lab, mail, lab.createRun()),
  });
  return Object.entries(times).map(([way, medianMs]) => ({
    ...{ way, floor, runs, medianMs, ratio: medianMs / (times[floor] ?? Number.NaN) },
  }));
};

/** Measures tokens of an application and of a person, and proofs that sign in with them. Needs the lab's mail servers. */
export const measureTokensAndProofs = async (runs = 20): Promise<TokenFigures[]> => {
  const lab = await startTokenLab();
  const mail = await startMailLab({
    judgeToken: async (token) => ((await lab.server.verify(token)) === null ? undefined : 'bob'),
  });
  try {
    return [...(await measureTokens(lab, runs)), ...(await measureProofs(lab, mail, runs))];
  } finally {
    await mail.stop();
    await lab.close();
  }
};
