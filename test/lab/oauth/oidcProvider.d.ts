/** The part of oidc-provider, which brings no types, that the lab uses. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Grant = {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
    destroy(): Promise<void>;
  };
  export type IssuedToken = {
    kind: string;
    accountId?: string;
    clientId?: string;
    scope?: string;
    aud?: string | string[];
    isValid: boolean;
  };
  export type Client = { clientId: string };
  export type Interaction = {
    uid: string;
    prompt: { name: string };
    params: Record<string, string | undefined>;
  };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: Record<string, unknown>,
      options: { mergeWithLastSubmission: boolean },
    ): Promise<void>;
    readonly Client: { find(id: string): Promise<Client | undefined> };
    readonly Grant: {
      new (values: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
    readonly DeviceCode: new (values: Record<string, unknown>) => { save(): Promise<string> };
    readonly AccessToken: { find(token: string): Promise<IssuedToken | undefined> };
    readonly ClientCredentials: { find(token: string): Promise<IssuedToken | undefined> };
    readonly RefreshToken: { revokeByGrantId(grantId: string): Promise<void> };
  }
}
