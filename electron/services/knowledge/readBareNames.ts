import type { Clue } from './clue.ts';
import type { CloudProtocol } from './cloudProtocol.ts';
import { fold, maskAddresses, prepareText } from './prepareText.ts';
import { cloudCodes } from './readCloudCodes.ts';
import { inHexadecimal } from './readSystemCodes.ts';

const sourceLength = 500;

/** A line that is a name: at most what kind of thing it is stands before, and what it means behind a colon. */
const nameOfLine =
  /^\W{0,8}(?:(?:error|code|error ?code|response ?code|message)["']?[:=]\W{0,4})?([a-z][a-z0-9]{1,60}(?:_[a-z]{1,60}){0,6}|0x8[0-9a-f]{7})(?=\W{0,8}$|["']?: )/i;

/** A status beside its own words (RFC 9110 15.5 and 15.6), or alone on its line. */
const status =
  /(?<![\d.])([45]\d\d)(?= (?:unauthorized|forbidden|not found|method not allowed|proxy authentication required|(?:request entity|payload|content) too large|too many requests|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)\b)|^\W{0,8}([45]\d\d)(?=\W{0,8}$)/i;

const hresult = /\b0x8[0-9a-f]{7}\b/i;

/** Names that say too little where nobody says whose they are. */
const needService: ReadonlySet<string> = new Set([
  // The rights on the mailbox to Exchange Web Services, the permission of the application to Graph.
  ...cloudCodes('EXCHANGE', 'ErrorAccessDenied'),
  // Every web service calls them so.
  ...cloudCodes('EXCHANGE', 'ResourceNotFound', 'RequestEntityTooLarge', 'TooManyRequests'),
  ...cloudCodes('EXCHANGE', 'ServiceUnavailable', 'serviceNotAvailable', 'GatewayTimeout'),
  // Every program that asks another one, or lets somebody in, has them.
  ...cloudCodes('OAUTH', 'access_denied', 'login_required', 'expired_token', 'bad_token', 'invalid_state'),
  ...cloudCodes('OAUTH', 'server_error', 'temporarily_unavailable', 'service_not_available', 'slow_down'),
  ...cloudCodes('OAUTH', 'network_error', 'post_request_failed', 'get_request_failed'),
]);
/** Errors of MAPI (mapicode.h) that no COM server has; 0x80040111 is CLASS_E_CLASSNOTAVAILABLE, too. */
const onlyOfMapi: ReadonlySet<string> = new Set(
  cloudCodes('OUTLOOK', '0x8004010F', '0x80040115', '0x8004011D'),
);

const codesOfName = (line: string): string[] => {
  const name = nameOfLine.exec(line)?.[1];
  if (name === undefined) return [];
  return name.startsWith('0')
    ? cloudCodes('OUTLOOK', name)
    : [...cloudCodes('EXCHANGE', name), ...cloudCodes('OAUTH', name)];
};

const codesAlone = (line: string): string[] =>
  codesOfName(line).filter(
    (code) => !needService.has(code) && (!code.startsWith('OUTLOOK') || onlyOfMapi.has(code)),
  );

const codesOfService = (line: string, service: CloudProtocol): string[] => {
  if (service === 'outlook') return cloudCodes('OUTLOOK', hresult.exec(line)?.[0]);
  const found = status.exec(line);
  return [...codesOfName(line), ...cloudCodes('HTTP', found?.[1] ?? found?.[2])];
};

const clueOf = (line: string, codes: readonly string[]): Clue => ({
  text: line,
  searched: maskAddresses(line),
  reply: null,
  enhanced: null,
  systemCodes: new Set(codes),
  stage: null,
  command: null,
  protocol: null,
  source: line.slice(0, sourceLength),
});

/**
 * Gives the lines of a text that are no more than a name of Microsoft Graph, Exchange Web Services, OAuth or Outlook; where
 * a person names the service, also names that other programs have, and statuses of HTTP.
 */
export const readBareNames = (text: string, service: CloudProtocol | null): Clue[] =>
  inHexadecimal(prepareText(text))
    .split('\n')
    .map(fold)
    .flatMap((line) => {
      const codes = service === null ? codesAlone(line) : codesOfService(line, service);
      return codes.length > 0 ? [clueOf(line, codes)] : [];
    });
