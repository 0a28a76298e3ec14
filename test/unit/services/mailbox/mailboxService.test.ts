import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailboxContract } from '../../../../electron/contract/mailbox/mailbox.contract.ts';
import { messageSchema } from '../../../../electron/contract/mailbox/mailbox.contract.ts';
import { attachmentName } from '../../../../electron/services/mailbox/attachmentName.ts';
import {
  createMailboxService,
  type MailboxService,
} from '../../../../electron/services/mailbox/mailboxService.ts';
import { withoutProgramMail } from '../../../../electron/services/mailbox/withoutProgramMail.ts';
import { createMessageStore, mailboxLimits } from '../../../../electron/stores/mailbox/messageStore.ts';
import { nestedMessage } from '../../stores/mailbox/nestedMessage.ts';

const envelope = { from: 'console@corp.example', to: ['anna@corp.example'] };

const withParts = (subject: string): Buffer =>
  Buffer.from(
    [
      'From: =?utf-8?q?Z=C3=BCrich?= <console@corp.example>',
      'To: anna@corp.example',
      `Subject: ${subject}`,
      'X-Note: =?utf-8?q?caf=C3=A9?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=outer',
      '',
      '--outer',
      'Content-Type: multipart/alternative; boundary=inner',
      '',
      '--inner',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The reset link is inside.',
      '--inner',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p onclick="steal()">The <b>reset</b> link</p><script>steal()</script>',
      '--inner--',
      '--outer',
      'Content-Type: text/plain; name="..\\\\..\\\\evil.txt"',
      'Content-Disposition: attachment; filename="../../etc/passwd"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('content').toString('base64'),
      '--outer--',
      '',
    ].join('\r\n'),
  );

let directory = '';
let mailbox: MailboxService;
let openForOthers: () => MailboxService;

beforeEach(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'mailbox-'));
  let minute = 0;
  const log = { error: () => undefined };
  const now = () => new Date(Date.UTC(2026, 10, 20, 14, minute++));
  const openStore = () => createMessageStore({ directory, limits: mailboxLimits, now, log });
  const shared = { limits: mailboxLimits, log };
  mailbox = createMailboxService({ store: openStore(), ...shared });
  openForOthers = () => createMailboxService({ store: withoutProgramMail(openStore()), ...shared });
});

afterEach(() => rm(directory, { recursive: true, force: true }));

const list = (search = '', offset = 0, limit = 50) => mailbox.listMessages({ search, offset, limit });

describe('the built-in mailbox', () => {
  it('lists pages, newest first, and counts the unread', async () => {
    for (const subject of ['one', 'two', 'three']) await mailbox.capture(withParts(subject), envelope);
    const page = await list('', 1, 1);
    expect(page).toMatchObject({ total: 3, unread: 3, messages: [{ subject: 'two', attachmentCount: 1 }] });
    await mailbox.markRead(page.messages[0]?.id ?? '');
    expect((await list()).unread).toBe(2);
    expect(mailboxContract.listMessages['~orpc'].outputSchema?.['~standard'].validate(page)).toMatchObject({
      value: page,
    });
  });

  it.each([
    ['ZURICH', 1],
    ['anna@corp', 1],
    ['link reset', 1],
    ['invoice', 1],
    ['nowhere', 0],
  ])('finds %s', async (search, total) => {
    await mailbox.capture(withParts('Invoice 42'), envelope);
    expect((await list(search)).total).toBe(total);
  });

  it('shows headers, text, HTML as sent, and attachments by a safe name', async () => {
    const id = await mailbox.capture(withParts('Reset'), envelope);
    const message = messageSchema.parse(await mailbox.getMessage(id));
    expect(message.headers).toContainEqual({ name: 'X-Note', value: 'café' });
    expect(message.text).toContain('The reset link is inside.');
    expect(message.html).toContain('<script>steal()</script>');
    expect(message.attachments).toEqual([
      { index: 0, fileName: '_.._etc_passwd', mediaType: 'text/plain', sizeBytes: 7 },
    ]);
    expect(await mailbox.getAttachment(id, 0)).toMatchObject({
      base64: Buffer.from('content').toString('base64'),
    });
    await expect(mailbox.getAttachment(id, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives the source and exports it byte for byte', async () => {
    const source = withParts('Reset');
    const id = await mailbox.capture(source, envelope);
    expect((await mailbox.getSource(id)).source).toBe(source.toString());
    expect(await mailbox.exportMessage(id)).toEqual({
      fileName: `${id}.eml`,
      mediaType: 'message/rfc822',
      base64: source.toString('base64'),
    });
  });

  it('shows a message that no parser can read as it lies on disk', async () => {
    const id = await mailbox.capture(nestedMessage, envelope);
    expect(await mailbox.getMessage(id)).toMatchObject({
      summary: { from: envelope.from },
      text: nestedMessage.toString(),
      attachments: [],
    });
  });

  it('says that a message is not there', async () => {
    await expect(mailbox.getMessage('unknown')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await mailbox.removeMessages(['unknown'])).toEqual({ removed: 0 });
  });

  it('keeps, lists and opens whatever bytes it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const id = await mailbox.capture(bytes, envelope);
        messageSchema.parse(await mailbox.getMessage(id));
        expect((await mailbox.exportMessage(id)).base64).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the name of an attachment', () => {
  it.each([
    [null, 'attachment-1'],
    ['', 'attachment-1'],
    ['...', 'attachment-1'],
    ['report.pdf', 'report.pdf'],
    ['C:\\temp\\a.txt', 'C__temp_a.txt'],
    ['con.txt', '_con.txt'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['photo\u061C.exe', 'photo.exe'],
    ['name\r\nX-Header: 1', 'name__X-Header_ 1'],
    [`${'x'.repeat(300)}.docx`, `${'x'.repeat(115)}.docx`],
  ])('%j becomes %j', (sent, name) => {
    expect(attachmentName(sent, 0)).toBe(name);
  });

  it('shows mails of the program to administrators alone, also when their entries were lost', async () => {
    const id = await mailbox.captureOwn(withParts('Code'), envelope);
    await mailbox.capture(withParts('Invoice'), envelope);
    await rm(path.join(directory, `${id}.json`));
    const others = openForOthers();
    const { total, messages } = await others.listMessages({ search: 'reset', offset: 0, limit: 10 });
    expect([total, ...messages.map(({ subject }) => subject)]).toEqual([1, 'Invoice']);
    await expect(others.getMessage(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await list('reset')).total).toBe(2);
  });
});
