import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ORPCError } from '@orpc/client';
import type { CallContext } from '../../electron/hosts/callContext.ts';
import { createInProcessClient } from '../../electron/hosts/inProcessClient.ts';
import { createPortHost } from '../../electron/hosts/desktop/portHost.ts';
import { openHttpHost } from '../../electron/hosts/http/httpHost.ts';
import { createPageFiles } from '../../electron/hosts/pages/pageFiles.ts';
import { CallError } from '../../renderer/api/callError.ts';
import { type Client, createHttpClient, createPortClient } from '../../renderer/api/client.ts';
import type { ExampleProgram } from './exampleProgram.ts';

export type OpenDoor = { client: Client; close(): Promise<void> };
export type Door = { name: string; open(program: ExampleProgram, context: CallContext): Promise<OpenDoor> };

const inProcess: Door = {
  name: 'in process',
  open: async (program, context) => ({
    client: createInProcessClient(program, context),
    close: async () => undefined,
  }),
};

const messagePort: Door = {
  name: 'message port',
  open: async ({ router, log }, context) => {
    const { port1, port2 } = new MessageChannel();
    createPortHost(router, context, log)(port1);
    return { client: createPortClient(port2), close: async () => port1.close() };
  },
};

/** Pages for hosts in tests. */
export const examplePages = () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-pages-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Relay Console</title>');
  return { pages: createPageFiles(folder), remove: () => rmSync(folder, { recursive: true }) };
};

/** Swaps the token of a start link for a session, as a program does it; gives the headers that show it. */
export const signIn = async (origin: string, startLink: string) => {
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: new URL(startLink).hash.slice(1) }),
  });
  const { key } = (await answer.json()) as { key: string };
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return { cookie, authorization: `Bearer ${key}` };
};

const http: Door = {
  name: 'HTTP',
  open: async ({ router, log }, context) => {
    const { pages, remove } = examplePages();
    const host = await openHttpHost({ router, log, pages, context, port: 0 });
    const session = await signIn(host.origin, host.createStartLink());
    return {
      client: createHttpClient(host.origin, () => session),
      close: async () => {
        await host.close();
        remove();
      },
    };
  },
};

export const doors: readonly Door[] = [inProcess, messagePort, http];

/** What a call that has to fail failed with, whatever its door throws. */
export const failureOf = async (call: Promise<unknown>): Promise<{ code: string; data: unknown }> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof CallError) return { code: error.failure.code, data: error.failure.data };
    if (error instanceof ORPCError) return { code: String(error.code), data: error.data };
    throw error;
  }
  throw new Error('the call did not fail');
};
