import { describe, expect, it, vi } from 'vitest';
import { fail } from '../../../../electron/contract/failures.ts';
import type { TokenSignIn } from '../../../../electron/contract/mail/mapSecrets.ts';
import { createProfileTokens } from '../../../../electron/services/mail/profileTokens.ts';
import type { ResolvedMicrosoft365 } from '../../../../electron/services/mail/resolvedProfile.ts';
import type { ResolvedClient } from '../../../../electron/services/oauth/resolvedClient.ts';
import { SignInAgain } from '../../../../electron/services/oauth/signInAgain.ts';
import { tokenOwner } from '../../../../electron/services/oauth/tokenOwner.ts';
import type { SignInUses } from '../../../../electron/services/oauth/tokenRecords.ts';
import type { GivenToken, TokenRequest } from '../../../../electron/services/oauth/tokenService.ts';
import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import type { StoredPassword, StoredValues } from '../../../../electron/stores/settings/settingsSchema.ts';
import { microsoftClient, startMs, tokenOf } from '../oauth/fakeTokenClients.ts';

const values = (client: ResolvedClient): ResolvedMicrosoft365 => ({
  ...{ kind: 'microsoft365', name: 'office', testRecipient: null, timeoutMs: 1_000 },
  ...{ from: { address: 'box@corp.example', displayName: '' }, trust: { mode: 'system' } },
  authentication: { mode: 'oauth2', userName: 'box@corp.example', mechanism: null, client },
});

const person = microsoftClient();
const given: GivenToken = {
  ...tokenOf('token'),
  endpoints: { kind: 'microsoft', authority: 'https://login.example/t' },
};

const storedSignIn: Pick<TokenSignIn<StoredPassword>, 'userName' | 'client'> = {
  userName: { source: 'value', value: 'box@corp.example' },
  client: {
    place: { provider: 'google' },
    clientId: { source: 'value', value: 'application' },
    ...{ proof: { kind: 'none' }, grant: { flow: 'authorizationCode' } },
  },
};

const createLab = (client: ResolvedClient = person) => {
  const getToken = vi.fn(async (_: TokenRequest) => given);
  const resolveActive = vi.fn(async () => values(client));
  const lastUsedAt = vi.fn(async () => startMs);
  const adopt = vi.fn(async () => undefined);
  const keepOnly = vi.fn(() => undefined);
  const errors: string[] = [];
  const { authentication, ...office } = values(client);
  const stored: StoredValues = { ...office, authentication: { ...authentication, ...storedSignIn } };
  const profile = { id: 'profile-1', folderId: null, active: stored, draft: stored };
  const resolveStored = vi.fn(async () => values(client));
  let readUses = async (): Promise<SignInUses> => new Map();
  const sweep = async (read: typeof readUses): Promise<void> => void (readUses = read);
  const settings = { ...defaultSettings, mail: { ...defaultSettings.mail, profiles: [profile] } };
  const tokens = createProfileTokens({
    tokens: {
      ...{ getToken, adopt, keepOnly, sweep, lastUsedAt },
      ...{ signOut: async () => undefined, hasToken: async () => true },
    },
    ...{ resolveActive, resolveStored, readSettings: async () => settings },
    log: { error: (code) => void errors.push(code) },
  });
  return {
    tokens,
    getToken,
    resolveActive,
    resolveStored,
    readUses: () => readUses(),
    adopt,
    lastUsedAt,
    keepOnly,
    errors,
  };
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
    expect(await tokens.lastUse('profile-1', 'authentication')).toBe('unreadable');
    expect(getToken).not.toHaveBeenCalled();
  });

  it('were used nobody knows when while the vault where they lie is locked', async () => {
    const { tokens, lastUsedAt } = createLab();
    lastUsedAt.mockRejectedValue(fail('VAULT_LOCKED', {}));
    expect(await tokens.lastUse('profile-1', 'authentication')).toBe('unreadable');
    lastUsedAt.mockRejectedValue(new RangeError());
    await expect(tokens.lastUse('profile-1', 'authentication')).rejects.toThrow(RangeError);
  });

  it('stay as long as values in force or a draft use them, or nobody can tell', async () => {
    const { tokens, readUses, resolveStored } = createLab();
    await tokens.renewAll(signal);
    const use = expect.objectContaining({ client: person, loginHint: 'box@corp.example' }) as unknown;
    expect([...(await readUses())]).toEqual([['profile-1', [use, use]]]);
    resolveStored.mockRejectedValue(fail('VAULT_LOCKED', {}));
    expect([...(await readUses())]).toEqual([['profile-1', null]]);
  });

  it('are those of the account that was named beside the mailbox', async () => {
    const grant = { flow: 'authorizationCode', loginHint: 'anna@corp.example' } as const;
    const { tokens, getToken, readUses } = createLab({ ...person, grant });
    await tokens.renewAll(signal);
    expect(getToken.mock.calls[0]?.[0].loginHint).toBe('anna@corp.example');
    expect([...(await readUses()).values()].flat()[0]?.loginHint).toBe('anna@corp.example');
  });

  it('are those that its values in force and its draft have, where these can be read', async () => {
    const { tokens, keepOnly, resolveStored } = createLab();
    await tokens.settle('profile-1');
    const use = expect.objectContaining({ client: person, loginHint: 'box@corp.example' }) as unknown;
    expect(keepOnly).toHaveBeenCalledExactlyOnceWith('profile-1', [use, use]);
    resolveStored.mockRejectedValue(fail('VAULT_LOCKED', {}));
    await tokens.settle('profile-1');
    await tokens.settle('unknown');
    expect(keepOnly).toHaveBeenCalledOnce();
  });

  it('go from who made them to the profile that was saved', async () => {
    const { tokens, adopt } = createLab();
    await tokens.adopt('profile-1', 'anna', values(person));
    expect(adopt).toHaveBeenCalledExactlyOnceWith(tokenOwner(null, 'anna', person), 'profile-1');
    expect(await tokens.lastUse('profile-1', 'authentication')).toBe(startMs);
  });
});
