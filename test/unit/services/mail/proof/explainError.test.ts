import { describe, expect, it } from 'vitest';
import { KerberosError } from '../../../../../electron/protocols/kerberos/kerberosError.ts';
import { NoAddressReached } from '../../../../../electron/protocols/net/connectInOrder.ts';
import { ConnectionError } from '../../../../../electron/protocols/net/connectionError.ts';
import { ExchangeTimeout } from '../../../../../electron/protocols/net/httpsExchange.ts';
import { ProxyUnreached } from '../../../../../electron/protocols/net/proxyUnreached.ts';
import { SaslError } from '../../../../../electron/protocols/sasl/saslError.ts';
import { createErrorExplainer } from '../../../../../electron/services/mail/proof/explainError.ts';
import { createEvidenceWriter } from '../../../../../electron/services/proof/evidenceWriter.ts';

const explain = createErrorExplainer({
  parametersOf: () => ({}),
  report: (_, error) => {
    throw error;
  },
});

const noAddress = (...codes: string[]) =>
  new NoAddressReached(
    codes.map((code, index) => ({
      address: `192.0.2.${index}`,
      error: Object.assign(new Error(code), { code }),
    })),
  );

describe('a server with several addresses', () => {
  it.each([
    [['ENETUNREACH', 'ECONNREFUSED'], 'connectionRefused'],
    [['ECONNREFUSED', 'ENETUNREACH'], 'connectionRefused'],
    [['EHOSTUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT'], 'connectionTimedOut'],
    [['ENETUNREACH', 'ENETUNREACH'], 'networkUnreachable'],
  ])('that failed with %j', (codes, expected) => {
    const evidence = createEvidenceWriter((text) => text);
    expect(explain('connect', noAddress(...codes), evidence).code).toBe(expected);
  });

  it('has none at all', () => {
    const evidence = createEvidenceWriter((text) => text);
    expect(explain('token', noAddress(), evidence).code).toBe('hostHasNoAddress');
  });
});

describe('what Kerberos said on this machine', () => {
  const words =
    'Unspecified GSS failure. Minor code may provide more information: No Kerberos credentials available';

  it('is kept, and is no reply of a server', () => {
    const evidence = createEvidenceWriter((text) => text);
    const { code } = explain('authenticate', new KerberosError(words), evidence);
    expect(code).toBe('kerberosTicketMissing');
    expect(evidence.read()).toMatchObject({ replies: [], facts: { localWords: words } });
  });

  it('is nothing where it said nothing', () => {
    const evidence = createEvidenceWriter((text) => text);
    explain('authenticate', new KerberosError(' '), evidence);
    expect(evidence.read()).toEqual({ replies: [], facts: {}, certificates: [] });
  });
});

describe('an answer that is none', () => {
  it.each([new ConnectionError('EPROTO', '220 ready'), new ConnectionError('EMSGSIZE')])(
    'is told of for the protocol that is spoken: %s',
    (error) => {
      const evidence = createEvidenceWriter((text) => text);
      const explainWeb = createErrorExplainer({
        parametersOf: () => ({ host: 'mail.test', port: '443' }),
        nonsenseCode: 'webAnswerUnreadable',
        report: () => undefined,
      });
      expect(explain('deliver', error, evidence).code).toBe('replyNotSmtp');
      expect(explainWeb('deliver', error, evidence).code).toBe('webAnswerUnreadable');
    },
  );
});

it('tells of a challenge that cannot be read as of a sign-in that came to no end', () => {
  const evidence = createEvidenceWriter((text) => text);
  const finding = explain('authenticate', new SaslError('challengeUnreadable'), evidence);
  expect(finding.code).toBe('authenticationExchangeRefused');
});

describe('a proxy that was not reached', () => {
  it.each([
    [Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), 'proxyNotListening'],
    [new ExchangeTimeout(), 'proxyUnreachable'],
    [new ConnectionError('EOF'), 'proxyUnreachable'],
    [noAddress(), 'proxyNotFound'],
    [noAddress('EHOSTUNREACH', 'ENETUNREACH'), 'proxyUnreachable'],
    [noAddress('EACCES'), 'connectionBlockedLocally'],
    [Object.assign(new Error('try later'), { code: 'EAI_AGAIN' }), 'dnsUnreachable'],
  ])('is not taken for the server behind it: %s', (cause, expected) => {
    const proxy = { host: 'proxy', port: 8080, credential: null };
    const evidence = createEvidenceWriter((text) => text);
    for (const stage of ['connect', 'authenticate'] as const)
      expect(explain(stage, new ProxyUnreached(proxy, cause), evidence).code).toBe(expected);
  });
});
