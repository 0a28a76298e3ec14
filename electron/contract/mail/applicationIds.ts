import type { FieldIssue } from '../failures.ts';
import { isGuid } from '../guid.ts';
import type { OAuthProvider } from '../oauth/oauthClient.ts';
import { trimmed } from '../trimmed.ts';
import type { ProfileValues } from './mapSecrets.ts';
import { tokenSignIns } from './tokenSignIns.ts';

type Rule = { isId: (text: string) => boolean; code: string };

/** Null: a provider of one's own calls its applications as it likes. */
const rules: Readonly<Record<OAuthProvider, Rule | null>> = {
  /** learn.microsoft.com/entra/identity-platform: a GUID. */
  microsoft: { isId: isGuid, code: 'applicationId' },
  /** As the Google Cloud console makes them. */
  google: { isId: (text) => /^[\w-]+\.apps\.googleusercontent\.com$/i.test(text), code: 'googleClientId' },
  openid: null,
};

/**
 * Typed IDs of applications that cannot be those of their provider, by paths in the values: of what is proven or saved now. What
 * was saved before stays readable and goes on as it did.
 */
export const wrongApplicationIds = (values: ProfileValues<unknown>): FieldIssue[] =>
  tokenSignIns(values).flatMap(({ signIn: { client }, path }) => {
    const rule = rules[client.place.provider];
    const { clientId } = client;
    if (rule === null || clientId.source !== 'value' || clientId.value.trim() === '') return [];
    if (rule.isId(trimmed(clientId.value))) return [];
    return [{ path: [...path, 'client', 'clientId', 'value'], code: rule.code, parameters: {} }];
  });
