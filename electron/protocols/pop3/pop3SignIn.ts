import { type MailboxOptions, MailboxRefusal, type MailboxServer, type MailboxSignIn } from '../mailbox.ts';
import { mailboxVerdict } from '../sasl/mailboxVerdict.ts';
import { chooseMechanism } from '../sasl/passwordMechanisms.ts';
import { runExchange } from '../sasl/runExchange.ts';
import type { SaslExchange } from '../sasl/saslExchange.ts';
import { serverEndPoint } from '../sasl/serverEndPoint.ts';
import type { Credential, SignIn } from '../sasl/signIn.ts';
import { startExchange } from '../sasl/startExchange.ts';
import { chooseForToken } from '../sasl/tokenMechanisms.ts';
import type { Pop3Answer, Pop3Connection } from './pop3Connection.ts';

/** RFC 5034, 4: a longer command is not taken; the first message waits for its invitation. */
const longestCommand = 255 - '\r\n'.length;

/** What a server says that it can do (RFC 2449); null: it does not say. */
type Offer = { takesUser: boolean; mechanisms: readonly string[] } | null;

const askOffer = async (connection: Pop3Connection): Promise<Offer> => {
  try {
    const lines = (await connection.list('CAPA')).map((line) => line.toUpperCase().trim().split(/\s+/));
    const mechanisms = lines.flatMap(([name, ...rest]) => (name === 'SASL' ? rest : []));
    return { takesUser: lines.some(([name]) => name === 'USER'), mechanisms };
  } catch (error) {
    if (error instanceof MailboxRefusal) return null;
    throw error;
  }
};

/** How one signs in: with a mechanism, or with the commands USER and PASS (null), which every server knows. */
type Pop3Way = SignIn | (Credential & { mechanism: null });

const forPassword = (credential: Credential, offer: Offer): Pop3Way => {
  const { userName, password } = credential;
  const mechanism = offer === null || offer.takesUser ? null : chooseMechanism(offer.mechanisms, true);
  return { mechanism, userName, password };
};

/** A server that says nothing of itself (RFC 1734) is asked for the mechanism that was chosen. */
const wayTo = (signIn: MailboxSignIn, offer: Offer): Pop3Way | null => {
  if (signIn.mechanism === null)
    return 'accessToken' in signIn
      ? chooseForToken(signIn, offer?.mechanisms ?? ['XOAUTH2'])
      : forPassword(signIn, offer);
  return offer === null || offer.mechanisms.includes(signIn.mechanism) ? signIn : null;
};

const chooseWay = (signIn: MailboxSignIn, offer: Offer): Pop3Way => {
  const way = wayTo(signIn, offer);
  if (way !== null) return way;
  throw new MailboxRefusal('', { about: 'mechanism', command: null });
};

/** MS-OXPOP3 has `+OK` for the invitation too; the server has nothing yet that it could accept. */
const asInvitation = (answer: Pop3Answer, { waits }: SaslExchange): Pop3Answer =>
  waits && answer.kind === 'accepted' ? { ...answer, kind: 'continuation' } : answer;

const authenticate = async (
  connection: Pop3Connection,
  exchange: SaslExchange,
  hide: MailboxOptions['hide'],
): Promise<void> => {
  const command = `AUTH ${exchange.mechanism}`;
  const course = await runExchange<Pop3Answer>(exchange, {
    hasRoom: (message) => command.length + 1 + message.length <= longestCommand,
    begin: async (message) => {
      if (message !== null) hide(message);
      const answer = await connection.converse(message === null ? command : `${command} ${message}`);
      return asInvitation(answer, exchange);
    },
    respond: (message, isSecret) => {
      if (isSecret) hide(message);
      return connection.converse(message);
    },
    challengeIn: ({ kind, words }) => (kind === 'continuation' ? words : null),
    isSuccess: ({ kind }) => kind === 'accepted',
  });
  const { kind, words } = course.verdict;
  mailboxVerdict(course, exchange, { command: 'AUTH', refusal: kind === 'accepted' ? null : words });
};

/**
 * Signs in over POP3, once: with USER and PASS (RFC 1939), or with AUTH (RFC 5034) where a mechanism is chosen or USER is
 * not offered. Throws MailboxRefusal, SaslError, and what the connection and the exchange throw.
 */
export const pop3SignIn = async (
  connection: Pop3Connection,
  { host, port, signIn }: MailboxServer,
  { signal, hide }: MailboxOptions,
): Promise<void> => {
  const way = chooseWay(signIn, await askOffer(connection));
  if (way.mechanism === null) {
    await connection.command(`USER ${way.userName}`, 'signIn');
    await connection.command(`PASS ${way.password}`, 'signIn');
    return;
  }
  const endPoint = serverEndPoint(connection.socket);
  const exchange = await startExchange(way, { service: 'pop', host, port, endPoint, signal });
  await authenticate(connection, exchange, hide);
};
