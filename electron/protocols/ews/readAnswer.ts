import { bodyText } from '../http/bodyText.ts';
import { offeredSchemes } from '../http/challenges.ts';
import type { HttpAnswer } from '../http/httpConnection.ts';
import { retryAfterSeconds } from '../http/retryAfter.ts';
import { hideSecrets, serverWords } from '../http/serverWords.ts';
import { shownLocation } from '../http/shownLocation.ts';
import { ConnectionError } from '../net/connectionError.ts';
import { readXml, XmlError } from '../xml/readXml.ts';
import { childOf, childrenOf, type XmlElement } from '../xml/xmlElement.ts';
import { EwsRefusal, type EwsRefused } from './ewsRefusal.ts';
import { type ServerVersion, toServerVersion } from './exchangeVersion.ts';
import { errorNames, messageNames, soapNames, typeNames } from './soap.ts';

export type EwsOperation = 'GetFolder' | 'CreateItem';

const versionNumbers = ['MajorVersion', 'MinorVersion', 'MajorBuildNumber', 'MinorBuildNumber'];

const serverVersionIn = (envelope: XmlElement): ServerVersion | null => {
  const info = childOf(childOf(envelope, soapNames, 'Header'), typeNames, 'ServerVersionInfo');
  if (info === null) return null;
  return toServerVersion(versionNumbers.flatMap((name) => info.attributes.get(name) ?? []));
};

/** `MessageXml` has what a code alone does not tell, by names; its namespace depends on where it stands. */
const backOffIn = (parent: XmlElement | null): number | null => {
  const details = [messageNames, typeNames].flatMap(
    (namespace) => childOf(parent, namespace, 'MessageXml')?.children ?? [],
  );
  const value = details.find(({ attributes }) => attributes.get('Name') === 'BackOffMilliseconds');
  const text = value?.text.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

const bareRefusal = ({ status, headers }: HttpAnswer): Omit<EwsRefused, 'kind'> => {
  const seconds = retryAfterSeconds(headers['retry-after']?.[0], new Date());
  return {
    ...{ status, responseCode: null, message: '', serverVersion: null },
    backOffMs: seconds === null ? null : seconds * 1_000,
    offered: offeredSchemes(headers['www-authenticate'] ?? []),
    location: shownLocation(headers['location']?.[0], []),
  };
};

/** What stands beside `faultstring` in no namespace (SOAP 1.1, 4.4). */
const faultIn = (fault: XmlElement): Pick<EwsRefused, 'responseCode' | 'message' | 'backOffMs'> => {
  const detail = childOf(fault, '', 'detail');
  const said = childOf(detail, errorNames, 'Message') ?? childOf(fault, '', 'faultstring');
  return {
    responseCode: childOf(detail, errorNames, 'ResponseCode')?.text.trim() ?? null,
    message: said?.text.trim() ?? '',
    backOffMs: backOffIn(detail),
  };
};

/** The outcome of the one operation that was asked for; null: the body has none. */
const outcomeIn = (body: XmlElement, operation: EwsOperation): XmlElement | null => {
  const response = childOf(body, messageNames, `${operation}Response`);
  const messages = childOf(response, messageNames, 'ResponseMessages');
  if (messages === null) return null;
  return childrenOf(messages, messageNames, `${operation}ResponseMessage`)[0] ?? null;
};

const bodyOf = (envelope: XmlElement): XmlElement | null =>
  envelope.namespace === soapNames && envelope.name === 'Envelope'
    ? childOf(envelope, soapNames, 'Body')
    : null;

const refusalIn = (
  envelope: XmlElement,
  operation: EwsOperation,
): Pick<EwsRefused, 'kind' | 'responseCode' | 'message' | 'backOffMs'> | null => {
  const body = bodyOf(envelope);
  if (body === null) return { kind: 'notEws', responseCode: null, message: '', backOffMs: null };
  const fault = childOf(body, soapNames, 'Fault');
  if (fault !== null) return { kind: 'fault', ...faultIn(fault) };
  const outcome = outcomeIn(body, operation);
  if (outcome === null) throw new ConnectionError('EPROTO');
  if (outcome.attributes.get('ResponseClass') === 'Success') return null;
  return {
    kind: 'error',
    responseCode: childOf(outcome, messageNames, 'ResponseCode')?.text.trim() ?? null,
    message: childOf(outcome, messageNames, 'MessageText')?.text.trim() ?? '',
    backOffMs: backOffIn(outcome),
  };
};

const kindOf = (status: number): EwsRefused['kind'] => {
  if (status === 200) return 'notEws';
  if (status === 401) return 'signIn';
  if (status === 404) return 'notFound';
  return status >= 300 && status < 400 ? 'redirected' : 'status';
};

const parse = (text: string): XmlElement | null => {
  try {
    return readXml(text);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
};

/** Exchange answers behind 200, and puts faults behind 500 and 503; pages behind other statuses come from what stands before it. */
const envelopeIn = (status: number, text: string): XmlElement | null => {
  if (status !== 200 && status < 500) return null;
  const root = parse(text);
  return status === 200 || status === 500 || (root && bodyOf(root)) ? root : null;
};

/**
 * Reads the answer to one operation. Gives what the server says of its version. Throws EwsRefusal, or ConnectionError
 * EPROTO where SOAP comes that answers something else.
 * @param secrets what must not be repeated, should the server do so.
 */
export const readEwsAnswer = (
  answer: HttpAnswer,
  operation: EwsOperation,
  secrets: readonly string[],
): ServerVersion | null => {
  const text = bodyText(answer);
  const bare = bareRefusal(answer);
  const envelope = envelopeIn(answer.status, text);
  if (envelope === null) {
    const message = serverWords(text, secrets);
    throw new EwsRefusal({ ...bare, kind: kindOf(answer.status), message });
  }
  const serverVersion = serverVersionIn(envelope);
  const refusal = refusalIn(envelope, operation);
  if (refusal === null) return serverVersion;
  const { backOffMs } = refusal;
  throw new EwsRefusal({
    ...{ ...bare, ...refusal, serverVersion },
    backOffMs: backOffMs ?? bare.backOffMs,
    message: hideSecrets(refusal.message, secrets),
  });
};
