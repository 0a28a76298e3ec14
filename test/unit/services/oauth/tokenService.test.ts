import { describe, expect, it, vi } from 'vitest';
import type { PersonNeeded } from '../../../../electron/contract/proof/proof.ts';
import { OAuthRefusal } from '../../../../electron/protocols/oauth/oauthError.ts';
import { SignInAgain } from '../../../../electron/services/oauth/signInAgain.ts';
import { tokenOwner } from '../../../../electron/services/oauth/tokenOwner.ts';
import { createServiceLab, microsoftClient, startMs, tokenOf } from './fakeTokenClients.ts';

const attendantOf = (ask: (request: PersonNeeded) => void = () => undefined) => ({
  ask,
  wait: () => undefined,
  language: 'en' as const,
});

/** A provider at which a person takes until `answer` is settled. */
const slowPerson = () => {
  const answer = Promise.withResolvers<void>();
  const acquire = vi.fn(async (_: unknown, signal: AbortSignal) => {
    const left = new Promise<never>((__, reject) =>
      signal.addEventListener('abort', () => reject(new Error('left'))),
    );
    await Promise.race([answer.promise, left]);
    return tokenOf('token-of-person');
  });
  return { answer, acquire };
};

describe('a token of a person', () => {
  it('is asked for with the address for the browser, and the one it comes back to', async () => {
    const { service, request, asked } = createServiceLab({
      acquire: async (flow) => {
        if (flow.kind === 'authorizationCode') await flow.openBrowser('https://login.example/?state=1');
        return tokenOf('token-1');
      },
    });
    const ask = vi.fn();
    const token = await service.getToken(request({ attendant: attendantOf(ask) }));
    expect(token).toMatchObject({ accessToken: 'token-1', fromCache: false });
    expect(ask).toHaveBeenCalledExactlyOnceWith({
      way: 'browser',
      url: 'https://login.example/?state=1',
      redirectUri: 'http://localhost:9999/callback',
    });
    expect(asked).toEqual(['silent', 'authorizationCode']);
  });

  it('is asked for with a code, and until when it holds', async () => {
    const { service, request } = createServiceLab({
      acquire: async (flow) => {
        if (flow.kind === 'deviceCode')
          flow.show({
            ...{ verificationUri: 'https://microsoft.com/devicelogin', userCode: 'ABCD-EFGH' },
            ...{ expiresAtMs: startMs + 900_000, message: '' },
          });
        return tokenOf('token-1');
      },
    });
    const ask = vi.fn();
    const client = microsoftClient({ flow: 'deviceCode' });
    await service.getToken(request({ client, attendant: attendantOf(ask) }));
    expect(ask).toHaveBeenCalledExactlyOnceWith({
      ...{ way: 'deviceCode', url: 'https://microsoft.com/devicelogin', userCode: 'ABCD-EFGH' },
      expiresAt: '2026-11-22T08:15:00.000Z',
    });
  });

  it('is renewed without the person afterwards, by a program that was started anew, too', async () => {
    const first = createServiceLab();
    await first.service.getToken(first.request({ attendant: attendantOf() }));
    const next = createServiceLab({}, first);
    expect(await next.service.getToken(next.request())).toMatchObject({ fromCache: true });
    expect(next.asked).toEqual(['silent']);
  });

  it('cannot be had while nobody is there to sign in', async () => {
    const { service, request, asked } = createServiceLab();
    await expect(service.getToken(request())).rejects.toBeInstanceOf(SignInAgain);
    expect(asked).toEqual(['silent']);
  });

  it('is renewed by force when the caller says so', async () => {
    const lab = createServiceLab();
    await lab.service.getToken(lab.request({ attendant: attendantOf() }));
    await lab.service.getToken(lab.request({ force: true }));
    expect(lab.asked.at(-1)).toBe('forced renewal');
  });

  it('is sent to no other server than the person signed in for', async () => {
    const { service, request } = createServiceLab();
    await service.getToken(request({ attendant: attendantOf() }));
    const elsewhere = request({ destination: 'evil.example' });
    await expect(service.getToken(elsewhere)).rejects.toBeInstanceOf(SignInAgain);
    await expect(service.getToken({ ...elsewhere, force: true })).rejects.toBeInstanceOf(SignInAgain);
    await expect(service.getToken(request())).resolves.toBeDefined();
  });

  it('belongs to its owner alone, and to the account that was meant', async () => {
    const { service, request } = createServiceLab();
    await service.getToken(request({ attendant: attendantOf() }));
    await expect(service.getToken(request({ owner: 'profile-2' }))).rejects.toBeInstanceOf(SignInAgain);
    await expect(service.getToken(request({ loginHint: 'b@corp.example' }))).rejects.toBeInstanceOf(
      SignInAgain,
    );
    await expect(service.getToken(request({ loginHint: 'BOX@corp.example' }))).resolves.toBeDefined();
  });

  it('of the same values belongs to whoever typed them', () => {
    const client = microsoftClient();
    const owner = tokenOwner(null, 'anna', client);
    expect(tokenOwner(null, 'anna', client)).toBe(owner);
    expect(tokenOwner(null, 'bernd', client)).not.toBe(owner);
    expect(tokenOwner('profile-1', 'anna', client)).toBe('profile-1');
    expect(owner).not.toContain('Planted');
  });

  it('asks two who come together one after the other, and the second one not at all', async () => {
    const { answer, acquire } = slowPerson();
    const { service, request, asked } = createServiceLab({ acquire });
    const ask = request({ attendant: attendantOf() });
    const both = Promise.all([service.getToken(ask), service.getToken(ask)]);
    await vi.waitFor(() => expect(acquire).toHaveBeenCalled());
    answer.resolve();
    const [one, other] = await both;
    expect(one.accessToken).toBe('token-of-person');
    expect(other.accessToken).toBe('token-kept');
    expect(asked.filter((what) => what === 'authorizationCode')).toHaveLength(1);
  });

  it('says when another person has to sign in first, and when that has ended', async () => {
    const { answer, acquire } = slowPerson();
    const { service, request } = createServiceLab({ acquire });
    const first = service.getToken(request({ attendant: attendantOf() }));
    await vi.waitFor(() => expect(acquire).toHaveBeenCalled());
    const wait = vi.fn();
    const second = service.getToken(request({ attendant: { ...attendantOf(), wait } }));
    await vi.waitFor(() => expect(wait.mock.calls).toEqual([[true]]));
    answer.resolve();
    await Promise.all([first, second]);
    expect(wait.mock.calls).toEqual([[true], [false]]);
  });

  it('does not take another one along that was given up', async () => {
    const { answer, acquire } = slowPerson();
    const { service, request } = createServiceLab({ acquire });
    const leaving = new AbortController();
    const left = service.getToken(request({ attendant: attendantOf(), signal: leaving.signal }));
    const staying = service.getToken(request({ attendant: attendantOf() }));
    await vi.waitFor(() => expect(acquire).toHaveBeenCalledOnce());
    leaving.abort();
    await expect(left).rejects.toThrow();
    await vi.waitFor(() => expect(acquire).toHaveBeenCalledTimes(2));
    answer.resolve();
    expect(await staying).toMatchObject({ accessToken: 'token-of-person' });
  });

  it('of another owner is not waited for', async () => {
    const { acquire } = slowPerson();
    const lab = createServiceLab();
    await lab.service.getToken(lab.request({ attendant: attendantOf() }));
    const slow = createServiceLab({ acquire }, lab);
    const waiting = new AbortController();
    const asking = slow.request({
      ...{ owner: 'profile-2', attendant: attendantOf(), signal: waiting.signal },
    });
    const other = slow.service.getToken(asking);
    await vi.waitFor(() => expect(acquire).toHaveBeenCalledOnce());
    expect(await slow.service.getToken(slow.request())).toMatchObject({ fromCache: true });
    waiting.abort();
    await expect(other).rejects.toThrow();
  });
});

describe('a token of an application', () => {
  const client = microsoftClient({ flow: 'clientCredentials' });

  it('is asked for with no person, and kept in memory only', async () => {
    const { service, request, records, asked } = createServiceLab();
    await service.getToken(request({ client }));
    expect(asked).toEqual(['clientCredentials']);
    expect([...records.keys()]).toEqual([]);
  });

  it('comes from the same client as long as its secret is the same', async () => {
    const { service, request, made } = createServiceLab();
    await service.getToken(request({ client }));
    await service.getToken(request({ client }));
    expect(made).toHaveLength(1);
    const renewed = { ...client, proof: { kind: 'secret', secret: 'another', expiresOn: null } as const };
    await service.getToken(request({ client: renewed }));
    expect(made).toHaveLength(2);
  });

  it('needs no vault', async () => {
    const { service, request, lock } = createServiceLab();
    lock();
    await expect(service.getToken(request({ client }))).resolves.toBeDefined();
  });
});

describe('a token for a password', () => {
  const client = microsoftClient({ flow: 'ropc', userName: 'anna', password: 'Planted~Password' });

  it('sends the password once for two who come together, and not at all for a renewal', async () => {
    const { answer, acquire } = slowPerson();
    const { service, request, asked } = createServiceLab({ acquire });
    const both = Promise.all([service.getToken(request({ client })), service.getToken(request({ client }))]);
    await vi.waitFor(() => expect(acquire).toHaveBeenCalled());
    answer.resolve();
    await both;
    await service.getToken(request({ client }));
    expect(asked.filter((what) => what === 'ropc')).toHaveLength(1);
  });

  it('sends the password once for two who want different things of it', async () => {
    const { answer, acquire } = slowPerson();
    const { service, request, asked } = createServiceLab({ acquire });
    const both = Promise.all([
      service.getToken(request({ client })),
      service.getToken(request({ client, purposes: ['smtp', 'imap'], force: true })),
    ]);
    await vi.waitFor(() => expect(acquire).toHaveBeenCalled());
    answer.resolve();
    await both;
    expect(asked.filter((what) => what === 'ropc')).toHaveLength(1);
  });

  it('is renewed by force for who waited for somebody who got the kept one', async () => {
    const answer = Promise.withResolvers<void>();
    const silent = vi.fn(async (_: string | null, force: boolean) => {
      if (!force) await answer.promise;
      return tokenOf(force ? 'renewed' : 'kept', { fromCache: !force });
    });
    const { service, request } = createServiceLab({ silent });
    const kept = service.getToken(request({ client }));
    const renewed = service.getToken(request({ client, force: true }));
    await vi.waitFor(() => expect(silent).toHaveBeenCalled());
    answer.resolve();
    expect(await kept).toMatchObject({ accessToken: 'kept' });
    expect(await renewed).toMatchObject({ accessToken: 'renewed' });
  });

  it('does not send a wrong one a second time for who waited', async () => {
    const refused = new OAuthRefusal({
      ...{ error: 'invalid_grant', errorNo: 50_126, status: 400, description: '', subError: null },
      ...{ command: 'token', correlationId: null, retryAfterMs: null, serverTimeMs: null },
    });
    const { service, request, asked } = createServiceLab({ acquire: () => Promise.reject(refused) });
    const purposes = [['smtp'], ['smtp', 'imap']] as const;
    const results = await Promise.allSettled(
      purposes.map((some) => service.getToken(request({ client, purposes: some }))),
    );
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(asked.filter((what) => what === 'ropc')).toHaveLength(1);
  });
});

describe('a sign-in that is kept', () => {
  const signedIn = async () => {
    const lab = createServiceLab();
    await lab.service.getToken(lab.request({ attendant: attendantOf() }));
    return lab;
  };

  it('lies in the vault, bound to what it is for', async () => {
    const { records } = await signedIn();
    const [[path, { target }] = ['', { target: '' }]] = [...records];
    expect(path).toMatch(/^oauth\/tokens\/profile-1\/[0-9a-f]{64}$/);
    expect(target).toContain('login.microsoftonline.com/corp.example');
    expect(`${path} ${target}`).not.toContain('Planted');
  });

  it('cannot be read while the vault is locked', async () => {
    const { service, request, lock } = await signedIn();
    lock();
    await expect(service.getToken(request())).rejects.toMatchObject({ code: 'VAULT_LOCKED' });
  });

  it('that is damaged is none', async () => {
    const lab = await signedIn();
    for (const [path, record] of lab.records) lab.records.set(path, { ...record, value: '{"format":1' });
    await expect(lab.service.getToken(lab.request())).rejects.toBeInstanceOf(SignInAgain);
    expect(lab.errors).toContain('oauth.recordUnreadable');
    await expect(lab.service.getToken(lab.request({ attendant: attendantOf() }))).resolves.toBeDefined();
  });

  it('that the vault does not take stays in memory, and is told to the log', async () => {
    const lab = createServiceLab({
      acquire: async () => {
        lab.lock();
        return tokenOf('token-1');
      },
    });
    await lab.service.getToken(lab.request({ attendant: attendantOf() }));
    expect(lab.errors).toEqual(['oauth.signInNotKept']);
    expect(await lab.service.getToken(lab.request())).toMatchObject({ fromCache: true });
  });

  it('is known, with the day of its last use, until somebody signs out', async () => {
    const { service, request, records } = await signedIn();
    const { client } = request();
    expect(await service.hasToken('profile-1')).toBe(true);
    expect(await service.hasToken('profile-2')).toBe(false);
    expect(await service.lastUsedAt('profile-1', client, request())).toBe(startMs);
    await service.signOut('profile-1');
    expect(await service.hasToken('profile-1')).toBe(false);
    expect([...records.keys()]).toEqual([]);
    await expect(service.getToken(request())).rejects.toBeInstanceOf(SignInAgain);
  });

  it('of values that are not saved stays in memory, until they are saved', async () => {
    const { service, request, records } = createServiceLab();
    const owner = tokenOwner(null, 'anna', microsoftClient());
    await service.getToken(request({ owner, attendant: attendantOf() }));
    expect([...records.keys()]).toEqual([]);
    expect(await service.hasToken(owner)).toBe(true);
    await service.adopt(owner, 'profile-9');
    expect(await service.hasToken(owner)).toBe(false);
    expect([...records.keys()]).toEqual([expect.stringMatching(/^oauth\/tokens\/profile-9\//)]);
    expect(await service.getToken(request({ owner: 'profile-9' }))).toMatchObject({ fromCache: true });
  });

  it('goes with its profile', async () => {
    const lab = await signedIn();
    await lab.service.getToken(lab.request({ owner: 'profile-2', attendant: attendantOf() }));
    await lab.service.sweep(async () => new Map([['profile-2', [lab.request()]]]));
    expect([...lab.records.keys()]).toEqual([expect.stringContaining('/profile-2/')]);
  });

  it('goes when no values use it any more, unless nobody can tell', async () => {
    const first = await signedIn();
    await first.service.getToken(first.request({ destination: 'old.example', attendant: attendantOf() }));
    const unsaved = async () => new Map([['profile-1', [first.request()]]]);
    await first.service.sweep(unsaved);
    expect(first.records.size).toBe(2);
    const next = createServiceLab({}, first);
    await next.service.sweep(async () => new Map([['profile-1', null]]));
    expect(next.records.size).toBe(2);
    await next.service.sweep(unsaved);
    expect(next.records.size).toBe(1);
    expect(await next.service.getToken(next.request())).toMatchObject({ fromCache: true });
  });
});

describe('what must not be seen', () => {
  it('is masked: tokens until they end, secrets while they are in use', async () => {
    let seen = '';
    const lab = createServiceLab({
      acquire: async () => {
        seen = lab.secrets.mask('Planted~Client~Secret');
        return tokenOf('Planted~Access~Token');
      },
    });
    await lab.service.getToken(lab.request({ attendant: attendantOf() }));
    expect(seen).toBe('[secret]');
    expect(lab.secrets.mask('Bearer Planted~Access~Token')).toBe('Bearer [secret]');
    expect(lab.secrets.mask('Planted~Client~Secret')).toBe('Planted~Client~Secret');
  });
});
