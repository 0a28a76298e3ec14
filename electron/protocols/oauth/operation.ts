import { OAuthRefusal, type OAuthCommand } from './oauthError.ts';
import { readAnswer, serverTimeOf } from './readAnswer.ts';
import type { JsonObject } from '../text/readJson.ts';
import { secretsOf } from './withoutSecrets.ts';
import type { ExchangeAnswer, ExchangeRequest, HttpExchange } from '../net/httpsExchange.ts';

export type Question = Omit<ExchangeRequest, 'signal'> & { command: OAuthCommand };

/**
 * One call of a token client, from the first request to the last. It keeps the first fault, since both libraries lose
 * what was wrong on the way.
 */
export type Operation = {
  signal: AbortSignal;
  /** Asks the provider. A code that nobody has typed in yet is no fault, and is given as the answer that it is. */
  ask(question: Question): Promise<{ answer: ExchangeAnswer; body: JsonObject }>;
  /** What `ask` threw first; null: nothing. */
  fault(): Error | null;
  /** The provider's clock at its last answer, in ms since 1970; null: it does not say, or nothing was asked. */
  serverTimeMs(): number | null;
};

export type OperationSettings = {
  exchange: HttpExchange;
  now: () => number;
  signal: AbortSignal;
  /**
   * True: what was asked runs until the exchange ends it, even when nobody waits any more. The provider may have replaced a
   * token for renewal that it was sent: then only its answer has the next one.
   */
  isFinished: boolean;
  /** Throws when the provider is not to be asked yet. */
  checkTurn: () => void;
};

const isPending = (error: unknown): error is OAuthRefusal =>
  error instanceof OAuthRefusal && ['authorization_pending', 'slow_down'].includes(error.error);

const unending = new AbortController().signal;

/** Begins an operation, in which nothing more is asked when the signal aborts. */
export const beginOperation = (settings: OperationSettings): Operation => {
  const { exchange, now, signal, isFinished, checkTurn } = settings;
  let fault: Error | null = null;
  let serverTimeMs: number | null = null;

  const read = (answer: ExchangeAnswer, question: Question): JsonObject => {
    try {
      return readAnswer(answer, { command: question.command, secrets: secretsOf(question), nowMs: now() });
    } catch (error) {
      if (isPending(error)) return { error: error.error };
      throw error;
    }
  };

  return {
    signal,
    fault: () => fault,
    serverTimeMs: () => serverTimeMs,
    ask: async (question) => {
      const { method, url, headers, body } = question;
      try {
        signal.throwIfAborted();
        checkTurn();
        const answer = await exchange({ method, url, headers, body, signal: isFinished ? unending : signal });
        serverTimeMs = serverTimeOf(answer);
        return { answer, body: read(answer, question) };
      } catch (error) {
        if (error instanceof Error) fault ??= error;
        throw error;
      }
    },
  };
};
