import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../electron/services/mail/resolvedProfile.ts';
import { createBackground } from '../../electron/services/background/background.ts';
import { createMailDuty } from '../../electron/services/background/mailDuty.ts';
import { createMessageDelivery, createMessageSender } from '../../electron/services/mail/sendMessage.ts';
import { createCodeMailWriter } from '../../electron/services/notices/codeMail.ts';
import { createNoticeQueue } from '../../electron/services/notices/noticeQueue.ts';
import { createResetNotices } from '../../electron/services/notices/resetNotices.ts';
import { createResetRehearsal } from '../../electron/services/notices/resetRehearsal.ts';
import { createPasswordReset } from '../../electron/services/session/passwordReset.ts';
import { createPasswordHashing } from '../../electron/services/users/passwords/passwordHashing.ts';
import { createPasswordSetting } from '../../electron/services/users/passwords/passwordSetting.ts';
import { createNoticeStore } from '../../electron/stores/notices/noticeStore.ts';
import { parseMessage } from '../../electron/stores/mailbox/parseMessage.ts';
import { createCredentialStore } from '../../electron/stores/users/credentialStore.ts';
import { createPeopleTransaction } from '../../electron/stores/users/peopleTransaction.ts';
import { createResetAttemptStore } from '../../electron/stores/users/resetAttemptStore.ts';
import { createResetCodeStore } from '../../electron/stores/users/resetCodeStore.ts';
import { type MailLab, startMailLab } from '../lab/mailLab.ts';
import { ensureMailServers } from '../lab/mailServers.ts';
import { createFakeTimer } from '../unit/services/background/fakeTimer.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../unit/stores/database/temporaryDatabase.ts';
import { addUserRow } from '../unit/stores/users/peopleRows.ts';
import { createTestPool, parts, smtpValues } from './mail/proofLab.ts';

const availability = await ensureMailServers();
const office = { door: 'browser', machine: 'OFFICE-1' };
const never = new AbortController().signal;
const everything = { kind: null, state: null, userId: null, offset: 0, limit: 10 } as const;
const hashing = createPasswordHashing();
const codePattern = /(?:[0-9A-Z]{5}-){6}[0-9A-Z]{5}/;

const rules = {
  ...{ mustHaveSpecialCharacters: false, mustHaveLowercase: false, mustHaveUppercase: false },
  ...{ mustHaveDigits: false, minimumLength: 8, expirationDays: 0, previousPasswords: 0 },
  mustChangeOnFirstSignIn: true,
};

describe.skipIf(!availability.available)('a forgotten password', () => {
  let lab: MailLab;
  let database: TemporaryDatabase;
  let aliceId: string;

  beforeAll(async () => {
    lab = await startMailLab();
  });
  afterAll(() => lab.stop());
  beforeEach(async () => {
    database = await openTemporaryDatabase();
    aliceId = await addUserRow(database.query, {
      name: 'alice',
      mail: lab.users.alice.address,
      language: 'fr',
    });
  });
  afterEach(() => database.remove());

  const trust = () => ({ mode: 'certificate', pem: lab.authority.pem }) as const;
  const relay = (): ResolvedSmtp => ({
    ...smtpValues({ port: lab.ports.relay, trust: trust() }),
    arrival: {
      ...{ protocol: 'imap', host: lab.host, port: lab.ports.imaps, encryption: 'tls', trust: trust() },
      authentication: {
        ...{ mode: 'password', mechanism: null, source: 'typed' },
        ...{ userName: 'alice', password: lab.users.alice.password },
      },
    },
  });

  const createServices = (values: ResolvedSmtp, now: () => number = Date.now) => {
    const { query } = database;
    const resets = createResetCodeStore(query);
    const credentials = createCredentialStore(query);
    const notices = createNoticeStore(query);
    const writeCodeMail = createCodeMailWriter({ resets, now, baseUrl: async () => null });
    const send = createMessageSender(parts, createTestPool().pool);
    const queue = createNoticeQueue({
      ...{ notices, now, log: parts.log, composers: createResetNotices({ resets, writeCodeMail }) },
      onUndelivered: async () => undefined,
      openSender: async () => ({
        profile: 'relay',
        kind: 'smtp',
        send: (message, signal) => send(values, message, signal),
      }),
    });
    const attempts = createResetAttemptStore(query);
    const shared = { resets, attempts, now, language: async () => 'en' as const };
    const passwords = createPasswordSetting({
      ...{ credentials, hashing, isCommon: async () => false },
      cost: async () => ({ memoryKib: 8, passes: 1 }),
      rules: async () => rules,
    });
    const reset = createPasswordReset({
      ...{ ...shared, queue, passwords, wake: () => undefined, log: parts.log },
      transact: createPeopleTransaction(query),
    });
    const rehearse = createResetRehearsal({
      ...{ ...shared, notices, writeCodeMail, findUser: resets.findUserById },
      openProfile: async () => values,
      deliver: createMessageDelivery(parts),
    });
    return { queue, reset, rehearse, credentials };
  };

  const readMail = async (messageId: string | null | undefined) => {
    const mail = await lab.mailbox('alice').waitFor({ name: 'Message-ID', value: messageId ?? '' });
    const { text = '' } = await parseMessage(Buffer.from(mail.source));
    return { languages: mail.headers('Content-Language'), code: codePattern.exec(text)?.[0] ?? '' };
  };

  it('is replaced with the code that came by mail', async () => {
    const { queue, reset, credentials } = createServices(relay());
    await reset.request('alice', office);
    await queue.run(never);
    const { notices } = await queue.list(everything);
    expect(notices).toMatchObject([
      { state: 'delivered', result: { outcome: 'accepted', reply: { code: 250 } } },
    ]);
    const { languages, code } = await readMail(notices[0]?.messageId);
    expect(languages).toEqual(['fr']);
    await reset.complete({ name: 'alice', code, newPassword: 'a new password' }, office);
    const [hash = ''] = await credentials.lastOf(aliceId, 1);
    expect(await hashing.verify('a new password', hash)).toBe(true);
    await queue.run(never);
    const [confirmation] = (await queue.list({ ...everything, kind: 'passwordChanged' })).notices;
    expect(await readMail(confirmation?.messageId)).toEqual({ languages: ['fr'], code: '' });
  });

  it('waits when the server postpones the mail, with its finding and its words in the log', async () => {
    const { queue, reset } = createServices({ ...relay(), port: lab.ports.greylist });
    await reset.request('alice', office);
    await queue.run(never);
    expect((await queue.list(everything)).notices).toMatchObject([
      {
        state: 'waiting',
        result: { stage: 'envelope', finding: { code: 'greylisted' }, reply: { code: 450 } },
      },
    ]);
  });

  it('is sent by itself as soon as the relay is there again', async () => {
    const values = { ...relay(), port: 1 };
    const timer = createFakeTimer(Date.now());
    const { queue, reset } = createServices(values, () => timer.now);
    const state = async () => (await queue.list(everything)).notices[0];
    const background = createBackground({
      duties: [createMailDuty({ queueAlerts: async () => undefined, queue, now: () => timer.now })],
      ...{ isReady: database.exists, startTimer: timer.startTimer, now: () => timer.now, log: parts.log },
    });
    await reset.request('alice', office);
    background.start();
    await timer.sleeping();
    expect(await state()).toMatchObject({
      ...{ state: 'waiting', attempts: 1 },
      result: { stage: 'connect', finding: { code: 'connectionRefused' } },
    });
    values.port = lab.ports.relay;
    await timer.goOn();
    await background.stop();
    const delivered = await state();
    expect(delivered).toMatchObject({ state: 'delivered', attempts: 2 });
    expect((await readMail(delivered?.messageId)).code).toMatch(codePattern);
  });

  it('is rehearsed until the mail has arrived', async () => {
    const { rehearse } = createServices(relay());
    const stages: string[] = [];
    let outcome = '';
    const request = { userId: aliceId, by: 'admin', machine: 'OFFICE-1' };
    for await (const event of rehearse(request, never)) {
      if (event.type === 'delivery' && event.event.type === 'stageFinished')
        stages.push(`${event.event.result.stage} ${event.event.result.status}`);
      if (event.type === 'finished') outcome = event.outcome;
    }
    expect(stages.slice(-2)).toEqual(['deliver passed', 'arrive passed']);
    expect(outcome).toBe('passed');
  });
});
