import type { Socket } from 'node:net';
import { openImapMailbox } from '../../../electron/protocols/imap/openImapMailbox.ts';
import { MailboxRefusal, type MailboxServer } from '../../../electron/protocols/mailbox.ts';
import { withConnection } from '../../../electron/protocols/net/withConnection.ts';
import { openPop3Mailbox } from '../../../electron/protocols/pop3/openPop3Mailbox.ts';
import { serverEndPoint } from '../../../electron/protocols/sasl/serverEndPoint.ts';
import type { SignIn } from '../../../electron/protocols/sasl/signIn.ts';
import { startExchange } from '../../../electron/protocols/sasl/startExchange.ts';
import { signIn as signInOverSmtp } from '../../../electron/protocols/smtp/signIn.ts';
import { SmtpDialogue } from '../../../electron/protocols/smtp/smtpDialogue.ts';
import { secureSocket } from '../../../electron/protocols/tls/secureSocket.ts';
import { createTrustStore } from '../../../electron/protocols/tls/trustStore.ts';
import type { MailLab } from '../../lab/mailLab.ts';

export type MailProtocol = 'smtp' | 'imap' | 'pop3';

/** What came of a sign-in: what the server said of it, and what a transcript shows of the client's part of it. */
export type SignInOutcome = { isAccepted: boolean; words: string; shown: readonly string[] };

const { signal } = new AbortController();
const host = 'localhost';

const anchorsOf = (lab: MailLab) =>
  createTrustStore(() => []).anchorsOf({ mode: 'certificate', pem: lab.authority.pem });

const secureWith = (lab: MailLab) => (socket: Socket) =>
  secureSocket(socket, { host, anchors: anchorsOf(lab), signal });

const overSmtp = (lab: MailLab, wanted: SignIn): Promise<SignInOutcome> =>
  withConnection({ host, port: lab.ports.smtps }, signal, async (raw) => {
    const socket = await secureWith(lab)(raw);
    const shown: string[] = [];
    const dialogue = new SmtpDialogue(socket, {
      client: (line) => void shown.push(line),
      ...{ server: () => undefined, secret: () => undefined },
    });
    await dialogue.greeting();
    await dialogue.command('EHLO client.example.test');
    const peer = { host, port: lab.ports.smtps, endPoint: serverEndPoint(socket), signal };
    shown.length = 0;
    const exchange = await startExchange(wanted, { service: 'smtp', ...peer });
    const { verdict, challenges, brokenOff, tokenRefusal } = await signInOverSmtp(dialogue, exchange);
    await dialogue.quit();
    const said = [...(tokenRefusal === null ? [] : challenges), verdict].flatMap(({ lines }) => lines);
    return { isAccepted: verdict.code === 235 && brokenOff === null, words: said.join('\n'), shown };
  });

const overMailbox = async (
  lab: MailLab,
  protocol: 'imap' | 'pop3',
  wanted: MailboxServer['signIn'],
): Promise<SignInOutcome> => {
  const port = lab.ports[protocol === 'imap' ? 'imaps' : 'pop3s'];
  const server = { host, port, encryption: 'tls', anchors: anchorsOf(lab), signIn: wanted } as const;
  const options = { signal, onConnect: () => undefined, secure: secureWith(lab), hide: () => undefined };
  try {
    const mailbox = await (protocol === 'imap' ? openImapMailbox : openPop3Mailbox)(server, options);
    await mailbox.find({ messageId: '<nobody@nowhere>', header: { name: 'X-Nothing', value: 'nothing' } });
    mailbox.close();
    return { isAccepted: true, words: '', shown: [] };
  } catch (error) {
    if (!(error instanceof MailboxRefusal) || error.about !== 'signIn') throw error;
    return { isAccepted: false, words: error.message, shown: [] };
  }
};

/** Signs in once to a server of a lab, inside TLS from the start. Throws what the protocol throws before a verdict. */
export const signInOver = (lab: MailLab, protocol: MailProtocol, wanted: SignIn): Promise<SignInOutcome> =>
  protocol === 'smtp' ? overSmtp(lab, wanted) : overMailbox(lab, protocol, wanted);
