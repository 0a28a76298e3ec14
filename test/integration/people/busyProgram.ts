import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createApp } from '../../../electron/app.ts';
import { isFailure } from '../../../electron/contract/failures.ts';
import { createInProcessClient } from '../../../electron/hosts/inProcessClient.ts';
import { startingPerson } from '../../../electron/hosts/startingPerson.ts';
import type { Caller } from '../../../electron/services/session/identify.ts';
import { createAlertStore } from '../../../electron/stores/alerts/alertStore.ts';
import { createDatabase } from '../../../electron/stores/database/createDatabase.ts';
import { createLiveSecrets } from '../../../electron/stores/vault/liveSecrets.ts';
import type { Acknowledged } from './acknowledged.ts';

/**
 * Writes into this data folder in every way that people cause, and says what was acknowledged, until it is killed; without
 * one it does nothing.
 */
const [dataDirectory] = process.argv.slice(2);
if (dataDirectory === undefined) process.exit();
const password = 'four plain words here';
const log = { info: () => undefined, error: () => undefined };

const app = await createApp({
  ...{ dataDirectory, log, secrets: createLiveSecrets() },
  ...{ version: 'test', systemLocale: 'en' },
});
const caller: Caller = { startedProgram: true, token: null };
const client = createInProcessClient(app, { ...startingPerson('browser'), caller });
const alerts = createAlertStore(createDatabase({ directory: dataDirectory, now: () => new Date() }).query);

const say = (kind: Acknowledged['kind'], id = ''): void =>
  void writeSync(1, `${JSON.stringify({ kind, id } satisfies Acknowledged)}\n`);

const enter = async (): Promise<void> => {
  if ((await client.session.getSession()).isSetUp) {
    await client.session.signIn({ name: 'admin', password });
    return say('signIn');
  }
  await client.session.createAdministrator({ displayName: 'Anna', mail: null, language: null, password });
  say('administrator');
};

const addUser = async (name: string): Promise<void> => {
  const values = {
    ...{ name, displayName: name, mail: `${name}@corp.example`, language: null },
    ...{ isActive: true, mayUseBasicAuthentication: false },
  };
  say('user', (await client.users.createUser({ values, grants: [], password: null })).id);
};

const addRole = async (name: string): Promise<void> => {
  const values = { name, description: '', permissions: ['mail.view' as const] };
  say('role', (await client.roles.createRole({ values })).role.id);
};

const saveRules = async (): Promise<void> => {
  const { revision, rules } = await client.security.getSignInRules();
  const lockout = { ...rules.lockout, lockSeconds: rules.lockout.lockSeconds === 600 ? 300 : 600 };
  const saved = await client.security.saveSignInRules({ revision, rules: { ...rules, lockout } });
  say('rules', String(saved.revision));
};

/** One machine may ask for so many in an hour: what is refused for that is not acknowledged. */
const askForReset = async (name: string): Promise<void> => {
  try {
    await client.session.requestPasswordReset({ nameOrAddress: name });
    say('reset');
  } catch (error) {
    if (!isFailure(error) || error.code !== 'BUSY') throw error;
  }
};

const raise = async (user: string): Promise<void> => {
  const { id } = await alerts.add({
    ...{ at: Date.now(), severity: 'Warn', component: 'signIn', code: 'userLocked' },
    parameters: { user, machine: 'PC-1' },
  });
  say('alert', String(id));
};

await enter();
for (;;) {
  const name = randomUUID();
  await addUser(name);
  await raise(name);
  await askForReset(name);
  await addRole(name);
  await saveRules();
}
