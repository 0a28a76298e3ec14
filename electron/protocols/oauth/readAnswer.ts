import { retryAfterSeconds } from '../http/retryAfter.ts';
import { type Refuse, toDeviceFields, toTokenFields } from './answerFields.ts';
import { OAuthRefusal, type OAuthCommand, UnusableAnswer } from './oauthError.ts';
import type { ExchangeAnswer } from '../net/httpsExchange.ts';
import { type JsonObject, readJsonObject } from '../text/readJson.ts';
import { correlationOf, refusalCode, secondCode } from './refusalCodes.ts';
import { withoutSecrets } from './withoutSecrets.ts';

export type Asked = {
  command: OAuthCommand;
  /** What must not come back in words. */
  secrets: readonly string[];
  /** When the answer came, in ms since 1970. */
  nowMs: number;
};

const shownOfPage = 300;

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const entraNumber = (body: JsonObject, words: string): number | null => {
  const [first] = Array.isArray(body['error_codes']) ? (body['error_codes'] as unknown[]) : [];
  if (Number.isSafeInteger(first)) return Number(first);
  const number = /\bAADSTS(\d+)/.exec(words)?.[1];
  return number === undefined ? null : Number(number);
};

const retryAfterMs = (field: string | undefined, nowMs: number): number | null => {
  const seconds = retryAfterSeconds(field, new Date(nowMs));
  return seconds === null ? null : seconds * 1_000;
};

/** The provider's clock when it answered, in ms since 1970 (RFC 9110, 6.6.1); null: it does not say. */
export const serverTimeOf = ({ headers }: ExchangeAnswer): number | null => {
  const ms = Date.parse(headers['date'] ?? '');
  return Number.isNaN(ms) ? null : ms;
};

/** The refusal that an answer's JSON tells of; null when it names no error. */
const toRefusal = (body: JsonObject, answer: ExchangeAnswer, asked: Asked): OAuthRefusal | null => {
  const { status, headers } = answer;
  const error = textOf(body['error']);
  if (error === null) return null;
  const words = textOf(body['error_description']) ?? '';
  return new OAuthRefusal({
    error: refusalCode(error, asked.secrets),
    description: withoutSecrets(words, asked.secrets),
    errorNo: entraNumber(body, words),
    subError: secondCode(body['suberror'], asked.secrets),
    correlationId: correlationOf(body['correlation_id'], asked.secrets),
    status,
    command: asked.command,
    retryAfterMs: retryAfterMs(headers['retry-after'], asked.nowMs),
    serverTimeMs: serverTimeOf(answer),
  });
};

const shownWords = (words: string, secrets: readonly string[]): string =>
  withoutSecrets(words, secrets).slice(0, shownOfPage);

const isBearer = (type: unknown): boolean =>
  type === undefined || (typeof type === 'string' && type.toLowerCase() === 'bearer');

/**
 * Reads an answer of a provider: its JSON when it says yes. Throws OAuthRefusal when it says no, and UnusableAnswer for
 * all else: a proxy's page, an error without a reason, a token that is none, a field that nothing can be done with.
 */
export const readAnswer = (answer: ExchangeAnswer, asked: Asked): JsonObject => {
  const { command, secrets } = asked;
  const { status } = answer;
  const isSuccess = status >= 200 && status <= 299;
  // Whatever its shape, it may hold a live token or code that nothing knows yet.
  const isSecret = isSuccess && (command === 'token' || command === 'device');
  const unusable = (code: UnusableAnswer['code'], words: string): UnusableAnswer =>
    new UnusableAnswer(code, command, status, isSecret ? '' : shownWords(words, secrets));
  const body = readJsonObject(answer.body);
  if (body === null) throw unusable('notJson', answer.body);
  const refusal = toRefusal(body, answer, asked);
  if (refusal !== null) throw refusal;
  if (!isSuccess) throw unusable('withoutReason', answer.body);
  if (command === 'token' && (textOf(body['access_token']) === null || !isBearer(body['token_type'])))
    throw unusable('withoutToken', '');
  const refuse: Refuse = (field) => new UnusableAnswer('protocol', command, status, field);
  if (command === 'token') return toTokenFields(body, refuse);
  return command === 'device' ? toDeviceFields(body, refuse) : body;
};
