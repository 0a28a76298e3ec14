import { createApp } from '../../electron/app.ts';
import type { Permission } from '../../electron/contract/permissions.ts';
import { createInProcessClient } from '../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../electron/hosts/startingPerson.ts';
import { createLiveSecrets } from '../../electron/stores/vault/liveSecrets.ts';

const log = { info: () => undefined, error: () => undefined };

export type Client = ReturnType<typeof createInProcessClient>;

/** Fills a data folder through the operations of the program, as the person who starts it. */
export const fillAs =
  (fill: (client: Client) => Promise<unknown>) =>
  async (dataDirectory: string): Promise<void> => {
    const secrets = createLiveSecrets();
    const app = await createApp({ dataDirectory, log, secrets, version: 'test', systemLocale: 'en' });
    try {
      await fill(createInProcessClient(app, startingPerson('commandLine')));
    } finally {
      await app.close();
    }
  };

export const addFolder = async (
  client: Client,
  name: string,
  parentId: string | null = null,
): Promise<string> => (await client.folders.createFolder({ name, parentId })).folder.id;

export const addRole = async (
  client: Client,
  name: string,
  permissions: readonly Permission[],
): Promise<string> =>
  (await client.roles.createRole({ values: { name, description: '', permissions: [...permissions] } })).role
    .id;

type Grant = { roleId: string; folderId: string | null };

export const addUser = async (
  client: Client,
  name: string,
  grants: readonly Grant[],
  password: string | null = null,
): Promise<string> => {
  const values = {
    ...{ name, displayName: '', mail: null, language: null },
    ...{ isActive: true, mayUseBasicAuthentication: false },
  };
  return (await client.users.createUser({ values, grants: [...grants], password })).id;
};

/** A profile that keeps its mail on this machine, as a draft. */
export const addProfile = async (client: Client, name: string, folderId: string | null): Promise<string> => {
  const { revision } = await client.mail.listProfiles();
  const from = { address: 'console@corp.example', displayName: '' };
  const values = { kind: 'capture', name, from, testRecipient: null } as const;
  const wanted = { revision, id: null, folderId, values, proofId: null, asDraft: true };
  return (await client.mail.saveProfile(wanted)).profile.summary.id;
};
