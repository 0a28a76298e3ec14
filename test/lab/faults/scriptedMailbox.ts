import type { Socket } from 'node:net';
import { listenOnLoopback, type LoopbackServer, recordLines } from './loopbackServer.ts';
import { secureConnection, type ServerTls } from './serverTls.ts';

/** What the server says to a line of the client, with line ends; an empty text: nothing. */
export type AnswerLine = (line: string) => string;

export type ScriptedMailboxOptions = {
  /** With its line end. */
  readonly greeting: string;
  readonly answer: AnswerLine;
  /** When TLS starts: at once, or after STARTTLS or STLS was accepted. */
  readonly tls?: { readonly mode: 'implicit' | 'starttls'; readonly server: ServerTls };
};

const startsTls = (line: string): boolean => /\bSTARTTLS$|^STLS$/.test(line);

function converse(
  socket: Socket,
  { answer, tls }: ScriptedMailboxOptions,
  onTls: (accepted: string) => void,
): void {
  let pending = '';
  const onData = (chunk: Buffer): void => {
    const lines = `${pending}${chunk.toString('latin1')}`.split('\r\n');
    pending = lines.pop() ?? '';
    for (const line of lines) {
      const words = answer(line);
      if (tls?.mode === 'starttls' && startsTls(line) && /^\+OK|^\S+ OK/.test(words)) {
        socket.off('data', onData);
        return onTls(words);
      }
      socket.write(words);
    }
  };
  socket.on('data', onData);
}

/** Starts an IMAP or POP3 server that says exactly what a test wants, in the clear or inside TLS. */
export function scriptedMailbox(options: ScriptedMailboxOptions): Promise<LoopbackServer> {
  const { greeting, tls } = options;
  return listenOnLoopback((socket, received) => {
    const speak = (connection: Socket): void => {
      recordLines(connection, received);
      converse(connection, options, (accepted) => {
        connection.removeAllListeners('data');
        if (tls === undefined) return;
        connection.write(accepted, () => {
          void secureConnection(connection, tls.server).then((secured) => secured && speak(secured));
        });
      });
    };
    const greet = (connection: Socket): void => {
      speak(connection);
      connection.write(greeting);
    };
    if (tls?.mode === 'implicit')
      void secureConnection(socket, tls.server).then((secured) => secured && greet(secured));
    else greet(socket);
  });
}
