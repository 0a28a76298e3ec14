import type { InternetSettings } from '../machine/readInternetSettings.ts';
import { isLoopback } from './loopback.ts';
import { isExcepted, type ProxyTarget } from './noProxy.ts';
import { parseProxyAddress } from './proxyAddress.ts';
import type { ProxyServer } from './proxyTunnel.ts';
import { addressForScheme, isOverridden } from './windowsProxy.ts';

/** Which setting says something about a proxy. */
export type ProxySetting = 'HTTPS_PROXY' | 'HTTP_PROXY' | 'ProxyServer';

/** The proxy that this machine is set to use, and what is known about the setting. */
export type SystemProxy = {
  /** The proxy that leads to an address; null: none does. This machine itself is never reached through one. */
  proxyFor(url: URL): ProxyServer | null;
  /** Set, but of a kind that is not spoken, or not to be read: they count as not set. */
  unusable: readonly ProxySetting[];
  /** A script that would choose the proxy (PAC): it is not evaluated. */
  autoConfigUrl: string | null;
};

/** Gives the proxy that this machine uses for an address; null: none. */
export type FindProxy = (url: URL) => Promise<ProxyServer | null>;

type Source = { setting: ProxySetting; text: string; isExceptedFor(target: ProxyTarget): boolean };

/** Small letters win, as with curl. */
const variable = (environment: NodeJS.ProcessEnv, name: string): string =>
  environment[name.toLowerCase()] || environment[name] || '';

const sourcesOf = (
  environment: NodeJS.ProcessEnv,
  settings: InternetSettings | null,
  scheme: 'http' | 'https',
): Source[] => {
  const setting = scheme === 'https' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const noProxy = variable(environment, 'NO_PROXY');
  const isEnabled = settings?.isProxyEnabled === true;
  const sources: Source[] = [
    {
      ...{ setting, text: variable(environment, setting) },
      isExceptedFor: (target) => isExcepted(noProxy, target),
    },
    {
      setting: 'ProxyServer',
      text: isEnabled ? (addressForScheme(settings.proxyServer, scheme) ?? '') : '',
      isExceptedFor: (target) => isOverridden(settings?.proxyOverride ?? '', target, scheme),
    },
  ];
  return sources.filter(({ text }) => text !== '');
};

const targetOf = ({ hostname, port, protocol }: URL): ProxyTarget => ({
  host: hostname.replace(/^\[|\]$/g, ''),
  port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
});

/**
 * The proxy of the environment (HTTPS_PROXY, HTTP_PROXY, NO_PROXY), or else of Windows.
 * @param settings what Windows has set; null on every other system, and where it could not be read.
 */
export const systemProxy = (
  environment: NodeJS.ProcessEnv,
  settings: InternetSettings | null,
): SystemProxy => {
  const sources = {
    'http:': sourcesOf(environment, settings, 'http'),
    'https:': sourcesOf(environment, settings, 'https'),
  };
  const unusable = Object.values(sources)
    .flat()
    .filter(({ text }) => parseProxyAddress(text) === null);
  return {
    proxyFor: (url) => {
      const target = targetOf(url);
      if (isLoopback(target.host)) return null;
      const ofScheme = url.protocol === 'http:' ? sources['http:'] : sources['https:'];
      const source = ofScheme.find(({ text }) => parseProxyAddress(text) !== null);
      return source === undefined || source.isExceptedFor(target) ? null : parseProxyAddress(source.text);
    },
    unusable: [...new Set(unusable.map(({ setting }) => setting))],
    autoConfigUrl: settings?.autoConfigUrl || null,
  };
};
