import type { ProofEvent } from '../../../electron/contract/proof/proof.ts';
import { openWay } from '../../../electron/protocols/net/openWay.ts';
import { createTokenClient } from '../../../electron/protocols/oauth/createTokenClient.ts';
import type { HttpExchange } from '../../../electron/protocols/net/httpsExchange.ts';
import { createMailProver } from '../../../electron/services/mail/proof/mailProver.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { createTokenService, type TokenServiceParts } from '../../../electron/services/oauth/tokenService.ts';
import { createProofLog } from '../../../electron/services/proof/proofLog.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';
import { oauthClients, oauthTenant, oauthUsers } from '../../lab/oauth/oauthIdentities.ts';
import { createFakeVault } from '../../unit/services/mail/fakeVault.ts';
import { type OAuthLab, page, startOAuthLab } from '../oauth/oauthLab.ts';
import { parts } from './proofLab.ts';

const realLogin = 'https://login.microsoftonline.com';

/** Everybody reaches the lab's provider by the name of the real one. */
const toLab = (url: string, { server }: OAuthLab): string =>
  url.replace(realLogin, new URL(server.authority).origin);

const noProof = { kind: 'none' } as const;

/** The application of the lab that may come to a token in this way; for a device it is one without a secret. */
const registered = (flow: ResolvedClient['grant']['flow']): Pick<ResolvedClient, 'clientId' | 'proof'> => {
  if (flow === 'deviceCode') return { clientId: oauthClients.open.clientId, proof: noProof };
  const { clientId, secret } = flow === 'clientCredentials' ? oauthClients.secret : oauthClients.web;
  return { clientId, proof: { kind: 'secret', secret, expiresOn: null } };
};

export const applicationFor = (grant: ResolvedClient['grant']): ResolvedClient => ({
  place: { provider: 'microsoft', cloud: 'global', tenantId: oauthTenant },
  ...registered(grant.flow),
  grant,
});

export type TokenLab = Awaited<ReturnType<typeof startTokenLab>>;

/** A provider, and a program whose proofs get their tokens there. */
export const startTokenLab = async () => {
  const lab = await startOAuthLab('entra');
  const { vault, records } = createFakeVault();
  const secrets = createLiveSecrets();
  const exchange: HttpExchange = (request) => lab.exchange({ ...request, url: toLab(request.url, lab) });
  const tokenParts: TokenServiceParts = {
    ...{ vault, secrets, createClient: createTokenClient, now: Date.now, log: parts.log },
    exchangeOf: () => exchange,
    reach: async (url, signal) => {
      const socket = await openWay(new URL(toLab(url.href, lab)), { proxy: null }, signal);
      socket.destroy();
    },
    loadPage: async () => page,
  };
  const createRun = (service = createTokenService(tokenParts), changes: Partial<typeof parts> = {}) =>
    createMailProver({ ...parts, tokens: service, proofLog: createProofLog(), ...changes });

  /** What a person does who is asked. */
  const attend = (event: ProofEvent): void => {
    if (event.type !== 'personNeeded') return;
    const { request } = event;
    const done =
      request.way === 'browser'
        ? lab.browse(oauthUsers.alice)(toLab(request.url, lab))
        : lab.enterCode(oauthUsers.alice)({ verificationUri: request.url, userCode: request.userCode });
    done.catch((error: unknown) => {
      throw error;
    });
  };

  return { ...lab, records, secrets, tokenParts, createRun, attend };
};
