import * as files from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import type { RehearsalEvent } from '../../../../electron/contract/notices/rehearsal.ts';
import { createTrustStore } from '../../../../electron/protocols/tls/trustStore.ts';
import type { Noted } from '../../../../electron/services/audit/note.ts';
import { createConnectionLimit } from '../../../../electron/services/mail/proof/connectionLimit.ts';
import type { ResolvedProfile } from '../../../../electron/services/mail/resolvedProfile.ts';
import { createMessageDelivery } from '../../../../electron/services/mail/sendMessage.ts';
import { createCodeMailWriter } from '../../../../electron/services/notices/codeMail.ts';
import { createResetRehearsal } from '../../../../electron/services/notices/resetRehearsal.ts';
import { hashResetCode } from '../../../../electron/services/session/resetCode.ts';
import { parseMessage } from '../../../../electron/stores/mailbox/parseMessage.ts';
import { createNoticeStore } from '../../../../electron/stores/notices/noticeStore.ts';
import { createResetAttemptStore } from '../../../../electron/stores/users/resetAttemptStore.ts';
import { createResetCodeStore } from '../../../../electron/stores/users/resetCodeStore.ts';
import { createUnreachableUserListing } from '../../../../electron/stores/users/unreachableUsers.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../stores/database/temporaryDatabase.ts';
import { addUserRow } from '../../stores/users/peopleRows.ts';
import { everything } from './noticeLab.ts';
import { onlyServers } from '../mail/proof/onlyServers.ts';

const values: ResolvedProfile = {
  ...{ kind: 'capture', name: 'built-in', testRecipient: null },
  from: { address: 'console@corp.example', displayName: 'Console' },
};

let database: TemporaryDatabase;
let stored: string[];
let subjects: string[];
let storeMessage: (source: Uint8Array) => Promise<string>;

const rehearse = async (userId: string, openProfile = async () => values): Promise<RehearsalEvent[]> => {
  const resets = createResetCodeStore(database.query);
  const now = (): number => 1_000_000_000_000;
  const rehearsal = createResetRehearsal({
    ...{ openProfile, findUser: resets.findUserById, now, language: async () => 'en' },
    writeCodeMail: createCodeMailWriter({ resets, now, baseUrl: async () => null }),
    notices: createNoticeStore(database.query),
    attempts: createResetAttemptStore(database.query),
    deliver: createMessageDelivery({
      ...{ storeMessage: (source) => storeMessage(source), files, trustStore: createTrustStore() },
      ...{
        connections: createConnectionLimit(),
        ...onlyServers,
        machineName: 'client',
        now: () => new Date(),
        log: { error: () => undefined },
      },
    }),
  });
  const note = ({ subject }: Noted) => void subjects.push(subject ?? '');
  const request = { userId, by: 'admin', machine: 'OFFICE-1', note };
  const events: RehearsalEvent[] = [];
  for await (const event of rehearsal(request, new AbortController().signal)) events.push(event);
  return events;
};

const stepsOf = (events: readonly RehearsalEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'stepFinished' ? [`${event.step} ${event.problem?.code ?? 'passed'}`] : [],
  );
const log = async () => (await createNoticeStore(database.query).list(everything)).notices;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  stored = [];
  subjects = [];
  storeMessage = async (source) => {
    stored.push((await parseMessage(source)).text ?? '');
    return 'stored';
  };
});

afterEach(() => database.remove());

describe('a rehearsal of a forgotten password', () => {
  it('shows each step, sends a mail whose code works, and is in the log without it', async () => {
    const id = await addUserRow(database.query, { name: 'anna', mail: 'anna@corp.example' });
    const events = await rehearse(id);
    expect(stepsOf(events)).toEqual(['user passed', 'address passed', 'profile passed', 'compose passed']);
    expect(subjects).toEqual(['anna']);
    expect(events.some((event) => event.type === 'delivery' && event.event.type === 'stageFinished')).toBe(
      true,
    );
    const [notice] = await log();
    expect(notice).toMatchObject({
      ...{ kind: 'rehearsal', state: 'delivered', userId: id, toAddress: 'anna@corp.example' },
      lastResult: { outcome: 'accepted', by: 'capture' },
    });
    expect(events.at(-1)).toEqual({ type: 'finished', outcome: 'passed', noticeId: notice?.id });
    const code = /(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}/.exec(stored[0] ?? '')?.[0] ?? 'none';
    expect(JSON.stringify([events, notice])).not.toContain(code);
    const query = await database.query();
    expect(await query.selectFrom('resetCodes').select(['userId', 'codeHash']).execute()).toEqual([
      { userId: id, codeHash: hashResetCode(code) },
    ]);
  });

  it.each([
    ['user passwordKeptElsewhere', { kind: 'directoryUser', mail: 'anna@corp.example' }],
    ['user userInactive', { isActive: 0, mail: 'anna@corp.example' }],
    ['address addressMissing', { mail: null }],
    ['address addressInvalid', { mail: 'anna' }],
  ] as const)('ends where it has to: %s', async (last, changes) => {
    const events = await rehearse(await addUserRow(database.query, { name: 'anna', ...changes }));
    expect(stepsOf(events).at(-1)).toBe(last);
    expect(events.at(-1)).toEqual({ type: 'finished', outcome: 'failed', noticeId: null });
    expect(stored).toEqual([]);
  });

  it('says that no profile is in force, and of nobody that there is nobody', async () => {
    const id = await addUserRow(database.query, { name: 'anna', mail: 'anna@corp.example' });
    const noProfile = async () => {
      throw fail('NOT_FOUND', {});
    };
    expect((await rehearse(id, noProfile)).at(-2)).toMatchObject({
      problem: { code: 'profileUnusable', failure: 'NOT_FOUND' },
    });
    expect(stepsOf(await rehearse('nobody'))).toEqual(['user userUnknown']);
  });

  it('sends no more codes in an hour than asking for one in earnest does', async () => {
    const id = await addUserRow(database.query, { name: 'anna', mail: 'anna@corp.example' });
    for (let count = 0; count < 5; count += 1) await rehearse(id);
    const refused = await rehearse(id);
    expect(stepsOf(refused).at(-1)).toBe('compose tooOften');
    expect(refused.at(-2)).toMatchObject({ problem: { perUser: 5, perMachine: 60 } });
    expect(refused.at(-1)).toEqual({ type: 'finished', outcome: 'failed', noticeId: null });
    expect(stored).toHaveLength(5);
    const other = await addUserRow(database.query, { name: 'bernd', mail: 'bernd@corp.example' });
    expect((await rehearse(other)).at(-1)).toMatchObject({ outcome: 'passed' });
  });

  it('keeps in the log what was wrong, and does not try again', async () => {
    const id = await addUserRow(database.query, { name: 'anna', mail: 'anna@corp.example' });
    storeMessage = async () => {
      throw fail('STORAGE_FAILED', { systemCode: 'ENOSPC', file: 'mailbox' });
    };
    const events = await rehearse(id);
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'failed' });
    expect(await log()).toMatchObject([
      { state: 'failed', lastResult: { outcome: 'refused', stage: 'store', finding: { code: 'diskFull' } } },
    ]);
    expect(await createNoticeStore(database.query).nextAt()).toBeNull();
  });
});

describe('users whom no mail reaches', () => {
  it('are the active local ones without an address', async () => {
    const users = [
      { name: 'well', mail: 'well@corp.example' },
      { name: 'without', mail: null },
      { name: 'wrong', mail: 'wrong@' },
      { name: 'inactive', mail: null, isActive: 0 },
      { name: 'directory', mail: null, kind: 'directoryUser' as const },
    ];
    for (const user of users) await addUserRow(database.query, user);
    const { total, users: found } = await createUnreachableUserListing(database.query).list(1);
    expect({ total, names: found.map(({ name }) => name) }).toEqual({ total: 2, names: ['without'] });
  });
});
