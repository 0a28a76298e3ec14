import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../../electron/services/knowledge/diagnose.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import type { Symptom } from '../../../../electron/services/knowledge/symptom.ts';
import { entraRows, ewsRows, graphRows, mailRows, oauthRows, outlookRows } from './cloudRows.ts';

const of = (protocol: Symptom['protocol'], cloud: Symptom['cloud'], more: Partial<Symptom> = {}) =>
  diagnose({ protocol, stage: null, parameters: {}, ...(cloud ? { cloud } : {}), ...more });
const ask = (text: string, protocol: 'oauth' | 'graph' | 'ews' | null = null) =>
  explain({ text, protocol, stage: null })?.finding;

describe('an answer of Microsoft Entra ID', () => {
  const numbers = entraRows.flatMap(([code, ...list]) => list.map((number) => [number, code] as const));

  it.each(numbers)('AADSTS%i is %s, received or pasted', (errorNo, code) => {
    expect(of('oauth', { error: 'invalid_grant', errorNo, status: 400 }).code).toBe(code);
    expect(ask(`AADSTS${errorNo}: as the service says it.`)?.code).toBe(code);
    expect(ask(`{"error":"invalid_grant","error_codes":[${errorNo}]}`)?.code).toBe(code);
  });

  it('with a number that nobody knows yet is named by it', () => {
    const known = { code: 'oauthRefused', parameters: { error: 'AADSTS59999', context: 'detailed' } };
    expect(of('oauth', { error: 'invalid_request', errorNo: 59999 })).toMatchObject(known);
    expect(ask('AADSTS59999: Something new.')).toMatchObject(known);
  });

  it('tells the time of the service when the clock is wrong', () => {
    const text =
      'AADSTS700024: Client assertion is not within its valid time range. Current time: 2026-11-20T09:41:03.6755165Z, assertion valid from 2026-11-20T09:55:01Z.';
    const right = {
      code: 'oauthClockWrong',
      parameters: { serverTime: '2026-11-20T09:41:03.6755165Z' },
      command: 'w32tm /resync',
    };
    expect(ask(text)).toMatchObject(right);
    expect(of('oauth', { errorNo: 700024, error: 'invalid_client' }, { text })).toMatchObject(right);
  });

  it('names the redirect address that is not registered', () => {
    const text =
      "AADSTS50011: The redirect URI 'http://localhost:9999/callback' specified in the request does not match the redirect URIs configured for the application.";
    expect(ask(text)?.parameters['redirectUri']).toBe('http://localhost:9999/callback');
  });
});

describe('an error of OAuth or msal', () => {
  it.each(oauthRows)('%s is %s', (error, code) => {
    expect(of('oauth', { error }).code).toBe(code);
  });

  it('that hides a failed connection gives way to it', () => {
    const code = (systemCode: string) =>
      of('oauth', { error: 'network_error' }, { systemCode, text: 'network_error' }).code;
    expect(code('ENOTFOUND')).toBe('hostNotFound');
    expect(code('UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toBe('certificateChainIncomplete');
  });

  it('counts its sub-error', () => {
    expect(of('oauth', { error: 'invalid_request', subError: 'consent_required' }).code).toBe(
      'oauthConsentMissing',
    );
  });

  it('is told by its status where it says nothing else', () => {
    expect(of('oauth', { status: 503 }).code).toBe('oauthTemporary');
    expect(of('oauth', { status: 429 }).code).toBe('oauthThrottled');
    expect(of('oauth', { status: 407 }).code).toBe('proxySignInNeeded');
    expect(of('oauth', { status: 418 })).toMatchObject({
      code: 'oauthRefused',
      parameters: { error: 'HTTP 418' },
    });
  });
});

describe('an answer of Microsoft Graph', () => {
  it.each(graphRows)('%s %s is %s', (status, error, code) => {
    expect(of('graph', { status, error }).code).toBe(code);
  });

  it('counts its words too', () => {
    const refused = { status: 401, error: 'InvalidAuthenticationToken' };
    const text = 'Access token validation failure. Invalid audience.';
    expect(of('graph', refused, { text }).code).toBe('oauthAudienceWrong');
    expect(
      of(
        'graph',
        { status: 400, error: 'ErrorMimeContentInvalidBase64String' },
        {
          text: 'Invalid base64 string for MIME content.',
        },
      ).code,
    ).toBe('graphMimeInvalid');
  });
});

describe('an answer of Exchange Web Services', () => {
  it.each(ewsRows)('%s %s is %s', (status, error, code) => {
    expect(of('ews', { status, error }).code).toBe(code);
  });

  it('that nobody knows is named', () => {
    expect(of('ews', { status: 200, error: 'ErrorSomethingNew' }).parameters).toEqual({
      error: 'ErrorSomethingNew',
      context: 'detailed',
    });
  });
});

describe('an error of Outlook', () => {
  it.each(outlookRows)('%s is %s', (hresult, code) => {
    const finding = of('outlook', { hresult });
    expect(finding).toMatchObject({ code, parameters: { hresult } });
  });

  it('says nothing where Outlook is not named', () => {
    expect(
      ask('Class not registered (Exception from HRESULT: 0x80040154 (REGDB_E_CLASSNOTREG))'),
    ).toBeUndefined();
  });
});

describe('a reply of a mail server', () => {
  it.each(mailRows)('%s', (text, code) => {
    expect(ask(text)?.code).toBe(code);
  });
});

describe('words that mean different things', () => {
  const denied =
    '{"code":"ErrorAccessDenied","message":"Access is denied. Check credentials and try again."}';

  it('are heard as the person says', () => {
    expect(ask(denied, 'graph')?.code).toBe('graphPermissionMissing');
    expect(ask(denied, 'ews')?.code).toBe('ewsAccessDenied');
  });

  it('beside a status of HTTP are no reply of mail', () => {
    expect(ask('https://graph.microsoft.com/v1.0/me/sendMail: error 503: try again later')).toMatchObject({
      code: 'graphTemporary',
      permanent: false,
    });
  });

  it('of a full reply stay mail, although an API is named', () => {
    expect(ask('graph.microsoft.com is up, but: 550 5.1.1 User unknown')?.code).toBe('recipientUnknown');
  });
});
