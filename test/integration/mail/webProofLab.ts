import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { composeTokens } from '../../../electron/composition/tokens.ts';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import type { DeliveryParts } from '../../../electron/services/mail/proof/deliveryPlan.ts';
import {
  type ResolvedExchange,
  type ResolvedMicrosoft365,
  secretsOf,
} from '../../../electron/services/mail/resolvedProfile.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';
import type { LoopbackServer } from '../../lab/faults/loopbackServer.ts';
import { claimsIn, type VerifyToken } from '../../lab/microsoft/accessToken.ts';
import { type EwsPlan, type EwsServer, startEws } from '../../lab/microsoft/ewsServer.ts';
import { type GraphPlan, type GraphServer, startGraph } from '../../lab/microsoft/graphServer.ts';
import { oauthClients, oauthTenant } from '../../lab/oauth/oauthIdentities.ts';
import { type OAuthServer, startOAuthServer } from '../../lab/oauth/oauthServer.ts';
import { connectProxy, type ProxyWishes } from '../../lab/web/connectProxy.ts';
import { createLabTls, type LabTls } from '../../lab/web/labTls.ts';
import { createFakeVault } from '../../unit/services/mail/fakeVault.ts';
import { parts, type SeenProof, seeProof, type Wishes } from './proofLab.ts';

/** The real names, which only the proxy of the lab leads to its own servers. */
export const hosts = {
  login: 'login.microsoftonline.com:443',
  graph: 'graph.microsoft.com:443',
  exchange: 'mail.corp.example:443',
} as const;

export const relay = 'relay@corp.example';
export const exchangePassword = 'planted-Geheimnis-4711';

/** An application that acts for itself. */
export const application: ResolvedClient = {
  place: { provider: 'microsoft', cloud: 'global', tenantId: oauthTenant },
  clientId: oauthClients.secret.clientId,
  proof: { kind: 'secret', secret: oauthClients.secret.secret, expiresOn: null },
  grant: { flow: 'clientCredentials' },
};

export const tokenSignIn = { mode: 'oauth2', userName: relay, mechanism: null, client: application } as const;

type Closable = { close(): unknown };
type Running = { tls: LabTls; pair: { key: string; cert: string }; oauth: OAuthServer };

export type WebProof = SeenProof & { proxy: LoopbackServer };

const secretsIn = ({ received }: Pick<EwsServer, 'received'>): string[] =>
  received.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? []);

/** Prepares the tests of a file; to be called outside of them. */
export const prepareWebProofs = () => {
  let running: Running | null = null;
  const kept: Closable[] = [];
  const web: Pick<EwsServer, 'received'>[] = [];

  const lab = (): Running => {
    if (running === null) throw new Error('The lab is there once tests run.');
    return running;
  };
  const keep = async <Kept extends Closable>(starting: Promise<Kept>): Promise<Kept> => {
    const started = await starting;
    kept.push(started);
    return started;
  };
  const keepWeb = async <Kept extends Closable & Pick<EwsServer, 'received'>>(
    starting: Promise<Kept>,
  ): Promise<Kept> => {
    const started = await keep(starting);
    web.push(started);
    return started;
  };

  beforeAll(async () => {
    const tls = await createLabTls();
    const names = Object.values(hosts).map((host) => `DNS:${host.split(':')[0]}`);
    const pair = await tls.issue({ alternativeNames: names.join(', ') });
    const oauth = await startOAuthServer({ shape: 'entra', tls: { key: pair.key, chain: pair.cert } });
    running = { tls, pair, oauth };
  });
  afterEach(async () => {
    web.splice(0);
    for (const one of kept.splice(0).reverse()) await one.close();
  });
  afterAll(async () => {
    await lab().oauth.close();
    lab().tls.remove();
  });

  const verify: VerifyToken = async (token) => {
    const claims = await lab().oauth.verify(token);
    if (claims === null) throw new Error('It is no token of this provider.');
    return claimsIn(claims);
  };

  const deliveryBehind = (proxy: LoopbackServer): DeliveryParts => {
    const { log, trustStore } = parts;
    const way = { proxy: { host: '127.0.0.1', port: proxy.port, credential: null }, ignored: [] };
    const findProxy = async () => way;
    const secrets = createLiveSecrets();
    const { vault } = createFakeVault();
    const tokens = composeTokens({
      ...{ vault, trustStore, findProxy, secrets },
      log: { ...log, info: () => undefined },
    });
    const ownTokenHolder = async () => ({ profileId: null, by: '', language: null });
    return { ...parts, findProxy, tokens, ownTokenHolder };
  };

  const trust = () => ({ mode: 'certificate', pem: lab().tls.authority }) as const;
  const shared = () => ({
    ...{ name: 'cloud', from: { address: relay, displayName: 'Relay' } },
    ...{ testRecipient: 'alice@corp.example', trust: trust(), timeoutMs: 20_000 },
  });

  return {
    ...{ keep, verify, deliveryBehind },
    oauth: () => lab().oauth,
    /** Of every server of the lab. */
    pair: () => lab().pair,
    authority: () => lab().tls.authority,

    graph: (plan: Partial<GraphPlan> = {}): Promise<GraphServer> =>
      keepWeb(startGraph({ tls: lab().pair, verify, mailboxes: [relay], ...plan })),

    exchange: (plan: Partial<EwsPlan> = {}): Promise<EwsServer> =>
      keepWeb(
        startEws({
          ...{ tls: lab().pair, verify, mailboxes: [relay] },
          offered: ['NTLM', 'Basic realm="mail.corp.example"', 'Bearer client_id="x"'],
          passwords: { 'CORP\\svc': { password: exchangePassword, address: relay } },
          ...plan,
        }),
      ),

    graphValues: (changes: Partial<ResolvedMicrosoft365> = {}): ResolvedMicrosoft365 => ({
      ...{ kind: 'microsoft365', ...shared(), authentication: tokenSignIn },
      ...changes,
    }),

    exchangeValues: (changes: Partial<ResolvedExchange> = {}): ResolvedExchange => ({
      ...{ kind: 'exchange', ...shared(), url: 'https://mail.corp.example/EWS/Exchange.asmx' },
      ...{ exchangeVersion: '2016' },
      authentication: {
        ...{ mode: 'password', mechanism: null, userName: 'CORP\\svc' },
        ...{ password: exchangePassword, source: 'typed' },
      },
      ...changes,
    }),

    /** A proxy that leads to the provider of tokens, and to these servers by `host:port`. */
    proxy: (ports: Readonly<Record<string, number>>, wishes: Partial<ProxyWishes> = {}) =>
      keep(connectProxy({ port: { [hosts.login]: lab().oauth.port, ...ports }, ...wishes })),

    /** Proves behind a proxy, and sees to it that no secret which went over the wire is in any event. */
    prove: async (
      values: ResolvedMicrosoft365 | ResolvedExchange,
      proxy: LoopbackServer,
      wishes: Wishes = {},
    ): Promise<WebProof> => {
      const { fingerprint } = parts;
      const proofLog = createProofLog();
      const run = createMailProver({ ...deliveryBehind(proxy), fingerprint, proofLog });
      const seen = await seeProof(values, { run, ...wishes });
      const shown = JSON.stringify(seen.events);
      for (const hidden of [...secretsOf(values), ...web.flatMap(secretsIn)])
        expect(shown.includes(hidden), 'a secret is shown').toBe(false);
      return { ...seen, proxy };
    },
  };
};
