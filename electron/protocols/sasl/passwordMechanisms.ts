import { createHmac } from 'node:crypto';
import type { SaslExchange } from './saslExchange.ts';
import { SaslError } from './saslError.ts';
import type { Credential, PasswordMechanism, PasswordSignIn } from './signIn.ts';

type Answer = (challenge: Buffer | null) => Buffer;

/** Inside TLS the simplest way is the most reliable one; in the clear CRAM-MD5 at least hides the password. */
const preference: Readonly<Record<'encrypted' | 'clear', readonly PasswordMechanism[]>> = {
  encrypted: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
  clear: ['CRAM-MD5', 'PLAIN', 'LOGIN'],
};

/** The best way for a password that both sides speak; null when there is none. */
export const chooseMechanism = (offered: readonly string[], encrypted: boolean): PasswordMechanism | null =>
  preference[encrypted ? 'encrypted' : 'clear'].find((mechanism) => offered.includes(mechanism)) ?? null;

/** What PLAIN sends (RFC 4616), before it is put into Base64. */
export const plainMessage = ({ userName, password }: Credential): string => `\0${userName}\0${password}`;

/** RFC 2195, 2. An answer to a challenge that cannot be read could only be wrong, and would count as an attempt. */
const cramResponse =
  ({ userName, password }: Credential): Answer =>
  (challenge) => {
    if (challenge === null || challenge.length === 0) throw new SaslError('challengeUnreadable');
    return Buffer.from(`${userName} ${createHmac('md5', password).update(challenge).digest('hex')}`);
  };

/** What is said first, and the answers to the challenges in their order. */
const messagesOf = (signIn: PasswordSignIn): { initial: Buffer | null; answers: Answer[] } => {
  switch (signIn.mechanism) {
    case 'PLAIN':
      return { initial: Buffer.from(plainMessage(signIn)), answers: [] };
    case 'LOGIN':
      return {
        initial: null,
        answers: [() => Buffer.from(signIn.userName), () => Buffer.from(signIn.password)],
      };
    case 'CRAM-MD5':
      return { initial: null, answers: [cramResponse(signIn)] };
  }
};

/** A sign-in with PLAIN (RFC 4616), LOGIN (draft-murchison-sasl-login) or CRAM-MD5 (RFC 2195). */
export const startPasswordExchange = (signIn: PasswordSignIn): SaslExchange => {
  const { initial, answers } = messagesOf(signIn);
  return {
    mechanism: signIn.mechanism,
    initial,
    ...{ waits: false, mayEnd: true, tokenRefusal: null },
    respond: (challenge) => {
      const answer = answers.shift();
      if (answer === undefined) throw new SaslError('asksForMore');
      return answer(challenge);
    },
  };
};
