import type { OpenController } from '../connection/openController.ts';
import { dnOfDomain } from '../reading/domainOfDn.ts';
import type { DirectorySession } from '../reading/directorySession.ts';
import type { NamedDomain } from '../reading/readDomains.ts';

/** Windows proposes the first label of the DNS name as NetBIOS name. */
export const proposedName = (domain: string): string => (domain.split('.')[0] ?? domain).toUpperCase();

/** What a session of a domain can be read with. */
export const toDirectorySession = (
  { host, root, dialogue }: Pick<OpenController, 'host' | 'root' | 'dialogue'>,
  domain: string,
  names: readonly Pick<NamedDomain, 'name' | 'netbiosName'>[],
): DirectorySession => {
  const defaultNamingContext = root.defaultNamingContext ?? dnOfDomain(domain);
  return {
    ...{ dialogue, domain, defaultNamingContext, controller: host },
    configurationNamingContext: root.configurationNamingContext ?? `CN=Configuration,${defaultNamingContext}`,
    netbiosNameOf: (name) =>
      names.find((known) => known.name === name.toLowerCase())?.netbiosName ?? proposedName(name),
  };
};
