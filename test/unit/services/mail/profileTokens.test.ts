import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import { createProfileTokens } from '../../../../electron/services/mail/profileTokens.ts';
import type { ResolvedProfile } from '../../../../electron/services/mail/resolvedProfile.ts';
import type { ResolvedClient } from '../../../../electron/services/oauth/resolvedClient.ts';
import { SignInAgain } from '../../../../electron/services/oauth/signInAgain.ts';
import { tokenOwner } from '../../../../electron/services/oauth/tokenOwner.ts';
import type { GivenToken, TokenRequest } from '../../../../electron/services/oauth/tokenService.ts';
import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import { microsoftClient, startMs, tokenOf } from '../oauth/fakeTokenClients.ts';

const values = (client: ResolvedClient): ResolvedProfile => ({
  ...{ kind: 'microsoft365', name: 'office', testRecipient: null, timeoutMs: 1_000 },
  ...{ from: { address: 'box@corp.example', displayName: '' }, trust: { mode: 'system' } },
  authentication: { mode: 'oauth2', userName: 'box@corp.example', mechanism: null, client },
});

const person = microsoftClient();
const given: GivenToken = {
  ...tokenOf('token'),
  endpoints: { kind: 'microsoft', authority: 'https://login.example/t' },
};

const createLab = (client: ResolvedClient = person) => {
  const getToken = vi.fn(async (_: TokenRequest) => given);
  const resolveActive = vi.fn(async () => values(client));
  const adopt = vi.fn(async () => undefined);
  const errors: string[] = [];
  const active = { kind: 'capture', name: 'office', testRecipient: null } as const;
  const from = { address: 'box@corp.example', displayName: '' };
  const profile = { id: 'profile-1', folderId: null, active: { ...active, from }, draft: null };
  const settings = { ...defaultSettings, mail: { ...defaultSettings.mail, profiles: [profile] } };
  const tokens = createProfileTokens({
    tokens: {
      ...{ getToken, adopt, lastUsedAt: async () => startMs, sweep: async () => undefined },
      ...{ signOut: async () => undefined, hasToken: async () => true },
    },
    ...{ resolveActive, readSettings: async () => settings },
    log: { error: (code) => void errors.push(code) },
  });
  return { tokens, getToken, resolveActive, adopt, errors };
};

const { signal } = new AbortController();

describe('the sign-ins of the profiles', () => {
  it('are renewed by force, with nobody asked', async () => {
    const { tokens, getToken } = createLab();
    expect(await tokens.renewAll(signal)).toEqual([]);
    expect(getToken).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ owner: 'profile-1', force: true, attendant: null }),
    );
  });

  it('are those of people only', async () => {
    const { tokens, getToken } = createLab(microsoftClient({ flow: 'clientCredentials' }));
    await tokens.renewAll(signal);
    expect(getToken).not.toHaveBeenCalled();
    expect(await tokens.lastUse('profile-1', 'authentication')).toBeNull();
  });

  it('are lost when a person must sign in, not when the provider is away', async () => {
    const { tokens, getToken, errors } = createLab();
    getToken.mockRejectedValueOnce(new SignInAgain(null));
    expect(await tokens.renewAll(signal)).toEqual([{ profile: 'profile-1', name: 'office' }]);
    getToken.mockRejectedValueOnce(new Error('away'));
    expect(await tokens.renewAll(signal)).toEqual([]);
    expect(errors).toEqual(['oauth.renewalFailed']);
  });

  it('are left alone while the values cannot be read', async () => {
    const { tokens, resolveActive, getToken } = createLab();
    resolveActive.mockRejectedValue(fail('VAULT_LOCKED', {}));
    expect(await tokens.renewAll(signal)).toEqual([]);
    expect(await tokens.lastUse('profile-1', 'authentication')).toBeNull();
    expect(getToken).not.toHaveBeenCalled();
  });

  it('go from who made them to the profile that was saved', async () => {
    const { tokens, adopt } = createLab();
    await tokens.adopt('profile-1', 'anna', values(person));
    expect(adopt).toHaveBeenCalledExactlyOnceWith(tokenOwner(null, 'anna', person), 'profile-1');
    expect(await tokens.lastUse('profile-1', 'authentication')).toBe(startMs);
  });
});
