import { isOwnHost } from '../../contract/mail/ownHost.ts';
import type { InternetSettings } from '../machine/readInternetSettings.ts';
import { isExcepted, type ProxyTarget } from './noProxy.ts';
import { parseProxyAddress } from './proxyAddress.ts';
import type { ProxyServer } from './proxyTunnel.ts';
import { shownSetting } from './shownSetting.ts';
import { addressForScheme, isOverridden } from './windowsProxy.ts';

/** The proxy that this machine is set to use, and what is known about the setting. */
export type SystemProxy = {
  /** The proxy that leads to an address; null: none does. This machine itself is never reached through one. */
  proxyFor(url: URL): ProxyServer | null;
  /**
   * Settings for an address that are not followed, without credentials: `HTTPS_PROXY=socks5://proxy:1080`, of a kind that
   * is not spoken; `AutoConfigURL=http://wpad/wpad.dat`, a script that would choose (PAC) and is not evaluated. None where
   * another setting decides, for a proxy or against one.
   */
  ignoredFor(url: URL): string[];
};

/** How this machine goes to an address. */
export type FoundProxy = {
  /** Null: directly. */
  proxy: ProxyServer | null;
  /** As `SystemProxy.ignoredFor`. */
  ignored: readonly string[];
};

/** Finds the proxy for an address, and the settings for it that are not followed. */
export type FindProxy = (url: URL) => Promise<FoundProxy>;

type Source = {
  setting: 'HTTPS_PROXY' | 'HTTP_PROXY' | 'ProxyServer';
  text: string;
  isExceptedFor(target: ProxyTarget): boolean;
};

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

const isUsable = ({ text }: Source): boolean => parseProxyAddress(text) !== null;

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
  const ofScheme = ({ protocol }: URL): Source[] => sources[protocol === 'http:' ? 'http:' : 'https:'];
  const script = settings?.autoConfigUrl ?? '';
  return {
    proxyFor: (url) => {
      const target = targetOf(url);
      if (isOwnHost(target.host)) return null;
      const source = ofScheme(url).find(isUsable);
      return source === undefined || source.isExceptedFor(target) ? null : parseProxyAddress(source.text);
    },
    ignoredFor: (url) => {
      const target = targetOf(url);
      if (isOwnHost(target.host) || ofScheme(url).some(isUsable)) return [];
      const named = ofScheme(url).filter(({ isExceptedFor }) => !isExceptedFor(target));
      return [
        ...named.map(({ setting, text }) => shownSetting(setting, text)),
        ...(script === '' ? [] : [shownSetting('AutoConfigURL', script, { withPath: true })]),
      ];
    },
  };
};
