import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDirectory } from '../../e2e/seededDirectory.ts';
import { type Client, fillAs } from '../../e2e/seededPeople.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { oddNames } from '../../lab/directory/oddNames.ts';
import { temporaryFolder } from '../cli/program.ts';

const availability = await ensureDirectoryServers();
const longest = oddNames.find(({ displayName }) => displayName?.length === 256);

describe.skipIf(!availability.available)('somebody with the longest name that Active Directory takes', () => {
  /** Adds who is called so; gives the id. */
  const addCalled = async ({ directory }: Client, lab: DirectoryLab, text: string): Promise<string> => {
    const { objects } = await directory.searchObjects({
      ...{ domain: lab.domain, kinds: ['directoryUser'], text },
    });
    const chosen = objects.map(({ domain, objectGuid }) => ({ domain, objectGuid }));
    const addition = { objects: chosen, grants: [] };
    const { fingerprint } = await directory.previewAddition(addition);
    const { added } = await directory.addObjects({ ...addition, fingerprint, confirmedGaining: null });
    expect(added).toHaveLength(1);
    return added[0]?.userId ?? '';
  };

  it('is found, added, changed, listed and exported with all of it', async () => {
    const { name = '', displayName = '' } = longest ?? {};
    const { folder, remove } = await temporaryFolder();
    onTestFinished(remove);
    const lab = await startDirectoryLab();
    onTestFinished(() => lab.stop());
    await fillAs(async (client) => {
      await addDirectory(client, lab);
      const userId = await addCalled(client, lab, displayName);

      const { id, revision, values, grants } = await client.users.getUser({ id: userId });
      expect(values).toMatchObject({ name: `CORP\\${name}`, displayName });
      const { name: _name, displayName: _displayName, ...decided } = values;
      const mail = 'longest@corp.example';
      await client.users.saveUser({ id, revision, grants, values: { ...decided, mail } });

      const whoever = { kind: null, state: null, roleId: null, folderId: null } as const;
      const sort = { column: 'name', descending: false } as const;
      const query = { ...whoever, sort, search: displayName };
      const { users } = await client.users.listUsers({ ...query, offset: 0, limit: 10 });
      expect(users).toMatchObject([{ displayName, mail }]);
      const { base64 } = await client.users.exportUsers(query);
      expect(Buffer.from(base64, 'base64').toString()).toContain(displayName);
    })(path.join(folder, 'data'));
  });
});
