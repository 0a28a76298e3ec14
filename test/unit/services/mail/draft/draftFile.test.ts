import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { profileWriteSchema } from '../../../../../electron/contract/mail/profile.ts';
import { fromDraftFile } from '../../../../../electron/services/mail/draft/draftFile.ts';
import { authorityPem } from '../../../protocols/tls/certificateSamples.ts';

const draft = {
  name: 'head-office',
  kind: 'smtp',
  host: 'mail.corp.example',
  port: 587,
  encryption: 'starttls',
  authentication: { mode: 'none' },
  from: { address: 'console@corp.example' },
};

const password = (from: object) => ({ mode: 'password', username: 'svc', password: from });
const files: Record<string, Buffer> = {
  '/drafts/ca.pem': Buffer.from(authorityPem),
  '/drafts/ca.cer': Buffer.from(authorityPem.replace(/-----[^-]+-----/g, ''), 'base64'),
  '/drafts/powershell.pem': Buffer.from(`\ufeff${authorityPem}`, 'utf16le'),
  '/drafts/notes.txt': Buffer.from('not a certificate'),
};

const readNamed = async (name: string): Promise<Buffer> => {
  const content = files[name];
  if (content) return content;
  throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
};

const surroundings = { environment: {}, signal: new AbortController().signal };
const place = { folder: '/drafts', readFile: readNamed };
const read = (changes: object) =>
  fromDraftFile(JSON.stringify({ ...draft, ...changes }), place, surroundings);

describe('a draft file', () => {
  it('becomes values that fit the contract, with the defaults', async () => {
    const { values, usesVault } = await read({});
    expect(profileWriteSchema.parse(values)).toEqual(values);
    expect(values).toMatchObject({ timeoutMs: 30_000, trust: { mode: 'system' }, from: { displayName: '' } });
    expect(values).toMatchObject({ clientName: null, maxConnections: null });
    expect(usesVault).toBe(false);
  });

  it.each([
    [
      { source: 'value', value: 's3cret' },
      { source: 'vault', secret: { action: 'set', value: 's3cret' } },
      false,
    ],
    [{ source: 'environment', name: 'RELAY' }, { source: 'environment', name: 'RELAY' }, false],
    [{ source: 'vault' }, { source: 'vault', secret: { action: 'keep' } }, true],
  ])('takes a password from %j', async (from, written, usesVault) => {
    const result = await read({ authentication: password(from) });
    expect(result).toMatchObject({ values: { authentication: { password: written } }, usesVault });
  });

  it('takes how many connections there may be at once (U21)', async () => {
    expect((await read({ maxConnections: 1 })).values).toMatchObject({ maxConnections: 1 });
  });

  it('takes null for what is left out, as ConvertTo-Json writes it, and uses no account without sign-in', async () => {
    const empty = {
      trust: null,
      testRecipient: null,
      clientName: null,
      timeoutMs: null,
      maxConnections: null,
      arrival: null,
    };
    const account = { ...password({ source: 'value', value: 's3cret' }), mode: 'none' };
    const given = await read({
      ...empty,
      from: { ...draft.from, displayName: null },
      authentication: account,
    });
    expect(given.values).toEqual((await read({})).values);
  });

  it.each([['ca.pem'], ['ca.cer'], ['powershell.pem'], [authorityPem]])(
    'takes the CA from %.10s',
    async (ca) => {
      expect((await read({ trust: { ca } })).values).toMatchObject({ trust: { mode: 'certificate' } });
    },
  );

  it('can have a mailbox in which the message must arrive', async () => {
    const arrival = {
      protocol: 'imap',
      host: 'imap.corp.example',
      port: 993,
      encryption: 'tls',
      username: 'svc',
    };
    const result = await read({
      arrival: { ...arrival, trust: { ca: 'ca.pem' }, password: { source: 'vault' } },
    });
    expect(profileWriteSchema.parse(result.values)).toEqual(result.values);
    expect(result.usesVault).toBe(true);
  });

  it.each([
    [{ kind: 'capture' }, {}],
    [{ kind: 'pickup' }, { folder: 'C:\\inetpub\\mailroot\\Pickup' }],
  ])('can be of another kind: %j', async (kind, more) => {
    const { name, from } = draft;
    const { values } = await fromDraftFile(
      JSON.stringify({ name, from, ...kind, ...more }),
      place,
      surroundings,
    );
    expect(profileWriteSchema.parse(values)).toMatchObject({ ...kind, ...more, testRecipient: null });
  });

  it.each([
    ['Pickup', '/drafts/Pickup'],
    ['../Pickup', '/Pickup'],
    ['/srv/pickup', '/srv/pickup'],
    [String.raw`\\server\pickup`, String.raw`\\server\pickup`],
  ])('has its pickup folder %s beside it', async (folder, absolute) => {
    const { name, from } = draft;
    const { values } = await fromDraftFile(
      JSON.stringify({ kind: 'pickup', name, from, folder }),
      place,
      surroundings,
    );
    expect(values).toMatchObject({ folder: absolute });
  });

  it.each<[object, (string | number)[], string]>([
    [{ host: 'not a host' }, ['host'], 'hostName'],
    [{ port: 0 }, ['port'], 'tooSmall'],
    [{ port: '25' }, ['port'], 'wrongType'],
    [{ host: '' }, ['host'], 'required'],
    [{ kind: 'smpt' }, ['kind'], 'notAChoice'],
    [{ encryption: 'ssl' }, ['encryption'], 'notAChoice'],
    [{ from: 'console@corp.example' }, ['from'], 'otherType'],
    [{ authentication: { mode: 'login' } }, ['authentication', 'mode'], 'notAChoice'],
    [
      { authentication: password({ source: 'insecure' }) },
      ['authentication', 'password', 'source'],
      'notAChoice',
    ],
    [
      { authentication: password({ source: 'value', value: 'a\0b' }) },
      ['authentication', 'password', 'value'],
      'unusableCharacter',
    ],
    [
      { authentication: { ...password({ source: 'vault' }), username: 'a\nb' } },
      ['authentication', 'username'],
      'controlCharacter',
    ],
    [{ timeoutMs: 99 }, ['timeoutMs'], 'tooSmall'],
    [{ timeoutMs: 600_001 }, ['timeoutMs'], 'tooBig'],
    [{ maxConnections: 0 }, ['maxConnections'], 'tooSmall'],
    [{ maxConnections: 101 }, ['maxConnections'], 'tooBig'],
    [{ from: { address: 'a@b.example\r\nBcc: x@y.example' } }, ['from', 'address'], 'emailAddress'],
    [
      { authentication: { mode: 'password', password: { source: 'vault' } } },
      ['authentication', 'username'],
      'required',
    ],
    [
      {
        authentication: {
          mode: 'password',
          username: 'anna',
          password: { source: 'environment', name: 'NOT A NAME' },
        },
      },
      ['authentication', 'password', 'name'],
      'environmentName',
    ],
    [{ colour: 'red' }, [], 'unknownField'],
    [{ trust: { ca: 'missing.pem' } }, ['trust', 'ca'], 'fileUnreadable'],
    [{ trust: { ca: 'notes.txt' } }, ['trust', 'ca'], 'certificate'],
  ])('is refused at the field: %j', async (changes, at, code) => {
    await expect(read(changes)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: at, code }] },
    });
  });

  it('is taken behind a byte order mark, as editors of Windows put it', async () => {
    const { values } = await fromDraftFile(`\uFEFF${JSON.stringify(draft)}`, place, surroundings);
    expect(values).toMatchObject({ name: draft.name });
  });

  it.each([
    ['"host"', '"host": "other.example", "host"', ['host']],
    ['"mode"', '"mode": "kerberos", "mode"', ['authentication', 'mode']],
  ])('is refused where a field is there twice: %s as %s', async (once, twice, at) => {
    const text = JSON.stringify(draft).replace(once, twice);
    await expect(fromDraftFile(text, place, surroundings)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: at, code: 'givenTwice', parameters: {} }] },
    });
  });

  it.each([
    ['{"password": "s3cret"', 1, 22],
    ['{\n  "password": "s3cret", // mine\n}', 2, 25],
    ['{\n  "password": "s3cret",\n}', 3, 1],
  ])('is refused where it stops to be JSON, without quoting it: %j', async (text, line, column) => {
    await expect(fromDraftFile(text, place, surroundings)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: [], code: 'json', parameters: { line, column } }] },
    });
  });
});

describe('the guide', async () => {
  const guide = await readFile(path.resolve('electron/services/mail/README.md'), 'utf8');
  const shown = [...guide.matchAll(/```json\w*\n(.*?)```/gs)].map(([, text = '']) => text);
  const beside = { ...place, readFile: async () => Buffer.from(authorityPem) };

  it.each(shown)('shows a draft that can be pasted: %s', async (text) => {
    const { values } = await fromDraftFile(text, beside, surroundings);
    expect(profileWriteSchema.parse(values)).toEqual(values);
  });

  it('shows a password and OAuth 2.0', () => {
    for (const mode of ['password', 'oauth2'])
      expect(shown.filter((text) => text.includes(`"mode": "${mode}"`))).not.toEqual([]);
  });
});
