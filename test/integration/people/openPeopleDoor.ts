import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '../../../electron/app.ts';
import { openHttpHost } from '../../../electron/hosts/http/httpHost.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';
import type { Permission } from '../../../electron/contract/permissions.ts';
import { createHttpClient } from '../../../renderer/api/client.ts';
import { examplePages } from '../../contract/doors.ts';
import { addRole, addUser } from '../../e2e/seededPeople.ts';

/** A browser: it keeps what it is given of a session, and shows it. */
export const openBrowser = async (origin: string, startLink?: string) => {
  const token = startLink && new URL(startLink).hash.slice(1);
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(token ? { token } : {}),
  });
  const { key } = (await answer.json()) as { key: string };
  const jar = { cookie: '', authorization: `Bearer ${key}` };
  const keep = (response: Response): Response => {
    jar.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? jar.cookie;
    return response;
  };
  keep(answer);
  const call = async (operation: string, input: unknown = {}, shown = { ...jar }) => {
    const response = keep(
      await fetch(`${origin}/api/${operation.replace('.', '/')}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...shown },
        body: JSON.stringify(input),
      }),
    );
    return { status: response.status, body: await response.text() };
  };
  const get = async (path: string) => {
    const response = await fetch(`${origin}${path}`, { headers: { ...jar } });
    return { status: response.status, body: await response.text() };
  };
  return { jar, call, get, client: createHttpClient(origin, () => jar) };
};

export type Browser = Awaited<ReturnType<typeof openBrowser>>;

export const administratorPassword = 'four plain words here';

const firstPassword = 'a first password of mine';
const ownPassword = 'another password of mine';

/** Adds a user with a role of these permissions alone, and signs in as that user in `browser`. */
export const enterWith = async (
  { client }: Browser,
  browser: Browser,
  { name, permissions }: { name: string; permissions: readonly Permission[] },
): Promise<Browser> => {
  const roleId = await addRole(client, `Role of ${name}`, permissions);
  await addUser(client, name, [{ roleId, folderId: null }], firstPassword);
  await browser.call('session.signIn', { name, password: firstPassword });
  await browser.call('session.changePassword', { present: firstPassword, next: ownPassword });
  return browser;
};

const newDataDirectory = (): string =>
  path.join(mkdtempSync(path.join(os.tmpdir(), 'relay-console-people-')), 'data');

/** The program behind its browser door, on a data folder of its own or on one that `stop` left behind. */
export const openPeopleDoor = async (dataDirectory = newDataDirectory()) => {
  const { pages, remove } = examplePages();
  const secrets = createLiveSecrets();
  const log = { info: () => undefined, error: () => undefined };
  const app = await createApp({ dataDirectory, log, secrets, version: '1.2.3', systemLocale: 'en' });
  const host = await openHttpHost({
    ...{ router: app.router, log, pages, port: 0 },
    context: startingPerson('browser'),
    mayUseBasic: app.mayUseBasic,
  });
  /** Ends the program; its data folder stays. */
  const stop = async (): Promise<void> => {
    await host.close();
    await app.close();
    remove();
  };
  return {
    ...{ app, host, dataDirectory, stop, origin: host.origin },
    browse: (startLink?: string) => openBrowser(host.origin, startLink),
    /** The browser of the person who started the program, after *admin* was created. */
    setUp: async (): Promise<Browser> => {
      const browser = await openBrowser(host.origin, host.createStartLink());
      const administrator = { displayName: 'Anna', mail: 'anna@corp.example', language: null };
      await browser.call('session.createAdministrator', {
        ...administrator,
        password: administratorPassword,
      });
      return browser;
    },
    close: async () => {
      await stop();
      rmSync(path.dirname(dataDirectory), { recursive: true, force: true });
    },
  };
};

export type PeopleDoor = Awaited<ReturnType<typeof openPeopleDoor>>;
