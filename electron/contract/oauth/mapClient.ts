import type { z } from 'zod';
import type { oauthClientOf } from './oauthClient.ts';

/** An application around any shape of its secrets. */
export type OAuthClient<Secret> = z.infer<ReturnType<typeof oauthClientOf<z.ZodType<Secret>>>>;

/** What a secret of an application is: its own (also the key of its certificate), or an account's password. */
export type ClientSecretName = 'clientSecret' | 'password';

/** The same application with each secret replaced by what `replace` gives for it. */
export const mapClient = <From, To>(
  { proof, grant, ...client }: OAuthClient<From>,
  replace: (secret: From, name: ClientSecretName) => To,
): OAuthClient<To> => ({
  ...client,
  proof: proof.kind === 'none' ? proof : { ...proof, secret: replace(proof.secret, 'clientSecret') },
  grant: grant.flow === 'ropc' ? { ...grant, password: replace(grant.password, 'password') } : grant,
});
