import { type LdapEntry, textOf, textsOf } from './ldapEntry.ts';
import { decodeGeneralizedTime } from './generalizedTime.ts';
import type { LdapDialogue } from './ldapDialogue.ts';
import { readEntry } from './readEntry.ts';

/** What a server says of itself (RFC 4512, 5.1; MS-ADTS 3.1.1.3.2); null or empty: it does not say. */
export type RootDse = {
  namingContexts: readonly string[];
  defaultNamingContext: string | null;
  configurationNamingContext: string | null;
  /** Full name of the controller. */
  dnsHostName: string | null;
  supportedSaslMechanisms: readonly string[];
  /** Functional levels (MS-ADTS 6.1.4.2-4): 0 = 2000 … 7 = 2016, 10 = 2025. */
  domainFunctionality: number | null;
  forestFunctionality: number | null;
  controllerFunctionality: number | null;
  isGlobalCatalogReady: boolean | null;
  isSynchronized: boolean | null;
  /** Milliseconds since 1970. */
  currentTime: number | null;
  vendorName: string | null;
};

const attributes = [
  'namingContexts',
  'defaultNamingContext',
  'configurationNamingContext',
  'dnsHostName',
  'supportedSASLMechanisms',
  'domainFunctionality',
  'forestFunctionality',
  'domainControllerFunctionality',
  'isGlobalCatalogReady',
  'isSynchronized',
  'currentTime',
  'vendorName',
];

const numberOf = (entry: LdapEntry, name: string): number | null => {
  const text = textOf(entry, name);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** RFC 4517, 3.3.3. */
const truthOf = (entry: LdapEntry, name: string): boolean | null => {
  const text = textOf(entry, name);
  return text === null ? null : text.toUpperCase() === 'TRUE';
};

const timeOf = (entry: LdapEntry, name: string): number | null => {
  const text = textOf(entry, name);
  return text === null ? null : decodeGeneralizedTime(text);
};

const toRootDse = (entry: LdapEntry): RootDse => ({
  namingContexts: textsOf(entry, 'namingContexts'),
  defaultNamingContext: textOf(entry, 'defaultNamingContext'),
  configurationNamingContext: textOf(entry, 'configurationNamingContext'),
  dnsHostName: textOf(entry, 'dnsHostName'),
  supportedSaslMechanisms: textsOf(entry, 'supportedSASLMechanisms'),
  domainFunctionality: numberOf(entry, 'domainFunctionality'),
  forestFunctionality: numberOf(entry, 'forestFunctionality'),
  controllerFunctionality: numberOf(entry, 'domainControllerFunctionality'),
  isGlobalCatalogReady: truthOf(entry, 'isGlobalCatalogReady'),
  isSynchronized: truthOf(entry, 'isSynchronized'),
  currentTime: timeOf(entry, 'currentTime'),
  vendorName: textOf(entry, 'vendorName'),
});

/** Reads a server's rootDSE, without signing in; null: it shows none. Throws as `search` does. */
export const readRootDse = async (dialogue: LdapDialogue, signal: AbortSignal): Promise<RootDse | null> => {
  const entry = await readEntry(dialogue, { base: '', attributes }, signal);
  return entry === null ? null : toRootDse(entry);
};
