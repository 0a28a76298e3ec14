import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../../../../../electron/contract/mail/preset.ts';
import { presetForm } from '../../../../../../../renderer/areas/mail/form/presetForm.ts';
import {
  type ClientForm,
  type FlowChoice,
  newSignIn,
} from '../../../../../../../renderer/areas/mail/form/signIn/signInForm.ts';
import {
  isProofUnused,
  needsPublicFlows,
  proofAfter,
} from '../../../../../../../renderer/areas/mail/form/signIn/usualProof.ts';

const { client } = newSignIn;

const clientOf = (flow: FlowChoice, proof: Partial<ClientForm['proof']> = {}): ClientForm => ({
  ...client,
  proof: { ...client.proof, ...proof },
  grant: { ...client.grant, flow },
});

const microsoft = (flow: FlowChoice, proof: Partial<ClientForm['proof']> = {}) => ({
  mode: 'microsoft' as const,
  client: clientOf(flow, proof),
});

const outlookCom: Preset = {
  ...{ name: 'outlookCom', host: 'smtp-mail.outlook.com', port: 587, encryption: 'starttls' },
  ...{ authentication: 'password', passwordWorks: false, source: '', checkedOn: '2026-11-21' },
  oauth: { provider: 'microsoft', flow: 'authorizationCode', tenantId: 'consumers' },
};

describe('the credential that an application begins with', () => {
  it('is none for the accounts of private people', () => {
    const { authentication } = presetForm('Outlook.com', outlookCom, outlookCom);
    expect(authentication.client.proof.kind).toBe('none');
  });

  it('is none where Microsoft takes none or needs none', () => {
    expect(proofAfter(microsoft('deviceCode'))).toBe('none');
    expect(proofAfter(microsoft('ropc'))).toBe('none');
    expect(proofAfter(microsoft('clientCredentials', { kind: 'none' }))).toBe('secret');
  });

  it('stays at other providers, and a secret at Google', () => {
    expect(proofAfter({ mode: 'openid', client: clientOf('deviceCode') })).toBe('secret');
    expect(proofAfter({ mode: 'google', client: clientOf('authorizationCode', { kind: 'none' }) })).toBe(
      'secret',
    );
  });

  it('stays once something of it was typed', () => {
    const typed = { ...client.proof.secret, secret: { action: 'set', value: 'x' } } as const;
    expect(proofAfter(microsoft('deviceCode', { secret: typed }))).toBe('secret');
    const stored = { ...client.proof.secret, storedIn: 'vault' } as const;
    expect(proofAfter(microsoft('ropc', { secret: stored }))).toBe('secret');
    expect(proofAfter(microsoft('ropc', { kind: 'certificate', certificate: 'PEM' }))).toBe('certificate');
  });
});

describe('an application that asks without a credential', () => {
  it('has to be allowed that at Microsoft', () => {
    expect(needsPublicFlows(microsoft('deviceCode', { kind: 'none' }))).toBe(true);
    expect(needsPublicFlows(microsoft('deviceCode'))).toBe(false);
    expect(needsPublicFlows(microsoft('ropc', { kind: 'none' }))).toBe(true);
    expect(needsPublicFlows(microsoft('ropc'))).toBe(false);
    expect(needsPublicFlows(microsoft('authorizationCode', { kind: 'none' }))).toBe(false);
    expect(needsPublicFlows({ mode: 'openid', client: clientOf('deviceCode', { kind: 'none' }) })).toBe(
      false,
    );
  });
});

it('a credential is of no use where Microsoft is asked for a device code', () => {
  expect(isProofUnused(microsoft('deviceCode'))).toBe(true);
  expect(isProofUnused(microsoft('deviceCode', { kind: 'none' }))).toBe(false);
  expect(isProofUnused(microsoft('ropc'))).toBe(false);
  expect(isProofUnused({ mode: 'openid', client: clientOf('deviceCode') })).toBe(false);
});
