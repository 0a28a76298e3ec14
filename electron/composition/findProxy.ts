import { readInternetSettings } from '../protocols/machine/readInternetSettings.ts';
import { runProgram } from '../protocols/machine/runProgram.ts';
import { type FindProxy, type SystemProxy, systemProxy } from '../protocols/net/systemProxy.ts';

const limitMs = 5_000;

const readWindows = async () => {
  if (process.platform !== 'win32') return null;
  const parts = { run: runProgram, limitMs, environment: process.env };
  const answer = await readInternetSettings(parts, new AbortController().signal);
  return answer.known ? answer.settings : null;
};

/** Finds proxies as the system has them set; that is read when first needed, and again by the next start. */
export const createFindProxy = (): FindProxy => {
  let read: Promise<SystemProxy> | null = null;
  return async (url) => {
    read ??= readWindows().then((settings) => systemProxy(process.env, settings));
    const system = await read;
    return { proxy: system.proxyFor(url), ignored: system.ignoredFor(url) };
  };
};
