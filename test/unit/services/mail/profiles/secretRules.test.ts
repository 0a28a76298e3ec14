import { describe, expect, it } from 'vitest';
import type { ProfileWrite, SmtpWrite } from '../../../../../electron/contract/mail/profile.ts';
import type { PasswordWrite } from '../../../../../electron/contract/mail/secret.ts';
import {
  type MailAccount,
  type MailServer,
  mailTarget,
} from '../../../../../electron/services/mail/profiles/mailTarget.ts';
import * as secretTarget from '../../../../../electron/services/secrets/secretTarget.ts';
import { arrivalWrite, createProfileLab, keptSignIn, smtpWrite, tokenSignIn } from './profileLab.ts';

type ExchangeWrite = Extract<ProfileWrite, { kind: 'exchange' }>;
type Target = MailServer & MailAccount;

const targetText = (target: Target): string => secretTarget.targetText(mailTarget(target, target));
const mayKeep = (stored: Target, next: Target): boolean =>
  secretTarget.mayKeep(mailTarget(stored, stored), mailTarget(next, next));

const target: Target = {
  ...{ way: 'password', domain: '', hidden: false },
  protocol: 'smtp',
  host: 'mail.corp.example',
  port: 587,
  userName: { source: 'value', value: 'alice' },
  encryption: 'starttls',
};

describe('the target of a secret', () => {
  it('is the same for the same server, however its name is spelled', () => {
    expect(targetText({ ...target, host: 'Mail.CORP.example.' })).toBe(targetText(target));
    expect(targetText({ ...target, host: 'münchen.example' })).toBe(
      targetText({ ...target, host: 'xn--mnchen-3ya.example' }),
    );
    expect(targetText({ ...target, encryption: 'tls' })).toBe(targetText(target));
  });

  it.each<[string, Partial<Target>]>([
    ['way to sign in', { way: 'ntlm' }],
    ['domain', { domain: 'OTHER' }],
    ['host', { host: 'evil.example' }],
    ['port', { port: 2525 }],
    ['user name', { userName: { source: 'value', value: 'bob' } }],
    ['source of the user name', { userName: { source: 'environment', name: 'alice' } }],
    ['protocol', { protocol: 'imap' }],
    ['encryption to none', { encryption: 'none' }],
    ['encryption to one that an attacker can strip', { encryption: 'starttlsIfOffered' }],
  ])('is another one with another %s', (_, change) => {
    expect(mayKeep(target, { ...target, ...change })).toBe(false);
    expect(targetText({ ...target, ...change })).not.toBe(targetText(target));
  });

  it('may become better protected', () => {
    expect(mayKeep({ ...target, encryption: 'none' }, target)).toBe(true);
    expect(mayKeep({ ...target, encryption: 'none' }, { ...target, encryption: 'none', hidden: true })).toBe(
      true,
    );
  });

  it('may not lose the mechanism that hides it in the clear', () => {
    const hidden: Target = { ...target, encryption: 'none', hidden: true };
    expect(mayKeep(hidden, { ...hidden, hidden: false })).toBe(false);
  });
});

describe('keeping a password', () => {
  const changes: [string, Partial<SmtpWrite>][] = [
    ['host', { host: 'evil.example' }],
    ['port', { port: 25 }],
    ['encryption', { encryption: 'none' }],
  ];

  it.each(changes)('is refused for another %s, when proving and when saving', async (_, change) => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const values = smtpWrite({ ...change, authentication: keptSignIn() });
    const refusal = { code: 'SECRET_REQUIRED', data: { path: ['authentication', 'password'] } };
    await expect(lab.service.resolveProfile({ id, values })).rejects.toMatchObject(refusal);
    await expect(lab.saveDraft(values, id)).rejects.toMatchObject(refusal);
  });

  it('is refused for a profile that has none, or has it from elsewhere', async () => {
    const lab = createProfileLab();
    const values = smtpWrite({ authentication: keptSignIn() });
    const refusal = { code: 'SECRET_REQUIRED' };
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject(refusal);
    const id = await lab.proveAndSave(smtpWrite());
    const fromElsewhere = smtpWrite({ authentication: keptSignIn('insecure') });
    await expect(lab.service.resolveProfile({ id, values: fromElsewhere })).rejects.toMatchObject(refusal);
  });

  it('binds it to the better protected target', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite({ encryption: 'none' }));
    const [before] = [...lab.vault.records.keys()].filter((path) => path.includes(id));
    await lab.proveAndSave(smtpWrite({ authentication: keptSignIn() }), id);
    const after = [...lab.vault.records].filter(([path]) => path.includes(id));
    expect(after.map(([, { value }]) => value)).toEqual(['first-password']);
    expect(after.map(([path]) => path)).not.toContain(before);
    await lab.service.resolveActive(id);
  });

  it('has rules of its own for the mailbox in which the message must arrive', async () => {
    const lab = createProfileLab();
    const arrival: NonNullable<SmtpWrite['arrival']> = {
      protocol: 'imap',
      host: 'imap.corp.example',
      port: 993,
      encryption: 'tls',
      trust: { mode: 'system' },
      authentication: {
        ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'alice' } },
        password: { source: 'vault', secret: { action: 'set', value: 'mailbox-password' } },
      },
    };
    const id = await lab.proveAndSave(smtpWrite({ arrival }));
    expect(lab.secretsOf(id).sort()).toEqual(['first-password', 'mailbox-password']);
    const kept: typeof arrival = {
      ...arrival,
      authentication: {
        ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'alice' } },
        password: { source: 'vault', secret: { action: 'keep' } },
      },
    };
    const moved = smtpWrite({ authentication: keptSignIn(), arrival: { ...kept, host: 'evil.example' } });
    await expect(lab.service.resolveProfile({ id, values: moved })).rejects.toMatchObject({
      code: 'SECRET_REQUIRED',
      data: { path: ['arrival', 'authentication', 'password'] },
    });
    const resolved = await lab.service.resolveProfile({
      id,
      values: smtpWrite({ authentication: keptSignIn(), arrival: kept }),
    });
    expect(resolved).toMatchObject({
      arrival: { authentication: { userName: 'alice', password: 'mailbox-password' } },
    });
  });

  it('means the draft before what is in force, unless it is asked otherwise', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(smtpWrite());
    const retyped = smtpWrite({
      authentication: {
        mode: 'password',
        mechanism: null,
        userName: { source: 'value', value: 'alice' },
        password: { source: 'vault', secret: { action: 'set', value: 'draft-password' } },
      },
    });
    await lab.saveDraft(retyped, id);
    const values = smtpWrite({ authentication: keptSignIn() });
    const passwordFor = async (keepFrom?: 'active' | 'draft') =>
      lab.service.resolveProfile({ id, values, keepFrom });
    expect(await passwordFor()).toMatchObject({ authentication: { password: 'draft-password' } });
    expect(await passwordFor('active')).toMatchObject({ authentication: { password: 'first-password' } });
  });
});

describe('keeping the secret of an application', () => {
  const typed = (value: string) => ({ source: 'vault', secret: { action: 'set', value } }) as const;
  const kept = { source: 'vault', secret: { action: 'keep' } } as const;
  const bySecret = (secret: PasswordWrite) =>
    tokenSignIn({
      proof: { kind: 'secret', secret, expiresOn: null },
      grant: { flow: 'clientCredentials' },
    });
  const byPassword = (password: PasswordWrite) =>
    tokenSignIn({ grant: { flow: 'ropc', userName: { source: 'value', value: 'alice' }, password } });
  const exchange = (changes: Partial<ExchangeWrite>): ExchangeWrite => ({
    ...{ kind: 'exchange', name: 'office', from: { address: 'box@corp.example', displayName: '' } },
    ...{ testRecipient: null, url: 'https://mail.corp.example/EWS/Exchange.asmx', timeoutMs: 30_000 },
    ...{ exchangeVersion: '2013', trust: { mode: 'system' }, authentication: bySecret(kept) },
    ...changes,
  });

  const changes: [string, Partial<SmtpWrite>][] = [
    ['host', { host: 'evil.example' }],
    ['port', { port: 25 }],
    ['encryption', { encryption: 'none' }],
  ];
  const ways: [string, (secret: PasswordWrite) => ReturnType<typeof tokenSignIn>, string[]][] = [
    ['its own one', bySecret, ['proof', 'secret']],
    ['a password', byPassword, ['grant', 'password']],
  ];
  const rows = ways.flatMap(([way, signIn, path]) =>
    changes.map(([what, change]) => [way, what, { signIn, path, change }] as const),
  );

  it.each(rows)(
    '%s, is refused for another %s of the mail server',
    async (_, __, { signIn, path, change }) => {
      const lab = createProfileLab();
      const id = await lab.proveAndSave(smtpWrite({ authentication: signIn(typed('Planted~Secret')) }));
      const again = { authentication: signIn(kept) };
      await expect(lab.service.resolveProfile({ id, values: smtpWrite(again) })).resolves.toBeDefined();
      const values = smtpWrite({ ...again, ...change });
      const refusal = { code: 'SECRET_REQUIRED', data: { path: ['authentication', 'client', ...path] } };
      await expect(lab.service.resolveProfile({ id, values })).rejects.toMatchObject(refusal);
      await expect(lab.saveDraft(values, id)).rejects.toMatchObject(refusal);
    },
  );

  it('is refused for another mailbox to look into', async () => {
    const lab = createProfileLab();
    const arrival = { ...arrivalWrite, authentication: bySecret(typed('Planted~Secret')) };
    const id = await lab.proveAndSave(smtpWrite({ arrival }));
    const moved = { ...arrivalWrite, authentication: bySecret(kept), host: 'evil.example' };
    const values = smtpWrite({ authentication: keptSignIn(), arrival: moved });
    await expect(lab.service.resolveProfile({ id, values })).rejects.toMatchObject({
      code: 'SECRET_REQUIRED',
      data: { path: ['arrival', 'authentication', 'client', 'proof', 'secret'] },
    });
  });

  it('is refused for another address of Exchange', async () => {
    const lab = createProfileLab();
    const id = await lab.proveAndSave(exchange({ authentication: bySecret(typed('Planted~Secret')) }));
    await expect(lab.service.resolveProfile({ id, values: exchange({}) })).resolves.toBeDefined();
    for (const host of ['evil.example', 'mail.corp.example:8443']) {
      const values = exchange({ url: `https://${host}/EWS/Exchange.asmx` });
      const refusal = { code: 'SECRET_REQUIRED' };
      await expect(lab.service.resolveProfile({ id, values })).rejects.toMatchObject(refusal);
    }
  });
});

describe('a variable of the environment', () => {
  const values = smtpWrite({
    authentication: {
      mode: 'password',
      mechanism: null,
      userName: { source: 'environment', name: 'RELAY_USER' },
      password: { source: 'environment', name: 'RELAY_PASSWORD' },
    },
  });

  it('gives user name and password', async () => {
    const lab = createProfileLab({ RELAY_USER: 'svc', RELAY_PASSWORD: 'from-outside' });
    expect(await lab.service.resolveProfile({ id: null, values })).toMatchObject({
      authentication: { userName: 'svc', password: 'from-outside', source: 'environment' },
    });
  });

  it.each([
    [{ RELAY_USER: 'svc' }, ['authentication', 'password', 'name'], 'RELAY_PASSWORD'],
    [{ RELAY_PASSWORD: 'from-outside' }, ['authentication', 'userName', 'name'], 'RELAY_USER'],
  ])('that is missing is named at its field', async (environment, path, name) => {
    const lab = createProfileLab(environment);
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path, code: 'environmentMissing', parameters: { name } }] },
    });
  });

  it.each([
    [{ RELAY_USER: 'u'.repeat(40_000), RELAY_PASSWORD: 'p' }, ['authentication', 'userName', 'name'], 512],
    [
      { RELAY_USER: 'svc', RELAY_PASSWORD: 'p'.repeat(20_000) },
      ['authentication', 'password', 'name'],
      16_384,
    ],
  ])('that is longer than what may be typed is refused at its field', async (environment, path, limit) => {
    const lab = createProfileLab(environment);
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path, code: 'tooLong', parameters: { limit } }] },
    });
  });

  it.each([
    [{ RELAY_USER: 'svc', RELAY_PASSWORD: 'two\nlines' }, ['authentication', 'password', 'name']],
    [{ RELAY_USER: 'svc', RELAY_PASSWORD: 'line\r' }, ['authentication', 'password', 'name']],
    [{ RELAY_USER: 'svc\0', RELAY_PASSWORD: 'from-outside' }, ['authentication', 'userName', 'name']],
  ])('that cannot be sent in one line is refused at its field: %j', async (environment, path) => {
    const lab = createProfileLab(environment);
    await expect(lab.service.resolveProfile({ id: null, values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path, code: 'controlCharacter' }] },
    });
  });
});

describe('a password of more than one line', () => {
  it('that was typed or is in a draft file is refused at its field', async () => {
    const secret = { action: 'set', value: 'two\nlines' } as const;
    const values = smtpWrite({
      arrival: {
        ...arrivalWrite,
        authentication: {
          ...{ mode: 'password', mechanism: null, userName: { source: 'value', value: 'bob' } },
          password: { source: 'vault', secret },
        },
      },
    });
    await expect(createProfileLab().service.resolveProfile({ id: null, values })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['arrival', 'authentication', 'password'], code: 'controlCharacter' }] },
    });
  });
});
