import { MailboxRefusal, type MailboxSignIn } from '../mailbox.ts';
import { mailboxVerdict } from '../sasl/mailboxVerdict.ts';
import { chooseMechanism } from '../sasl/passwordMechanisms.ts';
import { runExchange } from '../sasl/runExchange.ts';
import type { SaslExchange } from '../sasl/saslExchange.ts';
import type { Credential, SignIn } from '../sasl/signIn.ts';
import { chooseForToken } from '../sasl/tokenMechanisms.ts';
import type { ImapCapabilities } from './imapCapabilities.ts';
import type { ImapAnswer, ImapDialogue } from './imapDialogue.ts';
import { isQuotable, quoted } from './imapText.ts';

/** RFC 7162, 4: what a server takes in a line at least; a longer first message waits for its invitation. */
const longestCommand = 8_000;

/** How one signs in: with a mechanism, or with the command LOGIN (null). */
export type ImapWay = SignIn | (Credential & { mechanism: null });

const forPassword = (signIn: Credential, { names, mechanisms }: ImapCapabilities): ImapWay | null => {
  const { userName, password } = signIn;
  const mayLogIn = !names.has('LOGINDISABLED');
  const mechanism = mechanisms.includes('PLAIN') || !mayLogIn ? chooseMechanism(mechanisms, true) : null;
  return mechanism === null && !mayLogIn ? null : { mechanism, userName, password };
};

/** LOGIN as a mechanism is what the command of that name is, too, and few servers offer both. */
const forChoice = (signIn: MailboxSignIn, capabilities: ImapCapabilities): ImapWay | null => {
  if (signIn.mechanism === null)
    return 'accessToken' in signIn
      ? chooseForToken(signIn, capabilities.mechanisms)
      : forPassword(signIn, capabilities);
  if (signIn.mechanism !== 'LOGIN' || capabilities.names.has('LOGINDISABLED')) return null;
  return { ...signIn, mechanism: null };
};

/** The way that both sides know. Throws MailboxRefusal (`mechanism`) where there is none: nothing is tried. */
export const chooseImapWay = (signIn: MailboxSignIn, capabilities: ImapCapabilities): ImapWay => {
  const isOffered = signIn.mechanism !== null && capabilities.mechanisms.includes(signIn.mechanism);
  if (isOffered) return signIn;
  const way = forChoice(signIn, capabilities);
  if (way === null) throw new MailboxRefusal('', { about: 'mechanism', command: null });
  return way;
};

const refuse = (answer: ImapAnswer): void => {
  if (answer.kind === 'status' && answer.isPositive) return;
  throw new MailboxRefusal(answer.words, { about: 'signIn', command: 'LOGIN' });
};

/** Sends LOGIN (RFC 9051, 6.2.3); what quotation marks cannot hold goes as literals, one after the other. */
export const logIn = async (dialogue: ImapDialogue, { userName, password }: Credential): Promise<void> => {
  if (isQuotable(userName) && isQuotable(password))
    return refuse(await dialogue.begin(`LOGIN ${quoted(userName)} ${quoted(password)}`));
  const [first, second] = [Buffer.from(userName), Buffer.from(password)];
  let answer = await dialogue.begin(`LOGIN {${first.length}}`);
  if (answer.kind === 'continuation') answer = await dialogue.sendLiteral(first, ` {${second.length}}`);
  if (answer.kind === 'continuation') answer = await dialogue.sendLiteral(second, '');
  refuse(answer);
};

/**
 * Signs in with AUTHENTICATE (RFC 9051, 6.2.2; RFC 4959 where the server knows it). Throws MailboxRefusal with what the
 * server said, SaslError, and what the dialogue and the exchange throw.
 */
export const authenticate = async (
  dialogue: ImapDialogue,
  exchange: SaslExchange,
  { names, hide }: { names: ReadonlySet<string>; hide: (token: string) => void },
): Promise<void> => {
  const command = `AUTHENTICATE ${exchange.mechanism}`;
  const course = await runExchange<ImapAnswer>(exchange, {
    hasRoom: (message) => names.has('SASL-IR') && command.length + message.length < longestCommand,
    begin: (message) => {
      if (message !== null) hide(message);
      return dialogue.begin(message === null ? command : `${command} ${message}`);
    },
    respond: (message, isSecret) => {
      if (isSecret) hide(message);
      return dialogue.send(message);
    },
    challengeIn: (answer) => (answer.kind === 'continuation' ? answer.words : null),
    isSuccess: (answer) => answer.kind === 'status' && answer.isPositive,
  });
  mailboxVerdict(course, exchange, {
    command: 'AUTHENTICATE',
    refusal: course.verdict.kind === 'status' && course.verdict.isPositive ? null : course.verdict.words,
  });
};
