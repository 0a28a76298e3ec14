import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../../../../electron/services/knowledge/findingTable.ts';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { withFormChanges } from '../../../../../electron/services/mail/proof/formChanges.ts';
import type { ResolvedSmtp } from '../../../../../electron/services/mail/resolvedProfile.ts';

const changesFor = (code: FindingCode, tried: Pick<ResolvedSmtp, 'port' | 'encryption'>) => {
  const values: ResolvedSmtp = {
    ...{ kind: 'smtp', name: 'one', host: 'mail.corp.example', ...tried },
    from: { address: 'a@corp.example', displayName: '' },
    testRecipient: null,
    trust: { mode: 'system' },
    authentication: { mode: 'none' },
    ...{ clientName: null, timeoutMs: 30_000, maxConnections: null, arrival: null },
  };
  const compose = () => Promise.reject(new Error('Nothing is sent here.'));
  const tokenHolder = async () => ({ profileId: null, by: 'anna', language: null });
  const delivery = {
    ...{ proofId: 'one', values, recipients: [], compose },
    ...{ until: 'deliver' as const, tokenHolder },
  };
  const seen = { offersSignIn: false, offersStarttls: true, hasEnvelope: false };
  return withFormChanges(makeFinding(code, {}), delivery, seen).changes;
};

describe('the connection that a finding offers', () => {
  it.each([25, 587, 2525])('is TLS on port %i itself, where TLS was seen', (port) => {
    expect(changesFor('plainOnTlsPort', { port, encryption: 'starttls' })).toEqual([
      { change: 'setConnection', encryption: 'tls', port },
    ]);
  });

  it.each([
    [465, 587],
    [587, 587],
    [2525, 2525],
  ])('is STARTTLS, for port %i on %i, where the port begins in plain text', (port, offered) => {
    expect(changesFor('tlsOnPlainPort', { port, encryption: 'tls' })).toEqual([
      { change: 'setConnection', encryption: 'starttls', port: offered },
    ]);
  });
});
