import type { IncomingMessage } from 'node:http';
import { bodyTooBig, invalidJson, refusals, type Refusal } from './refusal.ts';

export type JsonBody = { value: unknown } | { refusal: Refusal; connection: 'keep' | 'close' };

const isJson = (contentType: string | undefined): boolean =>
  /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType ?? '');

const parse = (bytes: Buffer): JsonBody => {
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { refusal: invalidJson, connection: 'keep' };
  }
};

/**
 * Reads a JSON body of at most `limit` bytes. Only `application/json` is taken: a page of another origin cannot send
 * that without a preflight, which is never answered. The announced length is believed only when it is too big.
 */
export const readJsonBody = async (request: IncomingMessage, limit: number): Promise<JsonBody> => {
  if (!isJson(request.headers['content-type']))
    return { refusal: refusals.jsonRequired, connection: 'close' };
  const tooBig: JsonBody = { refusal: bodyTooBig(limit), connection: 'close' };
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooBig;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return tooBig;
    chunks.push(chunk);
  }
  return parse(Buffer.concat(chunks));
};
