import type { MailboxServer, OpenMailbox } from '../../../electron/protocols/mailbox.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import { scriptedMailbox } from '../../lab/faults/scriptedMailbox.ts';

type Open = (
  server: MailboxServer,
  options: {
    signal: AbortSignal;
    onConnect: () => void;
    secure: <Connection>(socket: Connection) => Promise<Connection>;
    hide: (token: string) => void;
  },
) => OpenMailbox | Promise<OpenMailbox>;

export const alice = { mechanism: null, userName: 'alice', password: 'pw' } as const;

const mark = { messageId: '<1@mail.test>', header: { name: 'X-Proof', value: 'one "two"' } };

/** Looks into the mailbox of a server that says what a test wants; the handshake is left out. */
export const lookInto = async (
  open: Open,
  { greeting, answer }: { greeting: string; answer: (line: string) => string },
  { signIn = alice, encryption = 'tls' }: Partial<Pick<MailboxServer, 'signIn' | 'encryption'>> = {},
) => {
  const server = await scriptedMailbox({ greeting, answer });
  const anchors = createTrustStore(() => []).anchorsOf({ mode: 'system' });
  const hidden: string[] = [];
  const { signal } = new AbortController();
  try {
    const mailbox = await open(
      { host: '127.0.0.1', port: server.port, encryption, anchors, signIn },
      {
        ...{ signal, onConnect: () => undefined, hide: (token) => void hidden.push(token) },
        secure: async (socket) => socket,
      },
    );
    const found = await mailbox.find(mark);
    mailbox.close();
    return { found, hidden, received: server.received, failure: null };
  } catch (failure) {
    return { found: null, hidden, received: server.received, failure };
  } finally {
    await server.close();
  }
};
