import type { DirectoryView } from '../../../../electron/contract/directory/directoryValues.ts';
import { secretToForm } from '../../../controls/secretForm.ts';
import { sourcedTextToForm } from '../../../controls/sourcedText.ts';
import { trustToForm } from '../../../controls/trustForm.ts';
import { type DirectoryForm, newDirectoryForm } from './directoryForm.ts';

const controllersToForm = (
  controllers: DirectoryView['controllers'],
  empty: DirectoryForm['controllers'],
): DirectoryForm['controllers'] =>
  controllers.source === 'dns'
    ? { ...empty, source: 'dns', site: controllers.site ?? '' }
    : { ...empty, source: 'typed', hosts: controllers.hosts };

const identityToForm = (
  identity: DirectoryView['identity'],
  empty: DirectoryForm['identity'],
): DirectoryForm['identity'] =>
  identity.mode === 'windows'
    ? { ...empty, mode: 'windows' }
    : {
        mode: 'password',
        userName: sourcedTextToForm(identity.userName),
        password: secretToForm(identity.password),
      };

/** What the form shows of a directory. */
export const toForm = (view: DirectoryView): DirectoryForm => {
  const empty = newDirectoryForm(view.domain, view.identity.mode);
  const { search } = view;
  return {
    isEnabled: view.isEnabled,
    domain: view.domain,
    controllers: controllersToForm(view.controllers, empty.controllers),
    dnsServers: view.dnsServers,
    encryption: view.encryption,
    trust: trustToForm(view.trust),
    identity: identityToForm(view.identity, empty.identity),
    useGlobalCatalog: view.useGlobalCatalog,
    timeoutMs: String(view.timeoutMs),
    membershipCacheHours: String(view.membershipCacheHours),
    search: {
      minimumLength: String(search.minimumLength),
      size: String(search.size),
      timeSeconds: String(search.timeSeconds),
    },
    gainGuard: String(view.gainGuard),
  };
};
