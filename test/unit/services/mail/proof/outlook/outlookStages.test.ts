import { describe, expect, it } from 'vitest';
import { composeMessage } from '../../../../../../electron/services/mail/proof/composeMessage.ts';
import { planOutlook } from '../../../../../../electron/services/mail/proof/outlook/outlookPlan.ts';
import type { OutlookDelivery } from '../../../../../../electron/services/mail/proof/outlook/outlookStages.ts';
import type { FeedProgram } from '../../../../../../electron/protocols/machine/feedProgram.ts';
import type { OutlookParts } from '../../../../../../electron/protocols/outlook/outlookSession.ts';
import { runStages } from '../../../../../../electron/services/proof/runStages.ts';
import { windowsThatSays } from '../../../../protocols/outlook/recordedOutlook.ts';
import { collect, resultsOf } from '../../../proof/collect.ts';

const from = { address: 'anna@corp.example', displayName: 'Anna' };
const recipients = ['bob@corp.example'];
const values: OutlookDelivery['values'] = {
  ...{ kind: 'outlook', name: 'desk', from, testRecipient: null, mailbox: null, timeoutMs: 30_000 },
};

const deliveryOf = (changes: Partial<OutlookDelivery['values']>, until: OutlookDelivery['until']) => ({
  ...{ proofId: 'id', recipients, until, values: { ...values, ...changes } },
  compose: () => composeMessage('id', { from, to: recipients, subject: 'Test', text: 'Hi', language: 'en' }),
  tokenHolder: async () => ({ profileId: null, by: '', language: null }),
});

const prove = async (
  parts: OutlookParts,
  changes: Partial<OutlookDelivery['values']> = {},
  until: OutlookDelivery['until'] = 'deliver',
) => {
  const bugs: unknown[] = [];
  const plan = planOutlook(deliveryOf(changes, until), parts, (_stage, error) => bugs.push(error));
  const proof = { ...plan, proofId: 'id', fingerprint: async () => '', mask: (text: string) => text };
  const results = resultsOf(await collect(runStages(proof, new AbortController().signal)));
  return { results, bugs, failed: results.find(({ status }) => status === 'failed') };
};

describe('a proof through Outlook', () => {
  it('starts it, finds the mailbox and hands the message over', async () => {
    const { parts, starts } = windowsThatSays('opened', 'mailboxes', 'sent');
    const { results, bugs } = await prove(parts);
    expect(bugs).toEqual([]);
    expect(results).toMatchObject([
      { stage: 'start', status: 'passed', evidence: { facts: { outlookVersion: '16.0.0.18025' } } },
      { stage: 'mailbox', status: 'passed', evidence: { facts: { mailbox: 'anna@corp.example' } } },
      { stage: 'deliver', status: 'passed', evidence: { facts: { waitedMs: 1503 } } },
    ]);
    expect(JSON.parse(starts[2]?.input ?? '')).toMatchObject({
      ...{ store: '0000000038A1', from: from.address, to: recipients, subject: 'Test', text: 'Hi' },
    });
  });

  it('hands nothing over when it ends before', async () => {
    const { parts, starts } = windowsThatSays('opened', 'mailboxes');
    const { results } = await prove(parts, {}, 'envelope');
    expect(results.map(({ status }) => status)).toEqual(['passed', 'passed', 'skipped']);
    expect(starts).toHaveLength(2);
  });

  it('says on another system that it needs Windows', async () => {
    const { parts, starts } = windowsThatSays();
    const { failed, results } = await prove({ ...parts, platform: 'linux' });
    expect(failed).toMatchObject({ stage: 'start', finding: { code: 'outlookNeedsWindows' } });
    expect(results.map(({ status }) => status)).toEqual(['failed', 'skipped', 'skipped']);
    expect(starts).toEqual([]);
  });

  it.each([
    ['notInstalled', 'outlookMissing'],
    ['classNotRegistered', 'outlookMissing'],
    ['serverExecution', 'outlookNotReachable'],
    ['logonFailed', 'outlookProfileFailed'],
    ['constrainedLanguage', 'outlookFailed'],
  ] as const)('says why it does not start: %s', async (said, code) => {
    const { failed } = await prove(windowsThatSays(said).parts);
    expect(failed).toMatchObject({ stage: 'start', finding: { code } });
  });

  it.each(['mailboxes', 'noMailbox'] as const)(
    'names the mailboxes beside the missing one: %s',
    async (said) => {
      const wanted = 'sales@corp.example';
      const { failed } = await prove(windowsThatSays('opened', said).parts, { mailbox: wanted });
      expect(failed).toMatchObject({
        ...{ stage: 'mailbox', finding: { code: 'outlookMailboxMissing', parameters: { mailbox: wanted } } },
      });
      expect(failed?.finding?.parameters['mailboxes']).toBe(
        said === 'noMailbox' ? '' : 'anna@corp.example, buero@corp.example, Scanner',
      );
    },
  );

  it.each([
    ['unresolved', 'outlookRecipientUnresolved', { recipient: 'bob@corp.example' }],
    ['sendAsDenied', 'sendAsDenied', { sender: 'anna@corp.example' }],
    ['accessDenied', 'outlookAccessDenied', {}],
    ['prompted', 'outlookPrompted', {}],
    ['timedOut', 'outlookTimedOut', {}],
    ['offline', 'outlookServerUnreachable', {}],
    ['meetingRequest', 'outlookFailed', {}],
    ['anyOther', 'outlookFailed', { hresult: '0x80020009' }],
  ] as const)('says why the message is not sent: %s', async (said, code, parameters) => {
    const { failed, bugs } = await prove(windowsThatSays('opened', 'mailboxes', said).parts);
    expect(failed).toMatchObject({ stage: 'deliver', finding: { code, parameters } });
    expect(bugs).toEqual([]);
  });

  it('shows the words of Outlook and its error', async () => {
    const { failed } = await prove(windowsThatSays('opened', 'mailboxes', 'accessDenied').parts);
    expect(failed?.evidence).toMatchObject({
      ...{ facts: { systemCode: '0x80070005' }, replies: [{ text: 'Access is denied.' }] },
    });
  });

  it('ends PowerShell when the time is up, and says that Outlook did not answer', async () => {
    const { parts } = windowsThatSays();
    let ended: AbortSignal | null = null;
    const start: FeedProgram = (_program, _args, _input, signal) => {
      ended = signal;
      return new Promise(() => undefined);
    };
    const { failed } = await prove({ ...parts, start }, { timeoutMs: 100 });
    expect(failed).toMatchObject({ stage: 'start', finding: { code: 'outlookTimedOut' } });
    expect(ended).toMatchObject({ aborted: true });
  });
});
