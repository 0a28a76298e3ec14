import { describe, expect, it } from 'vitest';
import { NoAddressReached } from '../../../../../electron/protocols/net/connectInOrder.ts';
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
});
