import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JWTPayload } from 'jose';
import type { OAuthProvider } from '../../electron/contract/oauth/oauthClient.ts';
import { createIssuer, issueCertificate } from '../lab/certificateAuthority.ts';
import { scriptedSmtp } from '../lab/faults/scriptedSmtp.ts';
import { type OAuthServer, startOAuthServer } from '../lab/oauth/oauthServer.ts';
import { claimsIn, type VerifyToken } from '../lab/microsoft/accessToken.ts';
import { type GraphServer, startGraph } from '../lab/microsoft/graphServer.ts';
import { oauthUsers } from '../lab/oauth/oauthIdentities.ts';
import { connectProxy } from '../lab/web/connectProxy.ts';

export type TokenSignIn = { mechanism: string; userName: string; token: string };

export type PersonLab = {
  /** Stand where the real providers stand, for everybody behind the proxy; `openid` is that of a company. */
  providers: Readonly<Record<OAuthProvider, OAuthServer>>;
  /** Has the mailbox of alice, and stands where the real one does. */
  graph: Pick<GraphServer, 'taken'>;
  /** Leads to the providers and to Graph. */
  proxyAddress: string;
  /** Of the certificates of the providers and of the mail server. */
  authorityPem: string;
  /** Speaks TLS from the start, and takes tokens of the providers alone. */
  mailPort: number;
  /** How somebody signed in to the mail server, in this order. */
  signIns: readonly TokenSignIn[];
  close(): Promise<void>;
};

/** Which server of the lab stands in for which host. */
const standIns = {
  'login.microsoftonline.com': 'microsoft',
  'graph.microsoft.com': 'graph',
  'accounts.google.com': 'google',
  'oauth2.googleapis.com': 'google',
  'sso.corp.example': 'openid',
} as const;

const names = [...Object.keys(standIns), 'localhost'].map((name) => `DNS:${name}`).join(',');

/** What two of the providers call themselves. */
export const issuers = { google: 'https://accounts.google.com', openid: 'https://sso.corp.example' } as const;

const createCertificate = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-console-person-'));
  const read = (...parts: string[]): string => readFileSync(path.join(folder, ...parts), 'utf8');
  const authority = await createIssuer(path.join(folder, 'authority'), 'Lab Root of people');
  await issueCertificate(path.join(folder, 'server'), authority, {
    ...{ commonName: 'login.microsoftonline.com', alternativeNames: `${names},IP:127.0.0.1` },
  });
  const made = {
    authorityPem: readFileSync(authority.certificatePath, 'utf8'),
    ...{ key: read('server', 'key.pem'), chain: read('server', 'chain.pem') },
  };
  rmSync(folder, { recursive: true, force: true });
  return made;
};

/** XOAUTH2 says `user=…^Aauth=Bearer …^A^A`; OAUTHBEARER (RFC 7628, 3.1) begins with `n,a=…,` and ends likewise. */
const readSignIn = ({ line, response }: { line: string; response: string }): TokenSignIn => {
  const said = Buffer.from(response, 'base64').toString();
  const [, mechanism = ''] = line.split(' ');
  const userName = (mechanism === 'OAUTHBEARER' ? /^n,a=([^,]*),\x01/ : /^user=([^\x01]*)\x01/).exec(
    said,
  )?.[1];
  const token = /\x01auth=Bearer ([^\x01]*)\x01\x01$/.exec(said)?.[1];
  return { mechanism, userName: userName ?? '', token: token ?? '' };
};

/** Of the two that are not Microsoft's, each speaks the standard alone, as Google does. */
const startProviders = async (tls: { key: string; chain: string }): Promise<PersonLab['providers']> => {
  const [microsoft, google, openid] = await Promise.all([
    startOAuthServer({ shape: 'entra', tls }),
    startOAuthServer({ shape: 'google', tls, issuer: issuers.google }),
    startOAuthServer({ shape: 'google', tls, issuer: issuers.openid }),
  ]);
  return { microsoft, google, openid };
};

/** What a token says that one of these providers has issued; null: none of them has. */
const verifierOf =
  (providers: PersonLab['providers']) =>
  async (token: string): Promise<JWTPayload | null> => {
    const found = await Promise.all(Object.values(providers).map((provider) => provider.verify(token)));
    return found.find((claims) => claims !== null) ?? null;
  };

/** Starts all with which a person signs in for a mailbox: providers, the way to them, and a mail server. */
export const startPersonLab = async (): Promise<PersonLab> => {
  const { authorityPem, key, chain } = await createCertificate();
  const providers = await startProviders({ key, chain });
  const verifyToken = verifierOf(providers);
  const signIns: TokenSignIn[] = [];
  const judge = async (line: string, response: string): Promise<string> => {
    const signIn = readSignIn({ line, response });
    signIns.push(signIn);
    const claims = await verifyToken(signIn.token);
    return claims?.sub === signIn.userName ? '235 2.7.0 Welcome' : '535 5.7.3 Authentication unsuccessful';
  };
  const verify: VerifyToken = async (token) => {
    const claims = await verifyToken(token);
    if (claims === null) throw new Error('It is no token of these providers.');
    return claimsIn(claims);
  };
  const graph = await startGraph({ tls: { key, cert: chain }, verify, mailboxes: [oauthUsers.alice.name] });
  const servers = { ...providers, graph };
  const ports = Object.entries(standIns).map(
    ([host, server]) => [`${host}:443`, servers[server].port] as const,
  );
  const [proxy, mail] = await Promise.all([
    connectProxy({ port: Object.fromEntries(ports) }),
    scriptedSmtp(
      {
        AUTH: ({ line, responses: [response] }) => (response === undefined ? '334 ' : judge(line, response)),
      },
      { mechanisms: ['XOAUTH2', 'OAUTHBEARER'], tls: { mode: 'implicit', server: { key, cert: chain } } },
    ),
  ]);
  return {
    ...{ providers, graph, authorityPem, signIns },
    proxyAddress: `http://127.0.0.1:${proxy.port}`,
    mailPort: mail.port,
    close: async () => {
      const all = [proxy, mail, graph, ...Object.values(providers)];
      await Promise.all(all.map((server) => server.close()));
    },
  };
};
