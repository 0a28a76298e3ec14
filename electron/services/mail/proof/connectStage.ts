import { errorCode } from '../../../protocols/net/connectionError.ts';
import { connectInOrder, type FailedAttempt } from '../../../protocols/net/connectInOrder.ts';
import { accountOf, type ResolvedSmtp } from '../resolvedProfile.ts';
import type { MailAccount } from './connectionLimit.ts';
import type { RunSmtpStage, SmtpContext, SmtpWork } from './smtpStage.ts';

const attemptText = ({ address, error }: FailedAttempt): string =>
  `${address}: ${errorCode(error) ?? (error instanceof Error ? error.message : String(error))}`;

/** Whose connections those of a profile are counted with. */
export const mailAccountOf = ({ host, port, authentication }: ResolvedSmtp): MailAccount => ({
  ...{ host, port },
  userName: accountOf(authentication),
});

const awaitPlace = async (
  { state, evidence, signal, transcript }: SmtpWork,
  { connections, delivery: { values } }: SmtpContext,
): Promise<void> => {
  state.isWaitingForPlace = true;
  const place = await connections.enter(mailAccountOf(values), values.maxConnections, signal);
  state.isWaitingForPlace = false;
  state.hold(place);
  if (place.waitedMs === 0) return;
  evidence.fact('waitedMs', place.waitedMs);
  transcript.note(`… ${place.waitedMs} ms`);
};

/** Opens the TCP connection, as soon as the profile allows one more. */
export const runConnect: RunSmtpStage = async (work, context) => {
  const { state, evidence, signal, transcript } = work;
  const { port, encryption } = context.delivery.values;
  const failures: string[] = [];
  evidence.fact('port', port);
  const onFailure = (attempt: FailedAttempt): void => {
    failures.push(attemptText(attempt));
    evidence.fact('failedAddresses', failures);
    transcript.note(attemptText(attempt));
  };
  await awaitPlace(work, context);
  const target = { addresses: state.addresses, port };
  const { socket, address } = await connectInOrder(target, signal, { onFailure });
  state.socket = socket;
  evidence.fact('address', address);
  if (socket.localAddress !== undefined) evidence.fact('localAddress', socket.localAddress);
  transcript.note(`${socket.localAddress ?? ''} → ${address} ${port}`);
  if (encryption !== 'tls') state.startDialogue();
  return null;
};
