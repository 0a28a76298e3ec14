import { bindName } from '../connection/bindName.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/** The values for another domain: DNS knows its controllers, and a bare name still means an account of ours. */
export const forDomain = (directory: ResolvedDirectory, domain: string | null): ResolvedDirectory => {
  if (domain === null || domain.toLowerCase() === directory.domain) return directory;
  const { identity } = directory;
  return {
    ...directory,
    domain: domain.toLowerCase(),
    controllers: { source: 'dns', site: null },
    identity:
      identity.mode === 'windows'
        ? identity
        : { ...identity, userName: bindName(identity.userName, directory.domain) },
  };
};
