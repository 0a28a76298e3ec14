import { runExchange, type SaslCourse } from '../sasl/runExchange.ts';
import type { SaslExchange } from '../sasl/saslExchange.ts';
import type { TokenRefusal } from '../sasl/tokenRefusal.ts';
import type { SmtpDialogue } from './smtpDialogue.ts';
import type { SmtpReply } from './smtpReply.ts';

/** How a sign-in went; the questions of the server are 334, success is 235. */
export type SignInCourse = SaslCourse<SmtpReply> & {
  /** What was answered: the command without secrets. */
  command: string;
  /** What the server said of a token before it refused it; the last challenge says the same, in readable words. */
  tokenRefusal: TokenRefusal | null;
};

/** RFC 5321, 4.5.3.1.4; RFC 4954, 4: a first message that is longer waits for an empty question. */
const longestCommand = 512 - '\r\n'.length;
const isChallenge = ({ code }: SmtpReply): boolean => code === 334;

const withWords = (challenges: readonly SmtpReply[], refusal: TokenRefusal | null): readonly SmtpReply[] => {
  const last = challenges.at(-1);
  if (refusal === null || last === undefined) return challenges;
  return [...challenges.slice(0, -1), { ...last, lines: [refusal.words] }];
};

/** Signs in once, with one exchange (RFC 4954). Throws what the dialogue and the exchange throw. */
export const signIn = async (
  dialogue: Pick<SmtpDialogue, 'command'>,
  exchange: SaslExchange,
): Promise<SignInCourse> => {
  const command = `AUTH ${exchange.mechanism}`;
  const course = await runExchange<SmtpReply>(exchange, {
    hasRoom: (message) => `${command} ${message}`.length <= longestCommand,
    begin: (message) =>
      message === null ? dialogue.command(command) : dialogue.command(`${command} `, message),
    respond: (message, isSecret) => (isSecret ? dialogue.command('', message) : dialogue.command(message)),
    challengeIn: (reply) => (isChallenge(reply) ? reply.lines.join('') : null),
    isSuccess: ({ code }) => code === 235,
  });
  const { tokenRefusal } = exchange;
  return { ...course, challenges: withWords(course.challenges, tokenRefusal), command, tokenRefusal };
};
