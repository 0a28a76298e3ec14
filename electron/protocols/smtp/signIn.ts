import { createHmac } from 'node:crypto';
import type { SmtpDialogue } from './smtpDialogue.ts';
import type { SmtpReply } from './smtpReply.ts';

/** Ways to sign in with a user name and a password that are spoken here. */
export type PasswordMechanism = 'PLAIN' | 'LOGIN' | 'CRAM-MD5';

export type Credential = { userName: string; password: string };

/** What a server said while somebody signed in: its challenges and its verdict, each with what it answers. */
export type SignInReply = { command: string; reply: SmtpReply };

const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** Inside TLS the simplest way is the most reliable one; in the clear CRAM-MD5 at least hides the password. */
const preference: Readonly<Record<'encrypted' | 'clear', readonly PasswordMechanism[]>> = {
  encrypted: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  clear: ['CRAM-MD5', 'PLAIN', 'LOGIN'],
};

/** The best way that both sides speak; null when there is none. */
export const chooseMechanism = (offered: readonly string[], encrypted: boolean): PasswordMechanism | null =>
  preference[encrypted ? 'encrypted' : 'clear'].find((mechanism) => offered.includes(mechanism)) ?? null;

/** What PLAIN sends (RFC 4616), before it is put into base64. */
export const plainMessage = ({ userName, password }: Credential): string => `\0${userName}\0${password}`;

const cramResponse = ({ userName, password }: Credential, challenge: string): string => {
  const digest = createHmac('md5', password).update(Buffer.from(challenge, 'base64')).digest('hex');
  return base64(`${userName} ${digest}`);
};

/** Answers to the server's challenges, in their order; the first one goes with the command where it is not null. */
const answersOf = (mechanism: PasswordMechanism, credential: Credential) => {
  switch (mechanism) {
    case 'PLAIN':
      return { initial: base64(plainMessage(credential)), answers: [] };
    case 'LOGIN':
      return {
        initial: null,
        answers: [() => base64(credential.userName), () => base64(credential.password)],
      };
    case 'CRAM-MD5':
      return { initial: null, answers: [(challenge: string) => cramResponse(credential, challenge)] };
  }
};

/**
 * Signs in once, with one mechanism (RFC 4954; LOGIN as draft-murchison-sasl-login; CRAM-MD5 as RFC 2195). The last
 * reply given is the verdict: 235, or a refusal. A server that asks for more than the mechanism has is answered with
 * `*`, which ends the exchange. Nothing is ever tried again.
 */
export const signIn = async (
  dialogue: Pick<SmtpDialogue, 'command'>,
  mechanism: PasswordMechanism,
  credential: Credential,
): Promise<SignInReply[]> => {
  const { initial, answers } = answersOf(mechanism, credential);
  const command = `AUTH ${mechanism}`;
  const first =
    initial === null
      ? dialogue.command(command)
      : dialogue.command(`${command} ${initial}`, `${command} ***`);
  const replies: SignInReply[] = [{ command, reply: await first }];
  for (const answer of answers) {
    const challenge = replies.at(-1)?.reply;
    if (challenge?.code !== 334) return replies;
    replies.push({ command, reply: await dialogue.command(answer(challenge.lines.join('')), '***') });
  }
  if (replies.at(-1)?.reply.code === 334) replies.push({ command, reply: await dialogue.command('*') });
  return replies;
};
