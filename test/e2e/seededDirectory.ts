import { directoryDefaults, type DirectoryWrite } from '../../electron/contract/directory/directoryValues.ts';
import { objectKinds } from '../../electron/contract/directory/directoryObject.ts';
import type { UserGrant } from '../../electron/contract/users/user.ts';
import type { DirectoryLab } from '../lab/directory/directoryLab.ts';
import type { Client } from './seededPeople.ts';

/** Reads with name and password. */
export const readingAs = (userName: string, password: string): DirectoryWrite['identity'] => ({
  mode: 'password',
  userName: { source: 'value', value: userName },
  password: { source: 'vault', secret: { action: 'set', value: password } },
});

const valuesOf = (lab: DirectoryLab, change: Partial<DirectoryWrite>): DirectoryWrite => ({
  ...directoryDefaults,
  domain: lab.domain,
  dnsServers: [lab.dns.address],
  trust: { mode: 'certificate', pem: lab.authority.pem },
  identity: readingAs(
    lab.users.authorizationReader.userPrincipalName,
    lab.users.authorizationReader.password,
  ),
  ...change,
});

/** Proves the directory of a lab and brings it into force, through the operations of the program. */
export const addDirectory = async (
  client: Client,
  lab: DirectoryLab,
  change: Partial<DirectoryWrite> = {},
): Promise<void> => {
  const values = valuesOf(lab, change);
  const asked = { values, testUser: null, stages: null, controller: null };
  let proofId: string | null = null;
  for await (const event of await client.directory.proveSettings(asked))
    if (event.type === 'finished' && event.outcome === 'passed') proofId = event.proofId;
  if (proofId === null) throw new Error('The directory of the lab could not be proven');
  const { revision } = await client.directory.getSettings();
  await client.directory.saveSettings({ revision, values, proofId, asDraft: false });
};

/** Keeps values beside those in force. */
export const addDirectoryDraft = async (
  client: Client,
  lab: DirectoryLab,
  change: Partial<DirectoryWrite>,
): Promise<void> => {
  const { revision } = await client.directory.getSettings();
  const values = valuesOf(lab, change);
  await client.directory.saveSettings({ revision, values, proofId: null, asDraft: true });
};

/** Adds users and groups of the directory in force by their account names. @returns their ids here. */
export const addFromDirectory = async (
  client: Client,
  lab: DirectoryLab,
  accounts: readonly string[],
  grants: readonly UserGrant[] = [],
): Promise<string[]> => {
  const ids: string[] = [];
  for (const text of accounts) {
    const search = { domain: lab.domain, text, kinds: [...objectKinds] };
    const { objects } = await client.directory.searchObjects(search);
    const wanted = objects.filter(({ accountName }) => accountName === `${lab.netbiosName}\\${text}`);
    const addition = {
      objects: wanted.map(({ domain, objectGuid }) => ({ domain, objectGuid })),
      grants: [...grants],
    };
    const { fingerprint } = await client.directory.previewAddition(addition);
    const { added } = await client.directory.addObjects({ ...addition, fingerprint, confirmedGaining: null });
    ids.push(...added.map(({ userId }) => userId));
  }
  return ids;
};
