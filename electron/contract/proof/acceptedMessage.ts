import type { ServerReply } from './evidence.ts';
import type { StageResult } from './proof.ts';

/** To whom a message went, and the reply with which the server took it over (RFC 5321, 4.2.5; the status of HTTP). */
export type AcceptedMessage = { recipient: string; reply: ServerReply };

/** What the stages of a proof say of the message that they handed over; null: no server took one. */
export const acceptedMessage = (results: readonly StageResult[]): AcceptedMessage | null => {
  const passed = (name: StageResult['stage']) =>
    results.find(({ stage, status }) => stage === name && status === 'passed')?.evidence;
  const delivered = passed('deliver');
  // Web services take envelope and message in one request.
  const recipient = passed('envelope')?.facts.recipient ?? delivered?.facts.recipient;
  const reply = delivered?.replies.at(-1);
  return typeof recipient === 'string' && reply !== undefined ? { recipient, reply } : null;
};
