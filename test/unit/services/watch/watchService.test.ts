import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchSchema } from '../../../../electron/contract/watch/watch.ts';
import type { WatchedServer } from '../../../../electron/services/watch/lookAtServer.ts';
import type {
  ServerIdentity,
  ServerSeen,
  WatchedSignIn,
} from '../../../../electron/services/watch/observation.ts';
import type { WatchedDirectory } from '../../../../electron/services/watch/watchedControllers.ts';
import { createWatchDuty } from '../../../../electron/services/watch/watchDuty.ts';
import { createWatchService } from '../../../../electron/services/watch/watchService.ts';
import { createWatchMarkStore } from '../../../../electron/stores/watch/watchMarkStore.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 22);
const never = new AbortController().signal;

const serverNamed = (name: string, kind: WatchedServer['kind'] = 'relay'): WatchedServer => ({
  ...{ key: `${kind}:${name}`, kind, name, profiles: [], trust: { mode: 'system' }, limitMs: 1_000 },
  speech: { protocol: 'smtp', host: name, port: 25, encryption: 'tls', clientName: null },
});
const lasting = (days: number): ServerSeen => ({
  answers: true,
  certificate: { validFrom: start - 365 * day, validTo: start + days * day },
});
const silent: ServerSeen = { answers: false, finding: 'connectionRefused' };
const applicationSecret: WatchedSignIn = {
  ...{ profileId: '1', profileName: 'head-office', name: 'head-office', kind: 'clientSecret' },
  ...{ part: 'authentication', secretId: 'a', expiresAt: start + day, lastUsedAt: null, isReadable: true },
};

let database: TemporaryDatabase;
let clock: number;
let relays: WatchedServer[];
let directory: WatchedDirectory | null;
let named: ServerIdentity[];
let signIns: WatchedSignIn[];
let seen: Record<string, ServerSeen[]>;
let told: string[];
let pauses: number;
let problems: string[];

beforeEach(async () => {
  database = await openTemporaryDatabase();
  clock = start;
  relays = [];
  directory = null;
  named = [];
  signIns = [];
  seen = {};
  told = [];
  pauses = 0;
  problems = [];
});
afterEach(() => database.remove());

/** A program on the data folder; the last thing that is prepared for a server is seen again and again. */
const createProgram = () =>
  createWatchService({
    relays: async () => relays,
    directory: async () => directory,
    namedInDirectory: async () => named,
    signIns: async () => signIns,
    look: async ({ name }) => {
      const prepared = seen[name] ?? [];
      return (prepared.length > 1 ? prepared.shift() : prepared[0]) ?? silent;
    },
    marks: createWatchMarkStore(database.query),
    raise: async (alert) => {
      told.push(`${alert.code} ${alert.parameters['server'] ?? alert.parameters['profile']}`);
      return { ...alert, id: told.length, at: clock };
    },
    pause: async () => void (pauses += 1),
    isKept: database.exists,
    now: () => clock,
    log: { error: (event, { id }) => void problems.push(`${event} ${String(id)}`) },
  });

it('has seen nothing before the first look, and makes no database for that', async () => {
  await database.makeAbsent();
  expect(await createProgram().getLast()).toEqual({ checkedAt: null, things: [] });
  expect(await database.exists()).toBe(false);
});

it('gives what it saw, the worst first, also to another program', async () => {
  relays = [serverNamed('fine'), serverNamed('soon'), serverNamed('dead'), serverNamed('over')];
  seen = { fine: [lasting(200)], soon: [lasting(13.5)], over: [lasting(-1)] };
  const watch = await createProgram().run(never);
  expect(watch.things.map(({ name, state, daysLeft }) => [name, state, daysLeft])).toEqual([
    ['over', 'expired', -1],
    ['dead', 'silent', null],
    ['soon', 'expiring', 14],
    ['fine', 'well', 200],
  ]);
  expect(await createProgram().getLast()).toEqual(watch);
});

it('gives a password no day on which it ends', async () => {
  signIns = [{ ...applicationSecret, kind: 'password', expiresAt: null }];
  const { things } = await createProgram().run(never);
  expect(things).toMatchObject([
    { state: 'well', since: '2026-11-22T00:00:00.000Z', endsAt: null, daysLeft: null },
  ]);
});

it('lists what came into force since the last look as not looked at', async () => {
  relays = [serverNamed('first')];
  seen = { first: [lasting(200)], second: [lasting(100)] };
  const program = createProgram();
  const inForce = async () =>
    (await program.getLast()).things.map(({ name, state, checkedAt }) => [name, state, checkedAt === null]);
  expect(await inForce()).toEqual([['first', 'unseen', true]]);
  await program.run(never);
  relays.push(serverNamed('second'));
  expect(await inForce()).toEqual([
    ['second', 'unseen', true],
    ['first', 'well', false],
  ]);
  await program.run(never);
  expect((await inForce()).map(([, state]) => state)).toEqual(['well', 'well']);
});

it('lists what the settings name of a directory, until it is looked at or in force no more', async () => {
  const domain = { key: 'domain:corp.example', kind: 'domain', name: 'corp.example', profiles: [] } as const;
  named = [domain];
  const program = createProgram();
  const listed = async () => (await program.getLast()).things.map(({ name, state }) => [name, state]);
  expect(await listed()).toEqual([['corp.example', 'unseen']]);
  named = [];
  expect(await listed()).toEqual([]);
  named = [domain];
  directory = {
    domain: { server: domain, seen: { answers: true, certificate: null } },
    controllers: [serverNamed('dc1', 'controller')],
  };
  seen = { dc1: [lasting(200)] };
  await program.run(never);
  expect(await listed()).toEqual([
    ['dc1', 'well'],
    ['corp.example', 'well'],
  ]);
});

it('lists a secret that nobody has looked at once, below what is due', async () => {
  relays = [serverNamed('dead'), serverNamed('fine')];
  seen = { fine: [lasting(200)] };
  const program = createProgram();
  await program.run(never);
  signIns = [applicationSecret];
  const listed = async () =>
    (await program.getLast()).things.map(({ name, kind, state }) => [name, kind, state]);
  expect(await listed()).toEqual([
    ['dead', 'relay', 'silent'],
    ['head-office', 'clientSecret', 'unseen'],
    ['fine', 'relay', 'well'],
  ]);
  expect((await program.getLast()).things[1]).toMatchObject({ profiles: ['head-office'], daysLeft: null });
  await program.run(never);
  expect((await listed()).filter(([, kind]) => kind === 'clientSecret')).toEqual([
    ['head-office', 'clientSecret', 'expiring'],
  ]);
});

it('takes no clock that was put forward and back for a renewal', async () => {
  relays = [serverNamed('relay')];
  seen = { relay: [lasting(100)] };
  const program = createProgram();
  clock = start + 365 * day;
  await program.run(never);
  clock = start;
  await program.run(never);
  expect(told).toEqual(['certificateExpired relay']);
  clock = start + 93 * day;
  await program.run(never);
  expect(told.slice(1)).toEqual(['certificateExpiring relay']);
});

it('looks again at who was silent, and takes only the second time for an alarm', async () => {
  relays = [serverNamed('slow'), serverNamed('dead')];
  seen = { slow: [silent, lasting(200)] };
  await createProgram().run(never);
  expect(pauses).toBe(1);
  expect(told).toEqual(['serverSilent dead']);
});

it('tells once, however many programs look and however often they start', async () => {
  relays = [serverNamed('soon')];
  seen = { soon: [lasting(6)] };
  await Promise.all([createProgram().run(never), createProgram().run(never)]);
  await createProgram().run(never);
  expect(told).toEqual(['certificateExpiring soon']);
});

it('forgets what is watched no more without a word', async () => {
  relays = [serverNamed('gone'), serverNamed('stays')];
  seen = { gone: [lasting(3)], stays: [lasting(200)] };
  const program = createProgram();
  await program.run(never);
  relays = relays.slice(1);
  told = [];
  expect((await program.run(never)).things.map(({ name }) => name)).toEqual(['stays']);
  expect(told).toEqual([]);
});

it('keeps controllers while DNS does not name them', async () => {
  const domain = { key: 'domain:corp.example', kind: 'domain', name: 'corp.example', profiles: [] } as const;
  directory = {
    domain: { server: domain, seen: { answers: true, certificate: null } },
    controllers: [serverNamed('dc1', 'controller')],
  };
  seen = { dc1: [lasting(200)] };
  const program = createProgram();
  await program.run(never);
  directory = { domain: { server: domain, seen: silent }, controllers: [] };
  const { things } = await program.run(never);
  expect(things.map(({ name, state }) => [name, state])).toEqual([
    ['corp.example', 'silent'],
    ['dc1', 'well'],
  ]);
});

it('watches secrets beside servers', async () => {
  signIns = [applicationSecret];
  expect((await createProgram().run(never)).things).toMatchObject([
    { kind: 'clientSecret', name: 'head-office', state: 'expiring', daysLeft: 1 },
  ]);
  expect(told).toEqual(['credentialExpiring head-office']);
});

it.each([
  ['after the year 9999', '9999-12-31T23:59:59.999Z', Date.parse('9999-12-31') + day],
  ['on no day that can be read', null, Number.NaN],
])('gives the others beside a secret that ends %s', async (_, endsAt, expiresAt) => {
  const odd = { ...applicationSecret, name: 'odd', profileId: '2', expiresAt };
  signIns = [odd, applicationSecret];
  const watch = watchSchema.parse(await createProgram().run(never));
  expect(watch.things.map(({ name, state }) => [name, state])).toEqual([
    ['head-office', 'expiring'],
    ['odd', 'well'],
  ]);
  expect(watch.things[1]?.endsAt).toBe(endsAt);
});

it('judges the others beside a server that cannot be judged', async () => {
  relays = [serverNamed('broken'), serverNamed('soon')];
  const broken: ServerSeen = {
    answers: true,
    get certificate(): never {
      throw new RangeError('Invalid time value');
    },
  };
  seen = { broken: [broken], soon: [lasting(6)] };
  await createProgram().run(never);
  expect(told).toEqual(['certificateExpiring soon']);
  expect(problems).toEqual(['watch.lookBroke relay:broken']);
});

it('tells a certificate that lives shortly from one that has come into its last days since the last look', async () => {
  relays = [serverNamed('short'), serverNamed('long')];
  const short: ServerSeen = {
    answers: true,
    certificate: { validFrom: start - day, validTo: start + 29 * day },
  };
  seen = { short: [short], long: [lasting(30.5)] };
  const program = createProgram();
  await program.run(never);
  clock += day;
  const { things } = await program.getLast();
  expect(things.map(({ name, daysLeft, isShortLived }) => [name, daysLeft, isShortLived])).toEqual([
    ['short', 28, true],
    ['long', 30, false],
  ]);
});

it('keeps what it saw of a sign-in while that cannot be read, and lists none that nobody has seen', async () => {
  const token: WatchedSignIn = { ...applicationSecret, kind: 'refreshToken', secretId: null };
  const unreadable: WatchedSignIn = { ...token, expiresAt: null, isReadable: false };
  signIns = [unreadable];
  const program = createProgram();
  expect((await program.getLast()).things).toEqual([]);
  expect((await program.run(never)).things).toEqual([]);
  signIns = [{ ...token, expiresAt: null, lastUsedAt: start - 80 * day }];
  const seenBefore = await program.run(never);
  expect(seenBefore.things).toMatchObject([{ kind: 'refreshToken', state: 'expiring', daysLeft: 10 }]);
  signIns = [unreadable];
  expect(await program.run(never)).toEqual(seenBefore);
  signIns = [];
  expect((await program.run(never)).things).toEqual([]);
});

it('breaks off for who leaves, and at the end of the program', async () => {
  relays = [serverNamed('dead')];
  const left = new AbortController();
  left.abort(new Error('left'));
  await expect(createProgram().run(left.signal)).rejects.toThrow('left');
  const ended = createProgram();
  await ended.stop();
  await expect(ended.run(never)).rejects.toThrow();
  expect(told).toEqual([]);
});

it('is a duty of each start and each day', async () => {
  let looks = 0;
  const watch = {
    run: async () => {
      looks += 1;
      return { checkedAt: null, things: [] };
    },
  };
  const duty = createWatchDuty({ watch, now: () => clock });
  expect(await duty.run(never)).toBe(start + day);
  clock += day - 1;
  expect(await duty.run(never)).toBe(start + day);
  expect(looks).toBe(1);
  clock += 1;
  expect(await duty.run(never)).toBe(start + 2 * day);
  clock -= 10 * day;
  await duty.run(never);
  expect(looks).toBe(3);
});
