import { describe, expect, it } from 'vitest';
import type { ExplainInput } from '../../../../electron/contract/knowledge/knowledge.contract.ts';
import { explain } from '../../../../electron/services/knowledge/explain.ts';

const codeOf = (text: string, protocol: ExplainInput['protocol'] = null) =>
  explain({ text, protocol, stage: null })?.finding.code ?? null;
const policy =
  'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.';

describe('an error whose service is not named', () => {
  it.each([
    ['ErrorAccessDenied: Access is denied. Check credentials and try again.', 'graphPermissionMissing'],
    ['The remote server returned an error: (401) Unauthorized.', 'ewsSignInRefused'],
    [policy, 'graphApplicationPolicy'],
    ['The account does not have permission to impersonate the requested user.', 'ewsImpersonationDenied'],
    ['ErrorImpersonateUserDenied', 'ewsImpersonationDenied'],
  ])('is found: %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is read as the service says it that is named', () => {
    const denied = 'ErrorAccessDenied: Access is denied. Check credentials and try again.';
    expect(codeOf(denied, 'ews')).toBe('ewsAccessDenied');
    expect(codeOf(policy, 'ews')).toBe('graphApplicationPolicy');
  });
});

describe('an error of Kerberos in mail', () => {
  it.each([null, 'smtp', 'imap', 'pop3', 'ews'] as const)('is known for %s', (protocol) => {
    const text = 'KDC_ERR_S_PRINCIPAL_UNKNOWN while getting a ticket';
    expect(codeOf(text, protocol)).toBe('kerberosServiceUnknown');
  });

  it('is looked up by the name of the server, whatever its service', () => {
    const explained = explain({ text: 'KDC_ERR_S_PRINCIPAL_UNKNOWN', protocol: null, stage: null });
    expect(explained?.finding.command).toBe('setspn -Q */SERVER');
  });
});

it('knows a certificate for IMAP and POP3, too', () => {
  for (const protocol of ['imap', 'pop3'] as const)
    expect(codeOf('CERT_HAS_EXPIRED', protocol)).toBe('certificateExpired');
});

it.each([
  ['Server execution failed (Exception from HRESULT: 0x80080005)', 'outlookNotReachable'],
  ['Class not registered (0x80040154)', 'outlookMissing'],
])('knows what COM says only where it is Outlook: %s', (text, code) => {
  expect(codeOf(text)).toBeNull();
  expect(codeOf(text, 'outlook')).toBe(code);
});

it('does not take the COM server of another program for Outlook', () => {
  const failed = 'Retrieving the COM class factory for component with CLSID';
  const reason = 'failed due to the following error: 80080005 Server execution failed';
  expect(codeOf(`${failed} {00024500-0000-0000-C000-000000000046} ${reason}`)).toBeNull();
  expect(codeOf(`${failed} {0006F03A-0000-0000-C000-000000000046} ${reason}`)).toBe('outlookNotReachable');
  expect(codeOf('0x80040154: Class not registered: Excel.Application')).toBeNull();
});
