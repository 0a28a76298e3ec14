import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ResolvedSmtp } from '../../../electron/services/mail/resolvedProfile.ts';
import { createMessageSender } from '../../../electron/services/mail/sendMessage.ts';
import { labRecipients } from '../../lab/identities.ts';
import { type LabPortName, type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { createTestPool, parts, signIn, smtpValues } from './proofLab.ts';

const availability = await ensureMailServers();
const never = new AbortController().signal;

describe.skipIf(!availability.available)('mails over kept connections to Postfix', () => {
  let lab: MailLab;
  beforeAll(async () => {
    lab = await startMailLab();
  });
  afterAll(() => lab.stop());

  const at = (port: LabPortName, changes: Partial<ResolvedSmtp>): ResolvedSmtp =>
    smtpValues({
      ...{ port: lab.ports[port], trust: { mode: 'certificate', pem: lab.authority.pem } },
      authentication: signIn('bob', lab.users.bob.password),
      ...changes,
    });
  const createSender = () => {
    const { pool } = createTestPool();
    const sender = createMessageSender(parts, pool);
    const send = (values: ResolvedSmtp, to = lab.users.alice.address) =>
      sender(values, { to: [to], subject: 'S', text: 'T', language: 'en' }, never);
    return { pool, send };
  };
  /** What Postfix counts for each connection that has ended at a port. */
  const connectionsAt = (port: LabPortName): string[] =>
    lab.logs.postfix
      .lines()
      .flatMap(
        (line) =>
          new RegExp(`postfix/${port}/smtpd.*: disconnect from \\S+ (.*) commands=`).exec(line)?.[1] ?? [],
      );

  it('go one after the other over one, also after one was refused', async () => {
    const { pool, send } = createSender();
    const values = at('submission', { encryption: 'starttls' });
    await send(values);
    await send(values);
    await expect(send(values, labRecipients.refused)).rejects.toMatchObject({ stage: 'envelope' });
    const { messageId } = await send(values);
    await pool.close();
    await expect.poll(() => connectionsAt('submission')).toHaveLength(2);
    expect(connectionsAt('submission')).toEqual([
      'ehlo=2 starttls=1 auth=1 mail=3 rcpt=2/3 data=2 rset=2 quit=1',
      'ehlo=2 starttls=1 auth=1 mail=1 rcpt=1 data=1 quit=1',
    ]);
    await lab.mailbox('alice').waitFor({ name: 'Message-ID', value: messageId });
  });

  it('share as many as the profile allows, each mail arriving once', async () => {
    const { pool, send } = createSender();
    const values = at('smtps', { encryption: 'tls', maxConnections: 2 });
    const sent = await Promise.all(Array.from({ length: 20 }, () => send(values, lab.users.bob.address)));
    await pool.close();
    await expect.poll(() => connectionsAt('smtps')).toHaveLength(2);
    const awaited = sent.map(({ messageId }) => messageId);
    await Promise.all(awaited.map((value) => lab.mailbox('bob').waitFor({ name: 'Message-ID', value })));
    const arrived = lab
      .mailbox('bob')
      .read()
      .flatMap((mail) => mail.headers('Message-ID'));
    expect(arrived.toSorted()).toEqual(awaited.toSorted());
  });
});
