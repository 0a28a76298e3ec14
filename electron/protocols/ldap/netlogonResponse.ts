import { NetlogonError, NetlogonReader } from './netlogonReader.ts';
import { decodeGuid } from './objectGuid.ts';

/** What a controller is and can do (DS_FLAG, MS-ADTS 6.3.1.2), by bit. */
const flagBits = {
  primary: 0x1,
  globalCatalog: 0x4,
  ldap: 0x8,
  directory: 0x10,
  kerberos: 0x20,
  timeService: 0x40,
  closest: 0x80,
  writable: 0x100,
  goodTimeService: 0x200,
  applicationOnly: 0x400,
  selectSecretDomain6: 0x800,
  fullSecretDomain6: 0x1000,
  webService: 0x2000,
  windows2012: 0x4000,
  windows2012R2: 0x8000,
  windows2016: 0x1_0000,
  dnsController: 0x2000_0000,
  dnsDomain: 0x4000_0000,
  dnsForest: 0x8000_0000,
} as const;

export type NetlogonFlag = keyof typeof flagBits;

/** NETLOGON_SAM_LOGON_RESPONSE_EX (MS-ADTS 6.3.1.9). */
export type NetlogonResponse = {
  form: 'extended';
  /** `paused`: the controller is there, but takes no sign-ins now. */
  state: 'ready' | 'paused' | 'userUnknown';
  flags: NetlogonFlag[];
  /** Lower case, with hyphens. */
  domainGuid: string;
  forest: string;
  domain: string;
  /** DNS name of the controller. */
  host: string;
  netbiosDomain: string;
  netbiosComputer: string;
  user: string;
  /** Site of the controller; empty: it has none. */
  controllerSite: string;
  /** Site of who asked, after its address; empty: no subnet of the directory has that address. */
  clientSite: string;
  /** Site next to that of who asked; null: not said. */
  nextClosestSite: string | null;
  /** NETLOGON_NT_VERSION options (MS-ADTS 6.3.1.1). */
  version: number;
};

/** An answer of the older forms (MS-ADTS 6.3.1.7, 6.3.1.8), which a controller gives that ignores what was asked. */
export type OlderNetlogonResponse = { form: 'older'; state: NetlogonResponse['state'] };

const extendedStates: Readonly<Record<number, NetlogonResponse['state']>> = {
  23: 'ready',
  24: 'paused',
  25: 'userUnknown',
};
const olderStates: Readonly<Record<number, NetlogonResponse['state']>> = {
  19: 'ready',
  20: 'paused',
  21: 'userUnknown',
};

/** Of the flags of the request: a socket address, and a next closest site, are part of the answer. */
const withAddress = 0x8;
const withNextClosestSite = 0x10;
/** NtVersion, LmNtToken, Lm20Token. */
const trailerLength = 8;

const isFlag = (name: string): name is NetlogonFlag => name in flagBits;

const flagsOf = (bits: number): NetlogonFlag[] =>
  Object.keys(flagBits)
    .filter(isFlag)
    .filter((name) => (bits & flagBits[name]) !== 0);

const readExtended = (reader: NetlogonReader, state: NetlogonResponse['state']): NetlogonResponse => {
  reader.skip(2);
  const flags = flagsOf(reader.uint32());
  const domainGuid = decodeGuid(reader.bytes(16)) ?? '';
  const [forest, domain, host] = [reader.name(), reader.name(), reader.name()];
  const [netbiosDomain, netbiosComputer, user] = [reader.name(), reader.name(), reader.name()];
  const [controllerSite, clientSite] = [reader.name(), reader.name()];
  const version = reader.uint32At(reader.length - trailerLength);
  if ((version & withAddress) !== 0) reader.skip(reader.uint8());
  const nextClosestSite = (version & withNextClosestSite) === 0 ? null : reader.name();
  return {
    ...{ form: 'extended', state, flags, domainGuid, forest, domain, host, netbiosDomain, netbiosComputer },
    ...{ user, controllerSite, clientSite, nextClosestSite, version },
  };
};

/**
 * Reads the value of the attribute Netlogon of a CLDAP answer (MS-ADTS 6.3.1). Throws NetlogonError for what is none of
 * the forms.
 */
export const decodeNetlogonResponse = (value: Buffer): NetlogonResponse | OlderNetlogonResponse => {
  const reader = new NetlogonReader(value);
  const opcode = reader.uint16();
  const extended = extendedStates[opcode];
  if (extended !== undefined) return readExtended(reader, extended);
  const older = olderStates[opcode];
  if (older !== undefined) return { form: 'older', state: older };
  throw new NetlogonError();
};
