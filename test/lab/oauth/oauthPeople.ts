import type { Provider } from 'oidc-provider';
import { oidcScopes, resourceIn, scopesOf } from './oauthConfiguration.ts';

type Agreement = { accountId: string; clientId: string; scope: string };

/** What people do at a provider: they agree, on pages or beside them, and take it back. */
export type People = {
  /** Gives the identifier of what has been agreed to: all that was asked for. */
  agree(agreement: Agreement): Promise<string>;
  /** A device code for which this person has agreed already: the provider issues tokens for it as for any other. */
  agreedCode(form: URLSearchParams, accountId: string): Promise<string>;
  revokeConsent(): Promise<void>;
};

const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** The people of one provider. */
export const createPeople = (provider: Provider): People => {
  const grants = new Set<string>();

  const agree = async ({ accountId, clientId, scope }: Agreement): Promise<string> => {
    const grant = new provider.Grant({ accountId, clientId });
    // The provider counts a scope of a resource as one of its own, too.
    grant.addOIDCScope([...oidcScopes, scope].join(' '));
    const resource = resourceIn(scope);
    if (resource !== undefined) grant.addResourceScope(resource, scopesOf(resource));
    const grantId = await grant.save();
    grants.add(grantId);
    return grantId;
  };

  return {
    agree,
    agreedCode: async (form, accountId) => {
      const [clientId, scope] = [form.get('client_id') ?? '', form.get('scope') ?? ''];
      const code = new provider.DeviceCode({
        client: await provider.Client.find(clientId),
        accountId,
        grantId: await agree({ accountId, clientId, scope }),
        scope,
        resource: resourceIn(scope),
        params: { scope, client_id: clientId },
        userCode: crypto.randomUUID(),
        expiresWithSession: false,
        authTime: nowSeconds(),
      });
      return code.save();
    },
    revokeConsent: async () => {
      for (const grantId of grants) {
        await provider.RefreshToken.revokeByGrantId(grantId);
        await (await provider.Grant.find(grantId))?.destroy();
      }
      grants.clear();
    },
  };
};
