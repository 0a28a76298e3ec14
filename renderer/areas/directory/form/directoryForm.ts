import {
  type DirectoryEncryption,
  directoryDefaults,
} from '../../../../electron/contract/directory/directoryValues.ts';
import { emptySecret, type SecretForm } from '../../../controls/secretForm.ts';
import { emptySourcedText, type SourcedText } from '../../../controls/sourcedText.ts';
import type { TrustForm } from '../../../controls/trustForm.ts';

/**
 * What the form holds: every field, numbers as they are typed, nothing optional. Paths of fields are those of the contract,
 * so that an issue of the service finds its field.
 */
export type DirectoryForm = {
  isEnabled: boolean;
  domain: string;
  controllers: { source: 'dns' | 'typed'; site: string; hosts: string[] };
  dnsServers: string[];
  encryption: DirectoryEncryption;
  trust: TrustForm;
  identity: { mode: 'windows' | 'password'; userName: SourcedText; password: SecretForm };
  useGlobalCatalog: boolean;
  timeoutMs: string;
  membershipCacheHours: string;
  search: { minimumLength: string; size: string; timeSeconds: string };
  gainGuard: string;
};

const { search, ...defaults } = directoryDefaults;

/** A directory that is to be set up; `domain` may be what this machine says of its own. */
export const newDirectoryForm = (
  domain: string,
  identity: DirectoryForm['identity']['mode'],
): DirectoryForm => ({
  isEnabled: defaults.isEnabled,
  domain,
  controllers: { source: 'dns', site: '', hosts: [''] },
  dnsServers: [],
  encryption: defaults.encryption,
  trust: { mode: 'system', pem: '' },
  identity: { mode: identity, userName: emptySourcedText, password: emptySecret },
  useGlobalCatalog: defaults.useGlobalCatalog,
  timeoutMs: String(defaults.timeoutMs),
  membershipCacheHours: String(defaults.membershipCacheHours),
  search: {
    minimumLength: String(search.minimumLength),
    size: String(search.size),
    timeSeconds: String(search.timeSeconds),
  },
  gainGuard: String(defaults.gainGuard),
});
