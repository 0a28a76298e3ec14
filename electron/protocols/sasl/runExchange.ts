import { decodeBase64 } from './base64.ts';
import { SaslError, type SaslErrorCode } from './saslError.ts';
import type { SaslExchange } from './saslExchange.ts';

/** How a protocol carries a sign-in; messages are Base64. Its methods throw what its dialogue throws. */
export type SaslWire<Answer> = {
  /** True where the command has room for the first message. */
  hasRoom(message: string): boolean;
  /** Sends the command, with the first message; null: without one. */
  begin(message: string | null): Promise<Answer>;
  /** @param isSecret nobody may see the message. */
  respond(message: string, isSecret: boolean): Promise<Answer>;
  /** What the server asks; null: the answer ends the exchange. */
  challengeIn(answer: Answer): string | null;
  isSuccess(answer: Answer): boolean;
};

/** How a sign-in went. */
export type SaslCourse<Answer> = {
  /** Questions of the server. */
  challenges: readonly Answer[];
  /** Success, or a refusal. */
  verdict: Answer;
  /**
   * Why it did not come to its end: we ended it with `*`, which `verdict` then answers; or `serverUnproven`: the verdict
   * is a success that does not count. Null: it did.
   */
  brokenOff: SaslErrorCode | null;
};

/** RFC 4954, 4; RFC 9051, 6.2.2; RFC 5034, 4. */
const cancellation = '*';
/** An empty first message that goes with the command (RFC 4954, 4; RFC 4959, 3; RFC 5034, 4). */
const nothing = '=';

const answerTo = async (exchange: SaslExchange, challenge: string): Promise<string | SaslError> => {
  try {
    return (await exchange.respond(decodeBase64(challenge))).toString('base64');
  } catch (error) {
    if (error instanceof SaslError) return error;
    throw error;
  }
};

/**
 * Signs in once. A server that asks for more than the mechanism has, or for what cannot be read, is answered with `*`,
 * which ends the exchange. Nothing is ever tried again. Throws what the wire throws, and with GSSAPI KerberosError and
 * the reason of its signal.
 */
export const runExchange = async <Answer>(
  exchange: SaslExchange,
  wire: SaslWire<Answer>,
): Promise<SaslCourse<Answer>> => {
  const challenges: Answer[] = [];
  let due = exchange.initial?.toString('base64') ?? null;
  const goesAlong = due !== null && !exchange.waits && wire.hasRoom(due);
  let answer = await wire.begin(goesAlong ? due || nothing : null);
  if (goesAlong) due = null;
  for (;;) {
    const challenge = wire.challengeIn(answer);
    if (challenge === null) break;
    challenges.push(answer);
    const response = due ?? (await answerTo(exchange, challenge));
    due = null;
    if (response instanceof SaslError)
      return { challenges, verdict: await wire.respond(cancellation, false), brokenOff: response.code };
    answer = await wire.respond(response, exchange.tokenRefusal === null);
  }
  const isUnproven = wire.isSuccess(answer) && !exchange.mayEnd;
  return { challenges, verdict: answer, brokenOff: isUnproven ? 'serverUnproven' : null };
};
