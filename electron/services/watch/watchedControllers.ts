import { withinTime } from '../../concurrency/withinTime.ts';
import { hostToAscii } from '../../protocols/dns/hostToAscii.ts';
import type { StoredDirectoryValues } from '../../stores/settings/settingsSchema.ts';
import type { DirectoryParts } from '../directory/connection/directoryParts.ts';
import { directoryPort } from '../directory/connection/directoryService.ts';
import { type Controller, locateDirectory } from '../directory/connection/locateDirectory.ts';
import { locatedFinding } from '../directory/connection/locatedFinding.ts';
import { StageFailure } from '../proof/stage.ts';
import type { WatchedServer } from './lookAtServer.ts';
import type { ServerIdentity, ServerSeen } from './observation.ts';
import { silenceFinding } from './silenceFinding.ts';
import { longestLookMs } from './watchedRelays.ts';

export type WatchedDirectory = {
  /** The domain itself, where DNS was asked for its controllers; null: they are typed. */
  domain: { server: ServerIdentity; seen: ServerSeen } | null;
  controllers: WatchedServer[];
};

/** A large domain has controllers in all the world, and this machine uses a few. */
const mostControllers = 20;

/** Those of this machine's site, where there are some: a firewall may stand before the others. */
const usedOf = (controllers: readonly Controller[]): readonly Controller[] => {
  const near = controllers.filter(({ isNear }) => isNear === true);
  return (near.length > 0 ? near : controllers).slice(0, mostControllers);
};

const domainOf = ({ domain }: StoredDirectoryValues): ServerIdentity => ({
  ...{ key: `domain:${domain}`, kind: 'domain', name: domain, profiles: [] },
});

/** A host that was typed is the same one as DNS spells it. */
const controllerOf = (host: string, { encryption }: StoredDirectoryValues): ServerIdentity => {
  const port = directoryPort('domain', encryption);
  const key = `controller:${hostToAscii(host)}:${port}`;
  return { key, kind: 'controller', name: `${host}:${port}`, profiles: [] };
};

const toServer = ({ host, addresses }: Controller, values: StoredDirectoryValues): WatchedServer => {
  const { encryption, trust, timeoutMs } = values;
  return {
    ...controllerOf(host, values),
    ...{ trust, limitMs: Math.min(timeoutMs, longestLookMs) },
    speech: { protocol: 'ldap', host, port: directoryPort('domain', encryption), encryption, addresses },
  };
};

/** What of a directory is watched, as its settings name it: controllers that were typed, or the domain, whose controllers DNS knows. */
export const namedInDirectory = (values: StoredDirectoryValues): ServerIdentity[] =>
  values.controllers.source === 'typed'
    ? values.controllers.hosts.map((host) => controllerOf(host, values))
    : [domainOf(values)];

/** Who cannot be found in time is silent, and no other one with it. */
const locateTyped = async (
  host: string,
  values: StoredDirectoryValues,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<readonly Controller[]> => {
  const alone = { ...values, controllers: { source: 'typed' as const, hosts: [host] } };
  try {
    const located = await withinTime(longestLookMs, signal, (limited) =>
      locateDirectory(alone, parts, limited),
    );
    return located.controllers;
  } catch (error) {
    signal.throwIfAborted();
    if (silenceFinding(error, 'dns') === null) throw error;
    return [{ host, addresses: [], isNear: null }];
  }
};

const locateInDns = async (
  values: StoredDirectoryValues,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<readonly Controller[]> => {
  const located = await withinTime(longestLookMs, signal, (limited) =>
    locateDirectory(values, parts, limited),
  );
  const finding = locatedFinding(located, values);
  if (finding?.severity === 'error') throw new StageFailure(finding);
  return usedOf(located.controllers);
};

/**
 * The controllers of the directory in force that this machine uses, and whether DNS names any. Throws what nobody foresaw, and
 * the reason of the signal.
 */
export const watchedControllers = async (
  values: StoredDirectoryValues,
  parts: DirectoryParts,
  signal: AbortSignal,
): Promise<WatchedDirectory> => {
  const toServers = (controllers: readonly Controller[]): WatchedServer[] =>
    controllers.map((each) => toServer(each, values));
  if (values.controllers.source === 'typed') {
    const typed = values.controllers.hosts.map((host) => locateTyped(host, values, parts, signal));
    return { domain: null, controllers: toServers((await Promise.all(typed)).flat()) };
  }
  const server = domainOf(values);
  try {
    const controllers = toServers(await locateInDns(values, parts, signal));
    return { domain: { server, seen: { answers: true, certificate: null } }, controllers };
  } catch (error) {
    signal.throwIfAborted();
    const finding = silenceFinding(error, 'dns');
    if (finding === null) throw error;
    return { domain: { server, seen: { answers: false, finding } }, controllers: [] };
  }
};
