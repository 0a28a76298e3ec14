import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import findings from '../../../electron/locales/en/findings.json' with { type: 'json' };
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import { addDirectory } from '../../e2e/seededDirectory.ts';
import { addRole, type Client, fillAs } from '../../e2e/seededPeople.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { runProgram, temporaryFolder } from './program.ts';

const { available } = await ensureDirectoryServers();

/** The group that alice is in through two others, with a role. */
const addGroup = async (client: Client, domain: string): Promise<void> => {
  const roleId = await addRole(client, 'Readers', ['mail.view']);
  const { objects } = await client.directory.searchObjects({
    ...{ domain, text: 'console-admins', kinds: ['directoryGroup'] },
  });
  const addition = {
    objects: objects.map(({ objectGuid }) => ({ domain, objectGuid })),
    grants: [{ roleId, folderId: null }],
  };
  const { fingerprint } = await client.directory.previewAddition(addition);
  await client.directory.addObjects({ ...addition, fingerprint, confirmedGaining: null });
};

describe.skipIf(!available || !loadKerberos().available)(
  'signing in as whom the program runs',
  { timeout: 60_000 },
  () => {
    let lab: DirectoryLab;
    let folder = '';
    let remove = async (): Promise<void> => undefined;

    beforeAll(async () => {
      ({ folder, remove } = await temporaryFolder());
      lab = await startDirectoryLab();
      await fillAs(async (client) => {
        await addDirectory(client, lab);
        await addGroup(client, lab.domain);
        const password = 'four plain words here';
        await client.session.createAdministrator({ displayName: '', mail: null, language: null, password });
      })(path.join(folder, 'data'));
    }, 120_000);
    afterAll(async () => {
      await lab.stop();
      await remove();
    });

    const runAs = async (account: string, ...args: string[]) =>
      runProgram([...args, '--data-dir', path.join(folder, 'data')], {
        environment: {
          XDG_STATE_HOME: path.join(folder, account),
          KRB5_CONFIG: lab.kerberosConfiguration,
          KRB5_CLIENT_KTNAME: `FILE:${await lab.keytab(account)}`,
          KRB5CCNAME: 'MEMORY:relay-console',
        },
      });

    it('lets in by Kerberos who is in a group that may, without a password, until sign-out', async () => {
      const { output, exitCode } = await runAs(lab.users.alice.name, 'sign-in', '--windows');
      expect(output).toContain('CORP\\alice');
      expect(exitCode).toBe(0);
      const listed = await runAs(lab.users.alice.name, 'call', 'mail.listProfiles', '--json');
      expect(listed).toMatchObject({ exitCode: 0 });
      await runAs(lab.users.alice.name, 'sign-out');
      expect(await runAs(lab.users.alice.name, 'call', 'mail.listProfiles')).toMatchObject({ exitCode: 3 });
    });

    it('refuses who is in no such group, and says so', async () => {
      const { exitCode, faults } = await runAs(lab.users.bob.name, 'sign-in', '--windows');
      expect(exitCode).toBe(3);
      expect(faults).toContain('DIRECTORY_SIGN_IN_REFUSED');
    });

    it('says of who has no ticket that there is none, as a proof does', async () => {
      const { exitCode, faults } = await runProgram(
        ['sign-in', '--windows', '--data-dir', path.join(folder, 'data'), '--language', 'en'],
        {
          environment: {
            XDG_STATE_HOME: path.join(folder, 'nobody'),
            KRB5_CONFIG: lab.kerberosConfiguration,
            KRB5CCNAME: `FILE:${path.join(folder, 'no-tickets')}`,
          },
        },
      );
      expect(exitCode).toBe(1);
      expect(faults).toContain(findings.kerberosTicketMissing.title);
    });

    it('is no way in together with a name', async () => {
      expect(await runAs('alice', 'sign-in', '--windows', '--user', 'alice')).toMatchObject({ exitCode: 2 });
    });
  },
);
