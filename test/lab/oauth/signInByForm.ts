import { once } from 'node:events';
import { type IncomingMessage, request as sendPlain } from 'node:http';
import { request as sendSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import type { OAuthUser } from './oauthIdentities.ts';

export type Visit = { readonly status: number; readonly url: string; readonly body: string };

type Send = { method: 'GET' | 'POST'; url: URL; body: string | null };

const mostSteps = 20;

/** A browser without a window: keeps cookies and follows redirects. */
const createBrowser = (authorityPem: string) => {
  const jar = new Map<string, string>();

  const keepCookies = ({ headers }: IncomingMessage): void => {
    for (const line of headers['set-cookie'] ?? []) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      jar.set(name, value.join('='));
    }
  };

  const send = async ({ method, url, body }: Send): Promise<IncomingMessage> => {
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const request =
      url.protocol === 'https:'
        ? sendSecure(url, { method, headers, ca: authorityPem, agent: false })
        : sendPlain(url, { method, headers: url.hostname === 'localhost' ? {} : headers, agent: false });
    request.end(body ?? undefined);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    keepCookies(response);
    return response;
  };

  return async (method: 'GET' | 'POST', address: string, form: string | null): Promise<Visit> => {
    let [next, url]: [Send, URL] = [{ method, url: new URL(address), body: form }, new URL(address)];
    for (let step = 0; step < mostSteps; step += 1) {
      const response = await send(next);
      const body = await text(response);
      const { location } = response.headers;
      if (location === undefined) return { status: response.statusCode ?? 0, url: url.href, body };
      url = new URL(location, url);
      next = { method: 'GET', url, body: null };
    }
    throw new Error('Redirected without end');
  };
};

/**
 * Signs in at the lab's provider as a browser does: opens the address, fills in the form, and goes where it is sent.
 * @returns the last page.
 */
export const signInByForm = async (
  address: string,
  { user, authorityPem, action = 'accept' }: SignIn,
): Promise<Visit> => {
  const visit = createBrowser(authorityPem);
  const form = new URLSearchParams({ login: user.name, password: user.password, action }).toString();
  let page = await visit('GET', address, null);
  // One page to sign in, and one to agree, where the address asks for that.
  for (let asked = 0; asked < 2 && page.body.includes('name="login"'); asked += 1)
    page = await visit('POST', page.url, form);
  return page;
};

export type SignIn = {
  readonly user: OAuthUser;
  readonly authorityPem: string;
  readonly action?: 'accept' | 'refuse';
};
