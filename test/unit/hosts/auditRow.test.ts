import { createRouterClient } from '@orpc/server';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProofEvent } from '../../../electron/contract/proof/proof.ts';
import { fail } from '../../../electron/contract/failures.ts';
import { permissions } from '../../../electron/contract/permissions.ts';
import type { CallContext } from '../../../electron/hosts/callContext.ts';
import { createImplementer } from '../../../electron/hosts/implementer.ts';
import type { AuditedCall } from '../../../electron/services/audit/auditedCall.ts';
import { proveInput } from '../../contract/exampleProgram.ts';

const id = '0b9f4a5e-58f0-4a5c-9f5e-3d5c1f1b7a10';
const anna = '5d5c1f1b-58f0-4a5c-9f5e-0b9f4a5e7a10';
const administrator: CallContext = { user: 'admin', door: 'desktop', permissions: new Set(permissions) };
const change = { path: 'role.name', before: null, after: '"Operator"' };
const values = { name: 'Operator', description: '', permissions: [] };

let rows: AuditedCall[];
let logged: string[];
let isWritable: boolean;

beforeEach(() => {
  rows = [];
  logged = [];
  isWritable = true;
});

/** Operations that end in every way there is. */
const createRouter = () => {
  const write = (event: string) => void logged.push(event);
  const os = createImplementer({ info: write, error: write }, undefined, undefined, async (call) => {
    if (!isWritable) throw fail('DATABASE_UNREADABLE', { file: 'console.db' });
    rows.push(call);
  });
  const stages = async function* (name: string): AsyncGenerator<ProofEvent> {
    yield { type: 'stageStarted', stage: 'resolve', atMs: 0 };
    if (name === 'breaks') throw fail('BUSY', {});
    yield { type: 'stageStarted', stage: 'connect', atMs: 1 };
  };
  return {
    alerts: { markRead: os.alerts.markRead.handler(() => ({ unread: 0 })) },
    mail: {
      proveProfile: os.mail.proveProfile.handler(({ input }) => stages(input.values.name)),
      discardDraft: os.mail.discardDraft.handler(({ context }) => {
        context.note({ settingsRevision: 7 });
        return { revision: 7 };
      }),
    },
    roles: {
      listRoles: os.roles.listRoles.handler(() => ({ roles: [] })),
      previewDeletion: os.roles.previewDeletion.handler(() => {
        throw fail('NOT_FOUND', {});
      }),
      deleteRole: os.roles.deleteRole.handler(({ context }) => {
        context.note({ subject: 'Operator', changes: [change] });
        throw fail('CONFLICT', { revision: 2 });
      }),
      createRole: os.roles.createRole.handler(({ input, context }) => {
        context.note({ changes: [change] });
        const role = { ...input.values, id, revision: 1, isBuiltIn: false };
        return { role: { ...role, holders: { users: 0, groups: 0 } } };
      }),
    },
    session: {
      signIn: os.session.signIn.handler(({ input, context }) => {
        if (input.name === 'anna')
          context.note({ subject: 'anna', result: 'mustChange', by: { userId: anna, user: 'anna' } });
        else context.note({ subject: '', result: 'unknownUser' });
        if (input.name !== 'anna') throw fail('SIGN_IN_REFUSED', {});
        return {};
      }),
      signOut: os.session.signOut.handler(() => ({})),
    },
  };
};

const openClient = (context: CallContext = administrator, router = createRouter()) =>
  createRouterClient(router, { context });

const nobody: CallContext = { user: '', door: 'browser', permissions: null };
const stranger: CallContext = {
  ...{ user: 'bernd', door: 'browser', permissions: new Set<never>() },
  identity: {
    ...{ state: 'signedIn', userId: anna, name: 'bernd', language: null, isAdministrator: false },
    held: { everywhere: new Set(), inFolders: new Map() },
  },
};
const holders = { users: 0, groups: 0 };
const refused = (call: Promise<unknown>): Promise<unknown> => call.catch((error: unknown) => error);

describe('the row of a call', () => {
  it('says who did what to what, and what that changed', async () => {
    await openClient().roles.createRole({ values });
    expect(rows).toEqual([
      {
        ...{ userId: null, user: 'admin', door: 'desktop', operation: 'roles.createRole' },
        ...{ subject: 'Operator', changes: [change], settingsRevision: null, result: 'done' },
      },
    ]);
  });

  it('names the settings that the call saved', async () => {
    await openClient().mail.discardDraft({ id, revision: 6 });
    expect(rows).toMatchObject([{ settingsRevision: 7 }]);
  });

  it('is written for refusals too, without changes that did not come about', async () => {
    await refused(openClient().roles.deleteRole({ id, revision: 1, holders }));
    await refused(openClient(stranger).roles.deleteRole({ id, revision: 1, holders }));
    await refused(openClient().roles.createRole({ values: { ...values, name: '' } }));
    expect(rows).toMatchObject([
      { subject: 'Operator', changes: [], result: 'CONFLICT' },
      { subject: id, user: 'bernd', userId: anna, result: 'NOT_ALLOWED' },
      { result: 'INVALID_INPUT' },
    ]);
  });

  it('keeps nothing that somebody typed who is nobody here', async () => {
    await refused(openClient(nobody).roles.createRole({ values: { ...values, name: 'Pl4nted-Secret' } }));
    await refused(openClient(nobody).session.signIn({ name: 'Pl4nted-Secret', password: 'x' }));
    expect(rows).toMatchObject([
      { user: '', result: 'NOT_SIGNED_IN' },
      { user: '', subject: '', result: 'unknownUser' },
    ]);
    expect(JSON.stringify(rows)).not.toContain('Pl4nted');
  });

  it('tells how a password was judged, and who it was', async () => {
    await openClient(nobody).session.signIn({ name: 'anna', password: 'x' });
    expect(rows).toMatchObject([{ user: 'anna', userId: anna, subject: 'anna', result: 'mustChange' }]);
  });

  it('is none for what is only read', async () => {
    await openClient().roles.listRoles();
    await openClient().alerts.markRead({ ids: null });
    expect(rows).toEqual([]);
  });

  it('is written once a minute for each caller who may not read something', async () => {
    const { roles } = openClient(stranger);
    for (let time = 0; time < 3; time += 1) await refused(roles.listRoles());
    await refused(roles.previewDeletion({ id }));
    await refused(openClient().roles.previewDeletion({ id }));
    await refused(openClient(nobody).roles.listRoles());
    expect(rows).toMatchObject([
      { user: 'bernd', operation: 'roles.listRoles', result: 'NOT_ALLOWED' },
      { user: 'bernd', operation: 'roles.previewDeletion', result: 'NOT_ALLOWED' },
    ]);
  });

  it('is written once a minute when nobody who is signed in calls, but for each attempt to sign in', async () => {
    const { roles, session } = openClient(nobody);
    for (let time = 0; time < 3; time += 1) {
      await refused(roles.createRole({ values }));
      await refused(session.signIn({ name: 'bernd', password: 'x' }));
    }
    expect(rows.map(({ operation }) => operation)).toEqual([
      'roles.createRole',
      ...['session.signIn', 'session.signIn', 'session.signIn'],
    ]);
  });

  it('is written once a minute for what strangers may call and are refused without being judged', async () => {
    const { session } = openClient(nobody);
    for (let time = 0; time < 3; time += 1) await refused(session.signIn({ name: '', password: 'x' }));
    expect(rows).toMatchObject([{ operation: 'session.signIn', result: 'INVALID_INPUT' }]);
  });

  it('is none for somebody who signs out without being signed in', async () => {
    await openClient(nobody).session.signOut();
    expect(rows).toEqual([]);
    await openClient(stranger).session.signOut();
    expect(rows).toMatchObject([{ user: 'bernd', operation: 'session.signOut' }]);
  });

  it('is written for each sign-in, and for no more than a thousand refused ones a minute', async () => {
    const { session } = openClient(nobody);
    for (let time = 0; time < 1_100; time += 1)
      await refused(session.signIn({ name: 'bernd', password: 'x' }));
    expect(rows).toHaveLength(1_000);
    await session.signIn({ name: 'anna', password: 'x' });
    expect(rows.at(-1)).toMatchObject({ user: 'anna' });
  });

  it('is written for each name that comes with a call, and strangers use up nothing of what people have', async () => {
    const router = createRouter();
    const names = Array.from({ length: 150 }, (_, number) => `user ${number}`);
    for (const name of names) {
      const credentials = { name, password: 'x' };
      await refused(openClient({ ...nobody, credentials }, router).roles.listRoles());
    }
    expect(rows).toHaveLength(100);
    await refused(openClient(stranger, router).roles.listRoles());
    expect(rows.at(-1)).toMatchObject({ user: 'bernd', result: 'NOT_ALLOWED' });
  });

  it('is written for name and password that came with a call, also where they let nobody in', async () => {
    const credentials = { name: 'bernd', password: 'x' };
    await refused(openClient({ ...nobody, credentials }).roles.listRoles());
    expect(rows).toMatchObject([{ operation: 'roles.listRoles', result: 'NOT_SIGNED_IN' }]);
  });

  it('follows when a stream is over, however it ends', async () => {
    const { mail } = openClient();
    for await (const event of await mail.proveProfile(proveInput('relay'))) expect(event).toBeDefined();
    for await (const event of await mail.proveProfile(proveInput('relay'))) if (event) break;
    const broken = await mail.proveProfile(proveInput('breaks'));
    await broken.next();
    await refused(broken.next());
    expect(rows.map(({ subject, result }) => [subject, result])).toEqual([
      ['relay', 'done'],
      ['relay', 'CANCELLED'],
      ['breaks', 'BUSY'],
    ]);
  });

  it('takes no answer away when it cannot be written', async () => {
    isWritable = false;
    expect(await openClient().roles.createRole({ values })).toMatchObject({ role: { id } });
    expect(logged).toEqual(['operation.called', 'audit.notWritten']);
  });
});
