import { isFailure } from '../contract/failures.ts';
import { escapeControls } from './escapeControls.ts';
import type { Log, LogFields } from './log.ts';

/** Names of fields that may be written. A new one is added here on purpose (OWASP Logging, "Data to exclude"). */
export const allowedFields: ReadonlySet<string> = new Set([
  'dataDirectory',
  'directory',
  'door',
  'error',
  'file',
  'id',
  'incident',
  'kind',
  'operation',
  'port',
  'prefix',
  'profile',
  'reason',
  'receivedAt',
  'result',
  'revision',
  'slot',
  'stage',
  'systemCode',
  'url',
  'user',
  'version',
]);

const longestText = 8_192;

type Described = { name: string; message: string; code?: string; stack?: string; cause?: Described };

/** Name, message, system code, stack and causes of an error; never its other properties, which may hold anything. */
const describeError = (error: unknown, depth = 0): Described => {
  if (!(error instanceof Error)) return { name: typeof error, message: 'not an Error' };
  return {
    name: error.name,
    message: error.message,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(error.stack !== undefined && !isFailure(error) ? { stack: error.stack } : {}),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
};

const plain = (value: unknown): unknown => {
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null)
    return value;
  return `[${typeof value}]`;
};

const select = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => allowedFields.has(name))
      .map(([name, value]) => [name, name === 'error' ? describeError(value) : plain(value)]),
  );

/**
 * A log of JSON lines: `{"at","level","event",…fields}`, one line an event whatever the values hold. Only fields on
 * the list are written, and `mask` takes the secrets that are in use out of every text. An entry that cannot be
 * described or masked is written without its fields: whoever logs an error must not fail over it.
 */
export const createJsonLog = (write: (line: string) => void, mask: (text: string) => string): Log => {
  /** Cut after it is masked: half a secret would not be known again. */
  const maskText = (_name: string, value: unknown): unknown =>
    typeof value === 'string' ? mask(value).slice(0, longestText) : value;
  const record = (level: 'info' | 'error') => (event: string, fields: LogFields) => {
    const head = { at: new Date().toISOString(), level, event };
    let line: string;
    try {
      line = JSON.stringify({ ...head, ...select(fields) }, maskText);
    } catch {
      line = JSON.stringify({ ...head, reason: 'notDescribable' });
    }
    write(`${escapeControls(line)}\n`);
  };
  return { info: record('info'), error: record('error') };
};
