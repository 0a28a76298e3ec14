import type { OutlookMailbox } from '../../../../protocols/outlook/outlookMailboxes.ts';
import {
  chooseOutlookMailbox,
  listOutlookMailboxes,
  outlookMailboxLabel,
} from '../../../../protocols/outlook/outlookMailboxes.ts';
import {
  openOutlook,
  type OutlookParts,
  type OutlookSession,
} from '../../../../protocols/outlook/outlookSession.ts';
import { sendThroughOutlook } from '../../../../protocols/outlook/sendThroughOutlook.ts';
import type { Stage, StageWork } from '../../../proof/stage.ts';
import type { ResolvedOutlook } from '../../resolvedProfile.ts';
import type { Delivery } from '../deliveryPlan.ts';
import { outlookFinding } from './outlookFinding.ts';

/** A message on its way through the Outlook of this machine. */
export type OutlookDelivery = Omit<Delivery, 'values' | 'asksFirst'> & { values: ResolvedOutlook };

/** What the stages hand on to each other. */
type State = { session: OutlookSession | null; mailbox: OutlookMailbox | null };
type RunOutlook = (delivery: OutlookDelivery, state: State, work: StageWork) => Promise<void>;

const openSession = ({ session }: State): OutlookSession => {
  if (session === null) throw new Error('No Outlook yet: the stages are in the wrong order.');
  return session;
};

/** What the texts of findings may name. */
export const outlookParameters = ({ values, recipients }: OutlookDelivery): Record<string, string> => ({
  ...{ sender: values.from.address, recipient: recipients.join(', ') },
  ...(values.mailbox === null ? {} : { mailbox: values.mailbox }),
});

const startWith =
  (parts: OutlookParts): RunOutlook =>
  async (_delivery, state, { evidence, transcript, signal }) => {
    state.session = await openOutlook(parts, signal);
    const { version, profile } = state.session;
    evidence.fact('outlookVersion', version);
    transcript.note(`Outlook ${version} ${profile}`.trim());
  };

const runMailbox: RunOutlook = async ({ values }, state, { evidence, signal }) => {
  const mailboxes = await listOutlookMailboxes(openSession(state), signal);
  evidence.fact('mailboxes', mailboxes.map(outlookMailboxLabel));
  state.mailbox = chooseOutlookMailbox(mailboxes, values.mailbox);
  evidence.fact('mailbox', outlookMailboxLabel(state.mailbox));
};

const runDeliver: RunOutlook = async ({ values, recipients, compose }, state, work) => {
  const { evidence, transcript, signal } = work;
  const { content } = await compose();
  const { subject, text, html = null } = content;
  evidence.fact('sender', values.from.address);
  evidence.fact('recipient', recipients.join(', '));
  transcript.client('MailItem.Send');
  const { waitedMs } = await sendThroughOutlook(
    openSession(state),
    {
      ...{ mailbox: state.mailbox, from: values.from.address, to: recipients, subject, text, html },
      limitMs: values.timeoutMs,
    },
    signal,
  );
  evidence.fact('waitedMs', waitedMs);
};

/** The stages of handing a message to Outlook: it can be driven, has the mailbox, and the message has left its Outbox. */
export const createOutlookStages = (delivery: OutlookDelivery, parts: OutlookParts): Stage[] => {
  const state: State = { session: null, mailbox: null };
  const stage = (name: 'start' | 'mailbox' | 'deliver', run: RunOutlook, wanted = true): Stage => ({
    ...{ name, wanted, timeoutMs: delivery.values.timeoutMs },
    run: async (work) => {
      try {
        await run(delivery, state, work);
        return null;
      } catch (error) {
        const parameters = outlookParameters(delivery);
        const finding = outlookFinding(error, { stage: name, parameters, evidence: work.evidence });
        if (finding === null) throw error;
        return finding;
      }
    },
  });
  return [
    stage('start', startWith(parts)),
    stage('mailbox', runMailbox),
    stage('deliver', runDeliver, delivery.until !== 'envelope'),
  ];
};
