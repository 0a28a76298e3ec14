import { askGraphMailbox } from '../../../../protocols/graph/askMailbox.ts';
import { sendMailPath } from '../../../../protocols/graph/sendMail.ts';
import type { FindingCode } from '../../../knowledge/findingTable.ts';
import type { ResolvedMicrosoft365 } from '../../resolvedProfile.ts';
import { type GraphRequest, requestGraph } from './graphRequest.ts';
import { type RunWebStage, webFinding } from './webStage.ts';

const aboutMessage: readonly string[] = ['graphRefused', 'recipientSyntaxRefused'] satisfies FindingCode[];

/** Whether the mailbox is there and this application may send from it, asked without a message. */
export const runGraphMailbox: RunWebStage<ResolvedMicrosoft365> = async (work, context) => {
  const mailbox = context.delivery.values.authentication.userName;
  work.evidence.fact('mailbox', mailbox);
  work.evidence.fact('withoutRecipients', true);
  const request: GraphRequest = {
    stage: 'mailbox',
    line: `POST ${sendMailPath(mailbox)} (0 recipients)`,
    send: (connection, token) => askGraphMailbox(connection, { token, mailbox }),
    // What Graph finds wrong with a request that says nothing tells nothing of the mailbox.
    judge: ({ status, code }, finding) =>
      status === 400 && code !== '' && aboutMessage.includes(finding.code)
        ? webFinding(context, 'graphMailboxUntold')
        : finding,
  };
  return requestGraph(request, work, context);
};
