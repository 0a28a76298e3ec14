import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { labPage } from './labPage.ts';
import { oauthUsers } from './oauthIdentities.ts';
import type { People } from './oauthPeople.ts';

/** The person with this name and password; null: there is none. */
export const findUser = (name: string | null, password: string | null): string | null =>
  Object.values(oauthUsers).find((user) => user.name === name && user.password === password)?.name ?? null;

const page = (words: string): string =>
  labPage(
    'Sign in',
    `<p role="alert">${words}</p>
<form method="post">
<label>User <input name="login" autocomplete="off"></label>
<label>Password <input name="password" type="password" autocomplete="off"></label>
<button name="action" value="accept">Sign in and accept</button>
<button name="action" value="refuse">Cancel</button>
</form>`,
  );

const show = (response: ServerResponse, words: string): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(words));
};

/** The page on which a person signs in and agrees, or does not. */
export const serveSignIn = async (
  provider: Provider,
  { request, response, form }: { request: IncomingMessage; response: ServerResponse; form: URLSearchParams },
  people: People,
): Promise<void> => {
  if (request.method !== 'POST') return show(response, '');
  const finish = (result: Record<string, unknown>): Promise<void> =>
    provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  if (form.get('action') === 'refuse')
    return finish({ error: 'access_denied', error_description: 'The person declined' });
  const accountId = findUser(form.get('login'), form.get('password'));
  if (accountId === null) return show(response, 'Wrong user or password');
  const { params } = await provider.interactionDetails(request, response);
  const clientId = params['client_id'] ?? '';
  const grantId = await people.agree({ accountId, clientId, scope: params['scope'] ?? '' });
  return finish({ login: { accountId }, consent: { grantId } });
};
