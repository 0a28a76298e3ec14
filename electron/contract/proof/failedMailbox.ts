import type { StageResult } from './proof.ts';

/** The mailbox that a message could not be seen in. `server` is host and port, an IPv6 address in brackets. */
export type FailedMailbox = { kind: 'notFound' | 'unreadable'; protocol: string; server: string };

/** What failed after the message had been accepted: the look into the mailbox; null for every other result. */
export const failedMailbox = ({ stage, status, evidence, finding }: StageResult): FailedMailbox | null => {
  if (stage !== 'arrive' || status !== 'failed') return null;
  const { host = '', port = '', mailboxProtocol = '' } = evidence.facts;
  const name = String(host);
  return {
    kind: finding?.code === 'messageNotArrived' ? 'notFound' : 'unreadable',
    protocol: String(mailboxProtocol),
    server: [name.includes(':') ? `[${name}]` : name, String(port)].join(':'),
  };
};
