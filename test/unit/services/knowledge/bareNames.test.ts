import { describe, expect, it } from 'vitest';
import type { ExplainInput } from '../../../../electron/contract/knowledge/knowledge.contract.ts';
import { diagnose } from '../../../../electron/services/knowledge/diagnose.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { cloudRules, generalCloudRules } from '../../../../electron/services/knowledge/rules/allRules.ts';
import type { CloudRefusal } from '../../../../electron/services/knowledge/symptom.ts';

const codeOf = (text: string, protocol: ExplainInput['protocol'] = null) =>
  explain({ text, protocol, stage: null })?.finding.code ?? null;
const received = (protocol: 'oauth' | 'graph' | 'ews' | 'outlook', cloud: CloudRefusal, text = '') =>
  diagnose({ protocol, stage: null, cloud, text, parameters: {} }).code;

const marks = new Set(
  [...cloudRules, ...generalCloudRules].flatMap(({ when }) => [when.systemCode ?? []].flat()),
);
const namesOf = (kind: string): string[] =>
  [...marks].filter((mark) => mark.startsWith(`${kind}:`)).map((mark) => mark.slice(kind.length + 1));

const exchangeNames = namesOf('EXCHANGE');
/** msal's empty error cannot be written down. */
const oauthNames = namesOf('OAUTH').filter((name) => name !== '');
const hresults = namesOf('OUTLOOK');
const statuses = namesOf('HTTP').map(Number);

/** Names that say too little where nobody says whose they are. */
const notKnownAlone = {
  // The rights on the mailbox to Exchange Web Services, the permission of the application to Graph.
  twoMeanings: ['ERRORACCESSDENIED'],
  // Every web service calls them so.
  everyWebService: [
    ...['RESOURCENOTFOUND', 'REQUESTENTITYTOOLARGE', 'TOOMANYREQUESTS', 'SERVICEUNAVAILABLE'],
    ...['SERVICENOTAVAILABLE', 'GATEWAYTIMEOUT'],
  ],
  // Every program that asks another one, or lets somebody in, has them.
  everyProgram: [
    ...['ACCESS_DENIED', 'LOGIN_REQUIRED', 'EXPIRED_TOKEN', 'BAD_TOKEN', 'INVALID_STATE', 'SLOW_DOWN'],
    ...['SERVER_ERROR', 'TEMPORARILY_UNAVAILABLE', 'SERVICE_NOT_AVAILABLE'],
    ...['NETWORK_ERROR', 'POST_REQUEST_FAILED', 'GET_REQUEST_FAILED'],
  ],
  // Only what is said beside it has a meaning.
  nothingWithoutWords: ['INVALID_REQUEST', 'INVALID_REDIRECT_URI'],
  // All of Windows and every COM server have them; 0x80040111 is CLASS_E_CLASSNOTAVAILABLE, too.
  allOfWindows: [
    ...['0X80040154', '0X800401F3', '0X800401E3', '0X80080005', '0X80010001', '0X8001010A', '0X800706BA'],
    ...['0X80070005', '0X80004004', '0X80040111'],
  ],
};

describe('a name alone', () => {
  it('is known without a protocol, but for those that mean several things', () => {
    const unknown = [...exchangeNames, ...oauthNames, ...hresults].filter((name) => codeOf(name) === null);
    expect(unknown.toSorted()).toEqual(Object.values(notKnownAlone).flat().toSorted());
  });

  it.each([
    ['ErrorNonExistentMailbox', 'ewsMailboxMissing'],
    ['ErrorServerBusy', 'ewsBusy'],
    ['ErrorServerBusy: The server cannot service this request right now. Try again later.', 'ewsBusy'],
    ['ErrorSendAsDenied', 'sendAsDenied'],
    ['ErrorExceededMessageLimit', 'exchangeOnlineRecipientLimit'],
    ['ErrorMimeContentInvalidBase64String', 'graphMimeInvalid'],
    ['ErrorInvalidRecipients', 'recipientSyntaxRefused'],
    ['Code: ErrorInvalidRecipients\nMessage: At least one recipient is not valid.', 'recipientSyntaxRefused'],
    ['org_internal', 'googleAppInternal'],
    ['"org_internal".', 'googleAppInternal'],
    ['error: org_internal', 'googleAppInternal'],
    ['deleted_client', 'googleClientUnknown'],
    ['{"error":"invalid_scope"}', 'oauthScopeInvalid'],
    ['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'oauthPermissionMissing'],
    ['MAPI_E_LOGON_FAILED', 'outlookProfileFailed'],
    ['0x8004010F', 'outlookMailboxMissing'],
    ['-2147221227', 'outlookServerUnreachable'],
  ])('is found: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('means the same in whatever case it is written', () => {
    for (const name of [...exchangeNames, ...oauthNames, ...hresults])
      expect(codeOf(name.toLowerCase(), null)).toBe(codeOf(name, null));
  });
});

describe('a name alone, with its service', () => {
  const services = ['graph', 'ews'] as const;

  it.each(services.flatMap((service) => exchangeNames.map((name) => [service, name] as const)))(
    'is read as %s says it: %s',
    (service, name) => {
      const inProof = received(service, { error: name });
      expect(codeOf(name, service)).toBe(inProof === `${service}Refused` ? null : inProof);
    },
  );

  const meaningful = oauthNames.filter((name) => !notKnownAlone.nothingWithoutWords.includes(name));

  it.each(meaningful)('is read as OAuth says it: %s', (name) => {
    expect(codeOf(name.toLowerCase(), 'oauth')).toBe(received('oauth', { error: name }));
  });

  it.each(hresults)('is read as Outlook says it: %s', (name) => {
    const hresult = name.toLowerCase();
    const code = received('outlook', { hresult });
    expect(codeOf(hresult, 'outlook')).toBe(code);
    expect(codeOf(String(Number(hresult) - 2 ** 32), 'outlook')).toBe(code);
    expect(codeOf(`The operation failed. (Exception from HRESULT: ${hresult})`, 'outlook')).toBe(code);
  });
});

describe('a status of HTTP', () => {
  const words: Readonly<Record<number, string>> = {
    401: 'Unauthorized',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    407: 'Proxy Authentication Required',
    413: 'Request Entity Too Large',
    429: 'Too Many Requests',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  };
  const services = ['oauth', 'graph', 'ews'] as const;
  const rows = services.flatMap((service) => statuses.map((status) => [service, status] as const));

  it.each(rows)('means to %s what it means in a proof: %i', (service, status) => {
    const inProof = received(service, { status });
    const known = inProof === `${service}Refused` ? null : inProof;
    const line = `${String(status)} ${words[status] ?? ''}`;
    for (const text of [line, `HTTP/1.1 ${line}`, `${line}\nServer: Microsoft-IIS/10.0`, String(status)])
      expect(codeOf(text, service), text).toBe(known);
  });

  it('is found within a line, too', () => {
    expect(codeOf('The server answered 403 Forbidden.', 'ews')).toBe('ewsDisabled');
  });

  it('with the sign-in that is offered is read as Exchange says it, where Exchange is named', () => {
    const text = '401 Unauthorized WWW-Authenticate: Negotiate NTLM';
    expect(codeOf(text, 'ews')).toBe('ewsSignInRefused');
    expect(codeOf(text, 'graph')).toBe('graphTokenRefused');
    expect(codeOf(text)).toBeNull();
  });
});

describe('what only looks like a name or a status', () => {
  it.each([
    ['ErrorMessage', null],
    ['JwtError: token has expired', null],
    ['BusError: the server cannot service this request right now', null],
    ['ErrorHandler: ErrorServerBusyHandler', null],
    ['SELECT org_internal FROM departments', null],
    ['Class not registered (0x80040154)', null],
    ['404 messages were moved', 'ews'],
    ['403', null],
    ['403 Forbidden', 'smtp'],
    ['404 Not Found', null],
    ['the value of access_denied is 0', 'oauth'],
    ['ErrorServerBusy', 'smtp'],
    ['ErrorServerBusy', 'ldap'],
  ] as const)('is not explained: %s (%s)', (text, protocol) => {
    expect(codeOf(text, protocol)).toBeNull();
  });

  it('leaves a reply of mail what it is', () => {
    expect(codeOf('550 5.1.1 User unknown\nErrorServerBusy')).toBe('recipientUnknown');
  });
});
