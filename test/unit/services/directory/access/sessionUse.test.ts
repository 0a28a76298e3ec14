import { describe, expect, it } from 'vitest';
import { TimeLimitError } from '../../../../../electron/concurrency/timeLimitError.ts';
import { fail } from '../../../../../electron/contract/failures.ts';
import { createSessionPool } from '../../../../../electron/services/directory/access/sessionPool.ts';
import { createControllerMemory } from '../../../../../electron/services/directory/connection/controllerMemory.ts';
import {
  createFakeForest,
  crossRef,
  entryOf,
  frame,
  guidOf,
  ownDomain,
  ownSid,
  partner,
  partnerSid,
  trust,
} from './fakeForest.ts';

const { signal } = new AbortController();
const anna = entryOf(ownDomain, 'anna', `${ownSid}-1001`);
const reference = { domain: ownDomain, objectGuid: guidOf(`${ownSid}-1001`) };
const search = {
  domain: ownDomain,
  text: 'anna',
  kinds: ['directoryUser' as const],
  size: 10,
  timeSeconds: 1,
};
const accounts = { 'reader@corp.example': { password: 'right' } };

const openForest = (atPartner: typeof accounts | Record<string, never> = accounts) =>
  createFakeForest({
    [ownDomain]: {
      entries: [
        ...frame(ownDomain),
        crossRef(ownDomain, 'CORP', ownSid),
        trust(partner, 'PARTNER', partnerSid),
        anna,
      ],
      accounts,
    },
    [partner]: { entries: frame(partner), accounts: atPartner },
  });

describe('an identity that is refused', () => {
  it('is tried once, however many ask at once, and not again for half an hour', async () => {
    const { reader, state, binds, outcomes } = openForest();
    state.password = 'changed in the directory';
    const ask = () => reader.readObject(reference, signal);
    const all = await Promise.allSettled(Array.from({ length: 20 }, ask));
    expect(all.every(({ status }) => status === 'rejected')).toBe(true);
    expect(binds).toHaveLength(1);
    state.now = 29 * 60_000;
    await expect(ask()).rejects.toMatchObject({ data: { finding: { code: 'readerRefused' } } });
    expect(binds).toHaveLength(1);
    // Each of them is told so: whoever asks first, too.
    for (const one of [...all, ...(await Promise.allSettled([ask()]))])
      expect(one).toMatchObject({ reason: { data: { finding: { isPaused: true } } } });
    expect(outcomes).toEqual(['readerRefused']);
    state.now = 30 * 60_000;
    await expect(ask()).rejects.toThrow();
    expect(binds).toHaveLength(2);
    state.password = 'right';
    await ask();
    expect(outcomes).toEqual(['readerRefused', 'readerRefused', 'letIn']);
  });

  it('is tried anew when somebody asks after a later proof of what is in force has passed, once', async () => {
    const { reader, state, binds } = openForest();
    const ask = () => reader.readObject(reference, signal);
    state.password = 'changed in the directory';
    state.provenAt = 1_000;
    state.now = 2_000;
    await expect(ask()).rejects.toThrow();
    // Of before the refusal, of the same moment, and of later than now: the clock was put back.
    for (const provenAt of [1_000, 2_000, 4_000]) {
      state.provenAt = provenAt;
      await expect(ask()).rejects.toThrow();
    }
    expect(binds).toHaveLength(1);
    state.now = 5_000;
    for (let time = 0; time < 3; time += 1) await expect(ask()).rejects.toThrow();
    expect(binds).toHaveLength(2);
    state.provenAt = 6_000;
    state.now = 7_000;
    expect(binds).toHaveLength(2);
    await expect(ask()).rejects.toThrow();
    expect(binds).toHaveLength(3);
  });

  it('by a trusted domain is tried anew after a proof, too', async () => {
    const { reader, state } = openForest({});
    await expect(reader.searchObjects({ ...search, domain: partner }, signal)).rejects.toThrow();
    state.provenAt = 1;
    state.now = 2;
    const { domains } = await reader.listDomains(false, signal);
    expect(domains.map(({ obstacle }) => obstacle)).toEqual([null, null]);
  });

  it('is named with the controller, the domain and what was said of it: nobody who reads this typed its password', async () => {
    const findingOf = async (forest: ReturnType<typeof openForest>, domain: string) => {
      const [asked] = await Promise.allSettled([forest.reader.searchObjects({ ...search, domain }, signal)]);
      return asked;
    };
    const named = { userName: 'reader@corp.example', reason: 'directoryCredentialsWrong' };
    expect(await findingOf(openForest({}), partner)).toMatchObject({
      reason: {
        data: {
          finding: {
            code: 'readerRefusedElsewhere',
            parameters: { ...named, controller: `dc1.${partner}`, domain: partner },
          },
        },
      },
    });
    const forest = openForest();
    forest.state.password = 'changed in the directory';
    expect(await findingOf(forest, ownDomain)).toMatchObject({
      reason: {
        data: {
          finding: { code: 'readerRefused', parameters: { ...named, controller: `dc1.${ownDomain}` } },
        },
      },
    });
  });

  it('is tried once also after it was good before', async () => {
    const { reader, state, binds } = openForest();
    const held = Promise.withResolvers<void>();
    state.onSearch = () => held.promise;
    const ask = () => reader.readObject(reference, signal);
    const good = [ask(), ask()];
    held.resolve();
    await Promise.all(good);
    expect(binds).toHaveLength(2);
    state.password = 'another one';
    await Promise.allSettled(Array.from({ length: 20 }, ask));
    expect(binds).toHaveLength(3);
    state.password = 'right';
    expect(await ask()).toMatchObject({ accountName: 'CORP\\anna' });
  });

  it('by a trusted domain is refused there only', async () => {
    const { reader, binds } = openForest({});
    const asked = () => reader.searchObjects({ ...search, domain: partner }, signal);
    for (let time = 0; time < 3; time += 1)
      await expect(asked()).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    expect(binds.filter((bind) => bind.endsWith(partner))).toHaveLength(1);
    expect(await reader.readObject(reference, signal)).toMatchObject({ accountName: 'CORP\\anna' });
  });

  it('by a trusted domain stands in the list of domains as long as nobody asks there again', async () => {
    const { reader, state, binds } = openForest({});
    const obstacleOf = async (name: string) =>
      (await reader.listDomains(false, signal)).domains.find((domain) => domain.name === name)?.obstacle;
    expect(await obstacleOf(partner)).toBe(null);
    await expect(reader.searchObjects({ ...search, domain: partner }, signal)).rejects.toThrow();
    const before = binds.length;
    expect(await obstacleOf(partner)).toMatchObject({ code: 'readerRefusedElsewhere', isPaused: true });
    expect(await obstacleOf(ownDomain)).toBe(null);
    state.userName = 'other@corp.example';
    expect(await obstacleOf(partner)).toBe(null);
    expect(binds).toHaveLength(before);
    state.userName = 'reader@corp.example';
    state.now = 30 * 60_000;
    expect(await obstacleOf(partner)).toBe(null);
  });

  it('elsewhere is let in at home anew before it goes to another domain, however many ask at once', async () => {
    const atHome = { 'reader@corp.example': { password: 'right' } };
    const others = ['partner.example', 'other.example', 'third.example'];
    const trusts = others.map((domain, at) => trust(domain, `T${at}`, `S-1-5-21-${at}-4-4`));
    const { reader, binds } = createFakeForest({
      [ownDomain]: {
        entries: [...frame(ownDomain), crossRef(ownDomain, 'CORP', ownSid), ...trusts, anna],
        accounts: atHome,
      },
      ...Object.fromEntries(others.map((domain) => [domain, { entries: frame(domain), accounts: {} }])),
    });
    await reader.readObject(reference, signal);
    atHome['reader@corp.example'].password = 'changed in the directory';
    const asked = await Promise.allSettled(
      others.map((domain) => reader.searchObjects({ ...search, domain }, signal)),
    );
    for (const one of asked) expect(one).toMatchObject({ reason: { code: 'DIRECTORY_UNREACHABLE' } });
    const home = `reader@corp.example domain ${ownDomain}`;
    expect(binds).toEqual([home, `reader@corp.example domain ${others[0]}`, home]);
  });

  it('at home is sent to no other domain', async () => {
    const { reader, state, binds } = openForest();
    await reader.listDomains(false, signal);
    state.password = 'changed in the directory';
    const asked = reader.searchObjects({ ...search, domain: partner }, signal);
    await expect(asked).rejects.toMatchObject({ code: 'DIRECTORY_UNREACHABLE' });
    expect(binds.filter((bind) => bind.endsWith(partner))).toEqual([]);
  });
});

describe('a bind without an answer', () => {
  it('is the only one for a minute, in every domain, and is told to nobody as a refusal', async () => {
    const { reader, state, binds, outcomes } = openForest();
    await reader.listDomains(true, signal);
    const before = binds.length;
    state.password = 'another one';
    state.isSilent = true;
    const ask = (domain: string) => reader.searchObjects({ ...search, domain }, signal);
    for (const domain of [partner, ownDomain, partner])
      await expect(ask(domain)).rejects.toMatchObject({
        data: { finding: { code: 'readerUnanswered', parameters: { controller: `dc1.${ownDomain}` } } },
      });
    state.now = 59_000;
    state.isSilent = false;
    await expect(ask(ownDomain)).rejects.toMatchObject({ data: { finding: { code: 'readerUnanswered' } } });
    expect(binds).toHaveLength(before + 1);
    state.now = 60_000;
    await expect(ask(ownDomain)).rejects.toMatchObject({ data: { finding: { code: 'readerRefused' } } });
    expect(binds).toHaveLength(before + 2);
    expect(outcomes).toEqual(['letIn', 'readerRefused']);
  });
});

describe('a session', () => {
  it('outlives a search that was cancelled: the next letter needs no new sign-in', async () => {
    const { reader, state, binds } = openForest();
    await reader.searchObjects(search, signal);
    const control = new AbortController();
    state.onSearch = () => {
      control.abort(new Error('next letter'));
      return new Promise(() => undefined);
    };
    await expect(reader.searchObjects(search, control.signal)).rejects.toThrow('next letter');
    state.onSearch = async () => undefined;
    expect((await reader.searchObjects(search, signal)).objects).toHaveLength(1);
    expect(binds).toHaveLength(1);
  });

  it.each([
    ['takes too long', new TimeLimitError(10), []],
    ['meets a mistake of ours', new TypeError('x'), [new TypeError('x')]],
  ] as const)('whose question %s is not followed by another one', async (_, error, unforeseen) => {
    const forest = openForest();
    await forest.reader.listDomains(false, signal);
    forest.state.onSearch = () => Promise.reject(error);
    const before = forest.searches.length;
    await expect(forest.reader.searchObjects(search, signal)).rejects.toMatchObject({
      code: 'DIRECTORY_UNREACHABLE',
    });
    expect(forest.searches.length - before).toBe(1);
    expect(forest.unforeseen).toEqual(unforeseen);
  });

  it('that is given back after the end is closed at once', async () => {
    const pool = createSessionPool(() => () => undefined);
    let isClosed = false;
    pool.close();
    pool.give('key', {
      dialogue: { isUsable: true },
      close: () => void (isClosed = true),
    } as Parameters<typeof pool.give>[1]);
    expect({ isClosed, kept: pool.take('key') }).toEqual({ isClosed: true, kept: null });
  });
});

describe('the domains', () => {
  it('are read once, however many want to know, and a trust with unreadable details is one all the same', async () => {
    const entry = trust(partner, 'PARTNER', partnerSid);
    const broken = {
      ...entry,
      attributes: { ...entry.attributes, 'msDS-TrustForestTrustInfo': [Buffer.from('00', 'hex')] },
    };
    const { reader, searches } = createFakeForest({
      [ownDomain]: {
        entries: [...frame(ownDomain), crossRef(ownDomain, 'CORP', ownSid), broken],
        accounts,
      },
    });
    const lists = await Promise.all([1, 2, 3].map(() => reader.listDomains(false, signal)));
    for (const { domains } of lists)
      expect(domains.map(({ netbiosName }) => netbiosName)).toEqual(['CORP', 'PARTNER']);
    expect(searches).toHaveLength(2);
  });

  it('that are kept are shown while the vault is locked', async () => {
    const { reader, state } = openForest();
    const list = await reader.listDomains(false, signal);
    state.locked = fail('VAULT_LOCKED', {});
    expect(await reader.listDomains(false, signal)).toEqual(list);
  });

  it('of one are not asked of a Global Catalog for who is gone', async () => {
    const { reader, binds } = openForest();
    expect(await reader.readObject({ ...reference, objectGuid: guidOf('S-1-9') }, signal)).toBeNull();
    expect(binds.filter((bind) => bind.includes('globalCatalog'))).toEqual([]);
  });
});

it('A controller that is no Global Catalog is as good a controller as before', () => {
  const memory = createControllerMemory(() => 0);
  memory.noteFailure('dc1', 'globalCatalog');
  const hosts = [{ host: 'dc1' }, { host: 'dc2' }];
  expect(memory.order(hosts)).toEqual(hosts);
  expect(memory.order(hosts, 'globalCatalog')).toEqual(hosts.toReversed());
});
