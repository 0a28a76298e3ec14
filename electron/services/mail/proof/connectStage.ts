import { errorCode } from '../../../protocols/net/connectionError.ts';
import { connectInOrder, type FailedAttempt } from '../../../protocols/net/connectInOrder.ts';
import type { RunSmtpStage } from './smtpStage.ts';

const attemptText = ({ address, error }: FailedAttempt): string =>
  `${address}: ${errorCode(error) ?? (error instanceof Error ? error.message : String(error))}`;

/** Opens the TCP connection. */
export const runConnect: RunSmtpStage = async ({ state, evidence, signal, transcript }, { delivery }) => {
  const { port, encryption } = delivery.values;
  const failures: string[] = [];
  evidence.fact('port', port);
  const onFailure = (attempt: FailedAttempt): void => {
    failures.push(attemptText(attempt));
    evidence.fact('failedAddresses', failures);
    transcript.note(attemptText(attempt));
  };
  const target = { addresses: state.addresses, port };
  const { socket, address } = await connectInOrder(target, signal, { onFailure });
  state.socket = socket;
  evidence.fact('address', address);
  if (socket.localAddress !== undefined) evidence.fact('localAddress', socket.localAddress);
  transcript.note(`${socket.localAddress ?? ''} → ${address} ${port}`);
  if (encryption !== 'tls') state.startDialogue();
  return null;
};
