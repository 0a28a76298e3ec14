import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailProver } from '../../../electron/services/mail/profileProving.ts';
import type { ResolvedClient } from '../../../electron/services/oauth/resolvedClient.ts';
import { ensureMailServers } from '../../lab/mailServers.ts';
import { failureOf, seeProof, smtpValues } from './proofLab.ts';
import { applicationFor } from './tokenLab.ts';
import { startTokenMailLab, type TokenMailLab } from './tokenMailLab.ts';

const availability = await ensureMailServers();

describe.skipIf(!availability.available)('a mailbox that is looked into with a token', () => {
  let started: TokenMailLab;
  let mail: TokenMailLab['mail'];
  let lab: TokenMailLab['lab'];
  let refused: TokenMailLab['refused'];
  let taken: TokenMailLab['taken'];
  let run: MailProver;

  beforeAll(async () => {
    started = await startTokenMailLab();
    ({ mail, lab, refused, taken } = started);
  });
  afterAll(() => started.stop());
  beforeEach(() => {
    started.forget();
    run = lab.createRun();
  });

  const ports = { imap: 'imaps', pop3: 'pop3s' } as const;

  /** Sends without a sign-in: the mailbox alone needs a token. */
  const lookAt = (
    protocol: 'imap' | 'pop3',
    grant: ResolvedClient['grant'],
    place: ResolvedClient['place'] = applicationFor(grant).place,
  ) => {
    const trust = { mode: 'certificate', pem: mail.authority.pem } as const;
    const client = { ...applicationFor(grant), place };
    const values = smtpValues({
      ...{ host: mail.host, port: mail.ports.relay, encryption: 'none', trust },
      from: { address: mail.users.bob.address, displayName: '' },
      testRecipient: mail.users.bob.address,
      arrival: {
        ...{ protocol, host: mail.host, port: mail.ports[ports[protocol]], encryption: 'tls', trust },
        authentication: { mode: 'oauth2', userName: 'bob', mechanism: null, client },
      },
    });
    return seeProof(values, { run, onEvent: lab.attend, until: 'arrive' });
  };

  it.each([
    ['imap', { flow: 'clientCredentials' }],
    ['imap', { flow: 'authorizationCode' }],
    ['pop3', { flow: 'clientCredentials' }],
    ['pop3', { flow: 'authorizationCode' }],
  ] as const)('finds the message: %s, %o', async (protocol, grant) => {
    const proof = await lookAt(protocol, grant);
    expect(failureOf(proof)).toBe('undefined undefined');
    expect(proof.course.at(-1)).toBe('arrive passed');
  });

  it('is signed in to once more with a new token where a kept one is refused', async () => {
    await lookAt('imap', { flow: 'clientCredentials' });
    for (const token of taken) refused.add(token);
    const proof = await lookAt('imap', { flow: 'clientCredentials' });
    expect(proof.outcome).toBe('passed');
    expect(proof.transcript.some(({ text }) => text.startsWith('↻'))).toBe(true);
  });

  it.each(['imap', 'pop3'] as const)('says of a token that no password was wrong: %s', async (protocol) => {
    const verify = lab.server.verify;
    lab.server.verify = async () => null;
    const person = await lookAt(protocol, { flow: 'authorizationCode' });
    const application = await lookAt(protocol, { flow: 'clientCredentials' });
    lab.server.verify = verify;
    expect(failureOf(person)).toBe('arrive mailboxTokenRefused');
    expect(failureOf(application)).toBe('arrive mailboxApplicationNotAdmitted');
    const { parameters, command } = application.failed?.finding ?? {};
    expect(parameters).toMatchObject({ mailbox: 'bob' });
    expect(command).toContain('Add-MailboxPermission bob');
  });
});
