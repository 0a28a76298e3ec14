import type { DirectoryAnswer, DirectoryEntry } from './directoryAnswer.ts';
import { DirectoryConnection } from './directoryConnection.ts';
import type { DirectoryRequest } from './directoryMessage.ts';
import { listenOnLoopback, type LoopbackServer } from './loopbackServer.ts';
import type { ServerTls } from './serverTls.ts';
import {
  bindDemanded,
  channelBindingDemanded,
  type DirectoryAccount,
  windowsBind,
  type WindowsDemands,
} from './windowsBind.ts';
import { windowsSearch } from './windowsSearch.ts';

/** What stands in a scripted directory and what differs from a controller that just runs. */
export type ScriptedDirectoryOptions = {
  readonly entries?: readonly DirectoryEntry[];
  readonly accounts?: readonly DirectoryAccount[];
  /** Attributes of the rootDSE that differ from those of Windows. */
  readonly rootDse?: DirectoryEntry['attributes'];
  /** No TLS when left out. */
  readonly tls?: { readonly mode: 'implicit' | 'starttls'; readonly server: ServerTls };
  readonly demands?: WindowsDemands;
  /** Answers one request differently; undefined: as Windows would. It may take its time. */
  readonly script?: (
    request: DirectoryRequest,
  ) => DirectoryAnswer | undefined | Promise<DirectoryAnswer | undefined>;
};

/** A scripted directory that runs. */
export type ScriptedDirectory = Omit<LoopbackServer, 'received'> & {
  /** Everything that clients have asked, in the order of arrival. */
  readonly requests: readonly DirectoryRequest[];
};

/** The rootDSE of a Windows Server 2022 (MS-ADTS 3.1.1.3.2). */
const windowsRootDse: DirectoryEntry['attributes'] = {
  namingContexts: ['DC=corp,DC=example,DC=test', 'CN=Configuration,DC=corp,DC=example,DC=test'],
  defaultNamingContext: ['DC=corp,DC=example,DC=test'],
  rootDomainNamingContext: ['DC=corp,DC=example,DC=test'],
  configurationNamingContext: ['CN=Configuration,DC=corp,DC=example,DC=test'],
  schemaNamingContext: ['CN=Schema,CN=Configuration,DC=corp,DC=example,DC=test'],
  dnsHostName: ['dc1.corp.example.test'],
  ldapServiceName: ['corp.example.test:dc1$@CORP.EXAMPLE.TEST'],
  supportedSASLMechanisms: ['GSSAPI', 'GSS-SPNEGO', 'EXTERNAL', 'DIGEST-MD5'],
  supportedControl: ['1.2.840.113556.1.4.319', '1.2.840.113556.1.4.529', '1.2.840.113556.1.4.1339'],
  supportedCapabilities: ['1.2.840.113556.1.4.800', '1.2.840.113556.1.4.1670', '1.2.840.113556.1.4.1791'],
  supportedExtension: ['1.3.6.1.4.1.1466.20037', '1.3.6.1.4.1.4203.1.11.3'],
  supportedLDAPVersion: ['3', '2'],
  domainFunctionality: ['7'],
  forestFunctionality: ['7'],
  domainControllerFunctionality: ['7'],
  isGlobalCatalogReady: ['TRUE'],
  isSynchronized: ['TRUE'],
  currentTime: ['20261121120000.0Z'],
};

const startTlsOid = '1.3.6.1.4.1.1466.20037';
/** MS-ADTS 3.1.1.3.4.2.4: LDAP_SERVER_WHO_AM_I_OID (RFC 4532). */
const whoAmIOid = '1.3.6.1.4.1.4203.1.11.3';

/** RFC 4511, 4.14.2; MS-ADTS 3.1.1.3.4.2.2: a controller without a certificate says unavailable. */
const answerExtended = (oid: string, boundAs: string, canStartTls: boolean): DirectoryAnswer => {
  if (oid === whoAmIOid) return { result: { value: Buffer.from(boundAs === '' ? '' : `u:${boundAs}`) } };
  if (oid === startTlsOid && canStartTls) return { result: {} };
  if (oid === startTlsOid)
    return {
      result: {
        resultCode: 52,
        diagnosticMessage:
          '00000000: LdapErr: DSID-0C0912C4, comment: Error initializing SSL/TLS, data 0, v4563\0',
      },
    };
  return {
    result: {
      resultCode: 2,
      diagnosticMessage:
        '0000203D: LdapErr: DSID-0C090E0B, comment: Unknown extended request OID, data 0, v4563\0',
    },
  };
};

const answerAsWindows = (request: DirectoryRequest, options: ScriptedDirectoryOptions): DirectoryAnswer => {
  const { entries = [], accounts = [], demands = {}, tls } = options;
  switch (request.kind) {
    case 'bind':
      return windowsBind(accounts, request, demands);
    case 'saslBind':
      return demands.channelBinding === true && request.secure ? channelBindingDemanded : { result: {} };
    case 'extended':
      return answerExtended(request.oid, request.boundAs, tls !== undefined);
    case 'search': {
      const rootDse = { dn: '', attributes: { ...windowsRootDse, ...options.rootDse } };
      if (request.base === '' && request.scope === 'base') return windowsSearch([rootDse], request);
      return request.boundAs === '' ? bindDemanded : windowsSearch(entries, request);
    }
    case 'abandon':
    case 'unbind':
      return {};
  }
};

/**
 * Starts an LDAP server that answers as a Windows domain controller does where Samba's differs, and exactly as a test
 * wants where that says so. It belongs to the tests and never writes.
 */
export async function scriptedDirectory(options: ScriptedDirectoryOptions = {}): Promise<ScriptedDirectory> {
  const requests: DirectoryRequest[] = [];
  const { tls, script } = options;
  const answer = async (request: DirectoryRequest): Promise<DirectoryAnswer> =>
    (await script?.(request)) ?? answerAsWindows(request, options);
  const { port, connections, close } = await listenOnLoopback((socket) => {
    const serverTls = tls === undefined ? {} : { serverTls: tls.server };
    const connection = new DirectoryConnection(socket, { ...serverTls, answer, received: requests });
    if (tls?.mode !== 'implicit') return connection.listen();
    void connection.secure().then((isSecure) => isSecure && connection.listen());
  });
  return { port, connections, close, requests };
}
