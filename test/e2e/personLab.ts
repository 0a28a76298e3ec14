import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createIssuer, issueCertificate } from '../lab/certificateAuthority.ts';
import { scriptedSmtp } from '../lab/faults/scriptedSmtp.ts';
import { type OAuthServer, startOAuthServer } from '../lab/oauth/oauthServer.ts';
import { claimsIn, type VerifyToken } from '../lab/microsoft/accessToken.ts';
import { type GraphServer, startGraph } from '../lab/microsoft/graphServer.ts';
import { oauthUsers } from '../lab/oauth/oauthIdentities.ts';
import { connectProxy } from '../lab/web/connectProxy.ts';

export type PersonLab = {
  /** Stands where the real provider of Microsoft stands, for everybody behind the proxy. */
  provider: OAuthServer;
  /** Has the mailbox of alice, and stands where the real one does. */
  graph: Pick<GraphServer, 'taken'>;
  /** Leads to the two. */
  proxyAddress: string;
  /** Of the certificates of the provider and of the mail server. */
  authorityPem: string;
  /** Speaks TLS from the start, and takes tokens of the provider alone. */
  mailPort: number;
  /** Tokens with which somebody signed in to the mail server, in their order. */
  tokens: readonly string[];
  close(): Promise<void>;
};

const names = 'DNS:login.microsoftonline.com,DNS:graph.microsoft.com,DNS:localhost,IP:127.0.0.1';

const createCertificate = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'relay-console-person-'));
  const read = (...parts: string[]): string => readFileSync(path.join(folder, ...parts), 'utf8');
  const authority = await createIssuer(path.join(folder, 'authority'), 'Lab Root of people');
  await issueCertificate(path.join(folder, 'server'), authority, {
    ...{ commonName: 'login.microsoftonline.com', alternativeNames: names },
  });
  const made = {
    authorityPem: readFileSync(authority.certificatePath, 'utf8'),
    ...{ key: read('server', 'key.pem'), chain: read('server', 'chain.pem') },
  };
  rmSync(folder, { recursive: true, force: true });
  return made;
};

/** What XOAUTH2 says: `user=…^Aauth=Bearer …^A^A`. */
const bearerOf = (response: string): string =>
  /\x01auth=Bearer ([^\x01]*)/.exec(Buffer.from(response, 'base64').toString())?.[1] ?? '';

/** Starts all with which a person signs in for a mailbox of Microsoft: a provider, the way to it, and a mail server. */
export const startPersonLab = async (): Promise<PersonLab> => {
  const { authorityPem, key, chain } = await createCertificate();
  const provider = await startOAuthServer({ shape: 'entra', tls: { key, chain } });
  const tokens: string[] = [];
  const judge = async (response: string): Promise<string> => {
    const token = bearerOf(response);
    tokens.push(token);
    return (await provider.verify(token)) === null
      ? '535 5.7.3 Authentication unsuccessful'
      : '235 2.7.0 Welcome';
  };
  const verify: VerifyToken = async (token) => {
    const claims = await provider.verify(token);
    if (claims === null) throw new Error('It is no token of this provider.');
    return claimsIn(claims);
  };
  const graph = await startGraph({ tls: { key, cert: chain }, verify, mailboxes: [oauthUsers.alice.name] });
  const ports = { 'login.microsoftonline.com:443': provider.port, 'graph.microsoft.com:443': graph.port };
  const [proxy, mail] = await Promise.all([
    connectProxy({ port: ports }),
    scriptedSmtp(
      { AUTH: ({ responses: [response] }) => (response === undefined ? '334 ' : judge(response)) },
      { mechanisms: ['XOAUTH2'], tls: { mode: 'implicit', server: { key, cert: chain } } },
    ),
  ]);
  return {
    ...{ provider, graph, authorityPem, tokens },
    proxyAddress: `http://127.0.0.1:${proxy.port}`,
    mailPort: mail.port,
    close: async () => {
      await Promise.all([proxy.close(), mail.close(), graph.close(), provider.close()]);
    },
  };
};
