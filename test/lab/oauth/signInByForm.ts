import { once } from 'node:events';
import { type IncomingMessage, request as sendPlain } from 'node:http';
import { request as sendSecure } from 'node:https';
import { text } from 'node:stream/consumers';
import type { DeviceCode } from '../../../electron/protocols/oauth/tokenClient.ts';
import type { OAuthUser } from './oauthIdentities.ts';

export type Visit = { readonly status: number; readonly url: string; readonly body: string };

type Person = { readonly user: OAuthUser; readonly action?: 'accept' | 'refuse' | undefined };

type SignIn = Person & { readonly authorityPem: string };

/** What a device shows. */
export type ShownCode = Pick<DeviceCode, 'verificationUri' | 'userCode'>;

type Send = { method: 'GET' | 'POST'; url: URL; body: string | null };

const mostSteps = 20;

type Browser = (method: 'GET' | 'POST', address: string, form: string | null) => Promise<Visit>;

/** A browser without a window: keeps cookies and follows redirects. */
const createBrowser = (authorityPem: string): Browser => {
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

  return async (method, address, form) => {
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

/** There is one page to sign in, and one to agree, where the address asks for that. */
const answerForms = async (
  visit: Browser,
  first: Visit,
  { user, action = 'accept' }: Person,
): Promise<Visit> => {
  const form = new URLSearchParams({ login: user.name, password: user.password, action }).toString();
  let page = first;
  for (let asked = 0; asked < 2 && page.body.includes('name="login"'); asked += 1)
    page = await visit('POST', page.url, form);
  return page;
};

/**
 * Signs in at the lab's provider as a browser does: opens the address, fills in the form, and goes where it is sent.
 * @returns the last page.
 */
export const signInByForm = async (address: string, { authorityPem, ...person }: SignIn): Promise<Visit> => {
  const visit = createBrowser(authorityPem);
  return answerForms(visit, await visit('GET', address, null), person);
};

/**
 * Types in, as a person does in a browser, the code that a device shows (RFC 8628, 3.3), and signs in.
 * @returns the last page.
 */
export const enterCodeByForm = async (
  { verificationUri, userCode }: ShownCode,
  { authorityPem, ...person }: SignIn,
): Promise<Visit> => {
  const visit = createBrowser(authorityPem);
  const { url, body } = await visit('GET', verificationUri, null);
  const [, xsrf = ''] = /name="xsrf" value="(\w+)"/.exec(body) ?? [];
  const form = new URLSearchParams({ xsrf, user_code: userCode, confirm: 'yes' }).toString();
  return answerForms(visit, await visit('POST', url, form), person);
};
