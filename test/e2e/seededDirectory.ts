import { directoryDefaults, type DirectoryWrite } from '../../electron/contract/directory/directoryValues.ts';
import type { DirectoryLab } from '../lab/directory/directoryLab.ts';
import type { Client } from './seededPeople.ts';

const valuesOf = (lab: DirectoryLab, change: Partial<DirectoryWrite>): DirectoryWrite => ({
  ...directoryDefaults,
  domain: lab.domain,
  dnsServers: [lab.dns.address],
  trust: { mode: 'certificate', pem: lab.authority.pem },
  identity: {
    mode: 'password',
    userName: { source: 'value', value: lab.users.authorizationReader.userPrincipalName },
    password: { source: 'vault', secret: { action: 'set', value: lab.users.authorizationReader.password } },
  },
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
