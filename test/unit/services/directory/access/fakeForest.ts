import { TimeLimitError } from '../../../../../electron/concurrency/timeLimitError.ts';
import { ldapControls } from '../../../../../electron/protocols/ldap/ldapControl.ts';
import type { LdapEntry } from '../../../../../electron/protocols/ldap/ldapEntry.ts';
import { LdapError } from '../../../../../electron/protocols/ldap/ldapError.ts';
import { encodeGuid } from '../../../../../electron/protocols/ldap/objectGuid.ts';
import type { SearchRequest } from '../../../../../electron/protocols/ldap/searchRequest.ts';
import { encodeSid } from '../../../../../electron/protocols/ldap/securityIdentifier.ts';
import { directoryDefaults } from '../../../../../electron/contract/directory/directoryValues.ts';
import { createDirectoryReader } from '../../../../../electron/services/directory/access/createDirectoryReader.ts';
import { createSessionPool } from '../../../../../electron/services/directory/access/sessionPool.ts';
import { createControllerMemory } from '../../../../../electron/services/directory/connection/controllerMemory.ts';
import { DirectoryObstacle } from '../../../../../electron/services/directory/connection/directoryObstacle.ts';
import type {
  ControllerOpening,
  OpenController,
} from '../../../../../electron/services/directory/connection/openController.ts';
import { dnOfDomain } from '../../../../../electron/services/directory/reading/domainOfDn.ts';
import type { ResolvedDirectory } from '../../../../../electron/services/directory/resolvedDirectory.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import type { DirectoryEntry } from '../../../../lab/faults/directoryAnswer.ts';
import { windowsSearch } from '../../../../lab/faults/windowsSearch.ts';
import { onTheWire } from '../../../protocols/ldap/hostileText.ts';

export const ownDomain = 'corp.example';
export const ownSid = 'S-1-5-21-1-1-1';
/** A forest that ours can trust. */
export const partner = 'partner.example';
export const partnerSid = 'S-1-5-21-3-3-3';

type Values = Readonly<Record<string, readonly (string | Buffer)[]>>;

/** Somebody, or a group where the type says so. @param rid last number of the SID. */
export const entryOf = (domain: string, name: string, sid: string, rest: Values = {}): DirectoryEntry => ({
  dn: `CN=${name},${dnOfDomain(domain)}`,
  attributes: {
    ...{ objectClass: ['user'], sAMAccountType: ['805306368'], sAMAccountName: [name], displayName: [name] },
    ...{ objectSid: [encodeSid(sid)], objectGUID: [encodeGuid(guidOf(sid))] },
    ...rest,
  },
});

/** A GUID that goes with a SID. */
export const guidOf = (sid: string): string =>
  `2f4d8c3e-0000-4000-8000-${(sid.split('-').at(-1) ?? '').padStart(12, '0')}`;

const configuration = `CN=Configuration,${dnOfDomain(ownDomain)}`;

/** A domain of our own forest, as our directory names it. */
export const crossRef = (domain: string, netbiosName: string, sid: string): DirectoryEntry => ({
  dn: `CN=${netbiosName},CN=Partitions,${configuration}`,
  attributes: {
    ...{ objectClass: ['crossRef'], dnsRoot: [domain], nETBIOSName: [netbiosName] },
    nCName: [`<SID=${encodeSid(sid).toString('hex')}>;${dnOfDomain(domain)}`],
  },
});

/** A forest that is trusted. @param direction 1 inbound, 2 outbound, 3 both. */
export const trust = (domain: string, netbiosName: string, sid: string, direction = '3'): DirectoryEntry => ({
  dn: `CN=${domain},CN=System,${dnOfDomain(ownDomain)}`,
  attributes: {
    ...{ objectClass: ['trustedDomain'], trustPartner: [domain], flatName: [netbiosName] },
    ...{ trustDirection: [direction], trustType: ['2'], trustAttributes: ['8'] },
    securityIdentifier: [encodeSid(sid)],
  },
});

/** The head of a domain and where its forest and trusts are written down. */
export const frame = (domain: string): DirectoryEntry[] =>
  [dnOfDomain(domain), `CN=System,${dnOfDomain(domain)}`, `CN=Partitions,${configuration}`].map((dn) => ({
    dn,
    attributes: { objectClass: ['container'] },
  }));

const toEntry = ({ dn, attributes }: DirectoryEntry): LdapEntry => ({
  ...{ kind: 'entry', dn },
  attributes: new Map(
    Object.entries(attributes).map(([name, values]) => [
      name.toLowerCase(),
      values.map((value) => Buffer.from(value)),
    ]),
  ),
});

/** What the controllers of a domain have, by who asks; and as whom they take an account: `rootDse` by its name. */
export type FakeDomain = {
  entries: readonly DirectoryEntry[];
  accounts: Readonly<Record<string, { password: string; rootDse?: Values }>>;
  /** What a Global Catalog of its forest has; left out: it has none. */
  catalog?: readonly DirectoryEntry[];
};

const refused = (domain: string) =>
  new DirectoryObstacle(
    makeFinding('directoryCredentialsWrong', { controller: `dc1.${domain}` }),
    new LdapError({ resultCode: 49, diagnosticMessage: '', matchedDn: '', referrals: [] }),
  );

const unanswered = (domain: string) =>
  new DirectoryObstacle(makeFinding('ldapTimedOut', { controller: `dc1.${domain}` }), new TimeLimitError(10));

const dialogueOf = (
  entries: readonly DirectoryEntry[],
  rootDse: Values,
  searched: (request: SearchRequest, signal: AbortSignal) => Promise<void>,
): OpenController['dialogue'] => {
  let isUsable = true;
  const unused = (): never => {
    throw new Error('Nobody asks this.');
  };
  return {
    get isUsable() {
      return isUsable;
    },
    search: async function* (request, signal) {
      signal.throwIfAborted();
      await searched(request, signal);
      const { base, scope, attributes, sizeLimit = 0, controls = [] } = request;
      const isRoot = base === '' && scope === 'base';
      const isAll = controls.some(({ oid }) => oid === ldapControls.showDeleted);
      const seen = entries.filter((entry) => isAll || !('isDeleted' in entry.attributes));
      const all = isRoot ? [{ dn: '', attributes: rootDse }] : seen;
      const { found = [], result } = windowsSearch(all, {
        ...{ kind: 'search', base, scope, sizeLimit, timeLimitSeconds: 0 },
        ...{ filter: onTheWire(request.filter), attributes, page: null },
      });
      if (result?.resultCode === 32)
        throw new LdapError({ resultCode: 32, diagnosticMessage: '', matchedDn: '', referrals: [] });
      for (const each of found) if ('dn' in each) yield toEntry(each);
    },
    ...{ bindSimple: unused, probeSimpleBind: unused, bindSasl: unused, extended: unused, startTls: unused },
    unbind: async () => void (isUsable = false),
    close: () => void (isUsable = false),
  };
};

const nothingOfRoot = {
  ...{ namingContexts: [], dnsHostName: null, supportedSaslMechanisms: [], currentTime: null },
  ...{ domainFunctionality: null, forestFunctionality: null, controllerFunctionality: null },
  ...{ isGlobalCatalogReady: null, isSynchronized: null, vendorName: null },
};

/** Domains in memory with a reader of ours; knows each try to open one, each bind and each search. */
export const createFakeForest = (domains: Record<string, FakeDomain>) => {
  const opened: string[] = [];
  const binds: string[] = [];
  const searches: SearchRequest[] = [];
  const state = {
    now: 0,
    provenAt: null as number | null,
    userName: 'reader@corp.example',
    password: 'right',
    /** No bind is answered. */
    isSilent: false,
    locked: null as Error | null,
    useGlobalCatalog: true,
    onOpen: async (_domain: string, _signal: AbortSignal): Promise<void> => undefined,
    onSearch: async (_request: SearchRequest, _signal: AbortSignal): Promise<void> => undefined,
  };

  const bind = ({ domain, identity }: ResolvedDirectory, service: string): Values => {
    const name = identity.mode === 'windows' ? 'windows' : identity.userName;
    binds.push(`${name} ${service} ${domain}`);
    if (state.isSilent) throw unanswered(domain);
    const account = domains[domain]?.accounts[name];
    if (!account || (identity.mode === 'password' && account.password !== identity.password))
      throw refused(domain);
    return account.rootDse ?? {};
  };

  const openController: ControllerOpening['openController'] = async (
    values,
    signal,
    service = 'domain',
    inTurn = (work) => work(),
  ) => {
    opened.push(`${service} ${values.domain}`);
    await state.onOpen(values.domain, signal);
    const domain = domains[values.domain];
    const entries = service === 'globalCatalog' ? domain?.catalog : domain?.entries;
    if (!entries) throw new DirectoryObstacle(makeFinding('domainRecordsMissing', { domain: values.domain }));
    let rootDse: Values = {};
    await inTurn(async () => {
      await Promise.resolve();
      rootDse = bind(values, service);
    });
    const dialogue = dialogueOf(entries, rootDse, async (request, signal) => {
      searches.push(request);
      await state.onSearch(request, signal);
    });
    return {
      ...{ host: `dc1.${values.domain}`, dialogue, isEncrypted: true },
      ...{ unbind: dialogue.unbind, close: dialogue.close },
      root: {
        ...nothingOfRoot,
        ...{ defaultNamingContext: dnOfDomain(values.domain), configurationNamingContext: configuration },
      },
    };
  };

  const values = { ...directoryDefaults, domain: ownDomain, dnsServers: [] };
  const unforeseen: unknown[] = [];
  const outcomes: string[] = [];
  const reader = createDirectoryReader({
    ...{ opening: { openController }, memory: createControllerMemory(), now: () => state.now },
    pool: createSessionPool(() => () => undefined),
    report: (error) => void unforeseen.push(error),
    provenAt: async () => state.provenAt,
    onBind: (refusal) => void outcomes.push(refusal?.code ?? 'letIn'),
    probe: async () => null,
    inForce: async () => ({
      values: { ...values, useGlobalCatalog: state.useGlobalCatalog },
      resolve: async () => {
        if (state.locked) throw state.locked;
        const { userName, password } = state;
        return { ...values, identity: { mode: 'password', source: 'typed', userName, password } };
      },
    }),
  });
  return { reader, state, opened, binds, searches, unforeseen, outcomes };
};
