import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type LabUser, labUsers } from './identities.ts';

/** Domain of the one account that the lab knows for NTLM. */
export const ntlmDomain = 'CORP';

/** The account: Samba's helper checks one password without a domain controller. */
export const ntlmUser: LabUser = labUsers.alice;

/**
 * Writes the program that checks NTLM for Dovecot: Samba's ntlm_auth, which needs no domain where it is told who signs
 * in. Dovecot adds the name of the protocol that both speak.
 * @returns absolute path of the program.
 */
export function writeNtlmHelper(directory: string): string {
  const file = path.join(directory, 'ntlm-helper');
  const account = `--username=${ntlmUser.name} --domain=${ntlmDomain} --password=${ntlmUser.password}`;
  writeFileSync(file, `#!/bin/sh\nexec /usr/bin/ntlm_auth --configfile=/dev/null ${account} "$@"\n`, {
    mode: 0o755,
  });
  return file;
}
