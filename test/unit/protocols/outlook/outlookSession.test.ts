import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { OutlookError, OutlookUnavailable } from '../../../../electron/protocols/outlook/outlookError.ts';
import {
  chooseOutlookMailbox,
  listOutlookMailboxes,
} from '../../../../electron/protocols/outlook/outlookMailboxes.ts';
import { openOutlook } from '../../../../electron/protocols/outlook/outlookSession.ts';
import { sendThroughOutlook } from '../../../../electron/protocols/outlook/sendThroughOutlook.ts';
import { type Recorded, recorded, windowsThatSays } from './recordedOutlook.ts';

const signal = new AbortController().signal;
const scriptFile = new URL('../../../../electron/protocols/outlook/outlook.ps1', import.meta.url);

const errorOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

const faultOf = async (work: Promise<unknown>) => {
  const error = await errorOf(work);
  return error instanceof OutlookError ? { ...error.fault, words: error.words } : error;
};

const open = async (...then: readonly Recorded[]) => {
  const { parts, starts } = windowsThatSays('opened', ...then);
  return { session: await openOutlook(parts, signal), starts };
};

const message = {
  ...{ mailbox: null, from: 'anna@corp.example', to: ['bob@corp.example'] },
  ...{ subject: 'Grüße "; Remove-Item', text: 'Zürich\n$(whoami) 🙂\r\n', html: null, limitMs: 30_000 },
};

describe('Outlook', () => {
  it('is driven by Windows’ own PowerShell with a constant script and the request on standard input', async () => {
    const { session, starts } = await open('sent');
    expect(session).toMatchObject({ version: '16.0.0.18025', profile: 'Outlook' });
    await sendThroughOutlook(session, message, signal);
    const [first, second] = starts;
    expect(first?.program).toBe('D:\\WinNT\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(second?.args).toEqual(first?.args);
    const script = Buffer.from(first?.args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(script).toBe(await readFile(scriptFile, 'utf8'));
    expect(first?.input).toBe('{"operation":"open"}\n');
  });

  it('is given a request that no code page can change', async () => {
    const { session, starts } = await open('sent');
    expect(await sendThroughOutlook(session, message, signal)).toEqual({ waitedMs: 1503, onBehalf: false });
    const input = starts[1]?.input ?? '';
    expect(input).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(input)).toEqual({
      ...{ operation: 'send', store: null, from: 'anna@corp.example', to: ['bob@corp.example'] },
      ...{ subject: 'Grüße "; Remove-Item', text: 'Zürich\r\n$(whoami) 🙂\r\n', html: null, limitMs: 30_000 },
    });
  });

  it('is started by a command line that Windows takes', async () => {
    const { starts } = await open();
    expect(starts[0]?.args.join(' ').length).toBeLessThan(32_000);
  });

  it('is not looked for on another system', async () => {
    const { parts, starts } = windowsThatSays();
    const error = await errorOf(openOutlook({ ...parts, platform: 'linux' }, signal));
    expect(error).toBeInstanceOf(OutlookUnavailable);
    expect(error).toMatchObject({ reason: 'notWindows' });
    expect(starts).toEqual([]);
  });

  it.each(['notInstalled', 'classNotRegistered'] as const)('is missing: %s', async (said) => {
    const error = await errorOf(openOutlook(windowsThatSays(said).parts, signal));
    expect(error).toBeInstanceOf(OutlookUnavailable);
    expect(error).toMatchObject({ reason: 'notInstalled' });
  });

  it.each([
    ['serverExecution', { code: 'failed', hresult: '0x80080005' }],
    ['unresolved', { code: 'recipientUnresolved', recipient: 'bob@corp.example' }],
    ['sendAsDenied', { code: 'sendAsDenied' }],
    ['sendAsDeniedByExchange', { code: 'sendAsDenied' }],
    ['prompted', { code: 'prompted' }],
    ['timedOut', { code: 'timedOut' }],
    ['offline', { code: 'offline' }],
    ['meetingRequest', { code: 'failed', hresult: null, words: 'IPM.Schedule.Meeting.Request' }],
    ['logonFailed', { code: 'failed', hresult: '0x80040111', words: 'Der Server ist nicht verfügbar.' }],
    ['constrainedLanguage', { code: 'failed', hresult: null, words: recorded.constrainedLanguage }],
    ['opened', { code: 'failed', hresult: null }],
  ] as const)('says why it did not send: %s', async (said, fault) => {
    const { session } = await open(said);
    expect(await faultOf(sendThroughOutlook(session, message, signal))).toMatchObject(fault);
  });

  it('is not there for a system that does not let PowerShell start', async () => {
    const { parts } = windowsThatSays();
    const start = async (): Promise<never> => {
      throw Object.assign(new Error('spawn ENOENT'), { code: 'ENOENT' });
    };
    expect(await faultOf(openOutlook({ ...parts, start }, signal))).toEqual({
      ...{ code: 'failed', hresult: null, words: 'powershell.exe: ENOENT' },
    });
  });

  it('ends with the reason of the signal', async () => {
    const { parts } = windowsThatSays();
    const reason = new Error('cancelled');
    const start = async (): Promise<never> => {
      throw reason;
    };
    expect(await errorOf(openOutlook({ ...parts, start }, AbortSignal.abort(reason)))).toBe(reason);
  });
});

describe('a mailbox of Outlook', () => {
  it.each([
    [null, '0000000038A1'],
    ['BUERO@corp.example', '0000000038A2'],
    ['Büro Zürich', '0000000038A2'],
    ['scanner', '0000000038A3'],
  ])('is chosen by address or name: %s', async (wanted, id) => {
    const { session } = await open('mailboxes');
    expect(chooseOutlookMailbox(await listOutlookMailboxes(session, signal), wanted).id).toBe(id);
  });

  it('that is not there is told with those that are', async () => {
    const { session } = await open('mailboxes');
    const mailboxes = await listOutlookMailboxes(session, signal);
    const work = Promise.resolve().then(() => chooseOutlookMailbox(mailboxes, 'sales@corp.example'));
    expect(await faultOf(work)).toMatchObject({
      ...{ code: 'mailboxMissing', mailboxes: ['anna@corp.example', 'buero@corp.example', 'Scanner'] },
    });
  });

  it('is named to Outlook by its id', async () => {
    const { session, starts } = await open('mailboxes', 'sent');
    const mailbox = chooseOutlookMailbox(await listOutlookMailboxes(session, signal), 'Scanner');
    await sendThroughOutlook(session, { ...message, mailbox }, signal);
    expect(starts.at(-1)?.input).toContain('"store":"0000000038A3"');
  });
});
