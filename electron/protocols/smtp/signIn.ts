import { createHmac } from 'node:crypto';
import type { SmtpDialogue } from './smtpDialogue.ts';
import type { SmtpReply } from './smtpReply.ts';

/** Ways to sign in with a user name and a password that are spoken here. */
export type PasswordMechanism = 'PLAIN' | 'LOGIN' | 'CRAM-MD5';

export type Credential = { userName: string; password: string };

/** How a sign-in went. */
export type SignInCourse = {
  /** What was answered: the command without secrets. */
  command: string;
  /** Questions of the server (334). */
  challenges: readonly SmtpReply[];
  /** 235, or a refusal. */
  verdict: SmtpReply;
  /** Why we ended the exchange with `*`, which `verdict` then answers; null: we did not. */
  brokenOff: 'challengeUnreadable' | 'asksForMore' | null;
};

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

/** Null for a challenge that is no base64: the answer to it could only be wrong. */
const cramResponse = ({ userName, password }: Credential, challenge: string): string | null => {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(challenge)) return null;
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
 * Signs in once, with one mechanism (RFC 4954; LOGIN as draft-murchison-sasl-login; CRAM-MD5 as RFC 2195). A server
 * that asks for more than the mechanism has, or for something that cannot be read, is answered with `*`, which ends
 * the exchange. Nothing is ever tried again.
 */
export const signIn = async (
  dialogue: Pick<SmtpDialogue, 'command'>,
  mechanism: PasswordMechanism,
  credential: Credential,
): Promise<SignInCourse> => {
  const { initial, answers } = answersOf(mechanism, credential);
  const command = `AUTH ${mechanism}`;
  const challenges: SmtpReply[] = [];
  let reply = await (initial === null ? dialogue.command(command) : dialogue.command(`${command} `, initial));
  const breakOff = async (brokenOff: SignInCourse['brokenOff']): Promise<SignInCourse> => ({
    ...{ command, challenges, brokenOff },
    verdict: await dialogue.command('*'),
  });
  for (const answer of answers) {
    if (reply.code !== 334) break;
    challenges.push(reply);
    const response = answer(reply.lines.join(''));
    if (response === null) return breakOff('challengeUnreadable');
    reply = await dialogue.command('', response);
  }
  if (reply.code !== 334) return { command, challenges, verdict: reply, brokenOff: null };
  challenges.push(reply);
  return breakOff('asksForMore');
};
