import { decodeText } from '../text/decodeText.ts';
import type { HttpAnswer } from './httpConnection.ts';

const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i;
/** Read from bytes as characters: the declaration is ASCII in all encodings that need one (XML 1.0, F.1). */
const declaration = /^<\?xml[^>]{0,100}\sencoding\s*=\s*["']([^"']+)["']/;

/** Null: nobody knows an encoding of that name. */
const decodedAs = (encoding: string, body: Buffer): string | null => {
  try {
    return new TextDecoder(encoding).decode(body);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const hasMark = (body: Buffer): boolean =>
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(body.toString('latin1', 0, 3));

/**
 * The body of an answer with XML as text: in the encoding of its byte order mark, of Content-Type, or of its declaration
 * (RFC 7303, 3), else in UTF-8.
 */
export const bodyText = ({ headers, body }: Pick<HttpAnswer, 'headers' | 'body'>): string => {
  if (hasMark(body)) return decodeText(body);
  const named =
    charset.exec(headers['content-type']?.[0] ?? '')?.[1] ??
    declaration.exec(body.toString('latin1', 0, 200))?.[1] ??
    'utf-8';
  return decodedAs(named, body) ?? decodeText(body);
};
