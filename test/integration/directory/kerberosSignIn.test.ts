import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import { openSecurityContext } from '../../../electron/protocols/kerberos/openSecurityContext.ts';
import { gssapiBind } from '../../../electron/protocols/ldap/gssapiBind.ts';
import { textOf } from '../../../electron/protocols/ldap/ldapEntry.ts';
import { readEntry } from '../../../electron/protocols/ldap/readEntry.ts';
import { type DirectoryLab, startDirectoryLab } from '../../lab/directory/directoryLab.ts';
import { ensureDirectoryServers } from '../../lab/directory/directoryServers.ts';
import { openDirectoryDialogue } from './openDirectoryDialogue.ts';

const availability = await ensureDirectoryServers();
const canRun = availability.available && loadKerberos().available;
const { signal } = new AbortController();
const variables = ['KRB5_CONFIG', 'KRB5_CLIENT_KTNAME', 'KRB5CCNAME'] as const;

describe.skipIf(!canRun)('signing in with Kerberos over LDAPS', () => {
  const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
  let lab: DirectoryLab;

  beforeAll(async () => {
    lab = await startDirectoryLab();
  });

  afterEach(() => {
    for (const name of variables) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  afterAll(() => lab.stop());

  /** The program runs as who has these keys; no ticket is left of the test before. */
  const actAs = (keytab: string, configuration = lab.kerberosConfiguration): void => {
    process.env['KRB5_CONFIG'] = configuration;
    process.env['KRB5_CLIENT_KTNAME'] = `FILE:${keytab}`;
    process.env['KRB5CCNAME'] = `MEMORY:${randomUUID()}`;
  };

  const signIn = async (host: string) => {
    const [{ address }] = lab.controllers;
    const dialogue = await openDirectoryDialogue({ address, port: 636, tls: 'implicit' });
    try {
      const context = await openSecurityContext({ service: 'ldap', host });
      await gssapiBind(context, dialogue, signal);
      const entry = await readEntry(dialogue, { base: lab.root, attributes: ['objectClass', 'dc'] }, signal);
      return { userName: context.userName, domain: entry && textOf(entry, 'dc') };
    } finally {
      dialogue.close();
    }
  };

  it('works with the keys of an account and no password, and then reads', async () => {
    actAs(await lab.keytab(lab.users.alice.name));
    expect(await signIn(lab.controllers[0].name)).toEqual({
      userName: `${lab.users.alice.name}@${lab.domain.toUpperCase()}`,
      domain: 'corp',
    });
  });

  it('tells of a host that Kerberos does not know', async () => {
    actAs(await lab.keytab(lab.users.alice.name));
    await expect(signIn(`nobody.${lab.domain}`)).rejects.toMatchObject({
      code: 'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN',
    });
  });

  it('tells of an account that is disabled', async () => {
    actAs(await lab.keytab(lab.users.disabled.name));
    await expect(signIn(lab.controllers[0].name)).rejects.toMatchObject({
      code: 'KRB5KDC_ERR_CLIENT_REVOKED',
    });
  });

  it('tells that there is neither ticket nor key', async () => {
    actAs('/nowhere');
    await expect(signIn(lab.controllers[0].name)).rejects.toMatchObject({ code: 'KRB5_FCC_NOFILE' });
  });

  it('tells that no controller can be found for the realm', async () => {
    actAs(await lab.keytab(lab.users.alice.name), '/nowhere');
    await expect(signIn(lab.controllers[0].name)).rejects.toMatchObject({ code: 'KRB5_REALM_UNKNOWN' });
  });
});
