import { describe, expect, it } from 'vitest';
import { fromDirectoryDraft } from '../../../../electron/services/directory/directoryDraft.ts';

const place = {
  folder: '/drafts',
  readFile: async () => Promise.reject(Object.assign(new Error(), { code: 'ENOENT' })),
};
const read = (draft: Record<string, unknown>) => fromDirectoryDraft(JSON.stringify(draft), place);
const least = { domain: 'Corp.Example', connection: 'ldaps', identity: { mode: 'windows' } };

describe('the draft of a directory', () => {
  it('needs domain, connection and identity; the rest is as for a new directory', async () => {
    expect(await read(least)).toMatchObject({
      values: {
        ...{ domain: 'corp.example', encryption: 'ldaps', dnsServers: [], timeoutMs: 10_000 },
        ...{ controllers: { source: 'dns', site: null }, trust: { mode: 'system' }, useGlobalCatalog: true },
      },
      usesVault: false,
    });
  });

  it('takes everything that it may say', async () => {
    const { values, usesVault } = await read({
      ...{ domain: 'corp.example', connection: 'starttls', controllers: ['dc1.corp.example', '10.0.0.2'] },
      ...{ dnsServers: ['[fd00::1]:5353'], globalCatalog: false, timeoutMs: 500, trust: null },
      identity: { mode: 'password', username: 'reader', password: { source: 'vault' } },
    });
    expect(values).toMatchObject({
      ...{ encryption: 'starttls', useGlobalCatalog: false, timeoutMs: 500, dnsServers: ['[fd00::1]:5353'] },
      controllers: { source: 'typed', hosts: ['dc1.corp.example', '10.0.0.2'] },
      identity: { userName: { source: 'value', value: 'reader' }, password: { secret: { action: 'keep' } } },
    });
    expect(usesVault).toBe(true);
  });

  it.each([
    ['connection', { ...least, connection: 'none' }],
    ['identity', { domain: 'corp.example', connection: 'ldaps' }],
    ['dnsServers', { ...least, dnsServers: ['dns.corp.example'] }],
    ['trust', { ...least, trust: { ca: 'ca.pem' } }],
  ])('is refused for its %s', async (field, draft) => {
    await expect(read(draft)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [expect.objectContaining({ path: expect.arrayContaining([field]) as unknown })] },
    });
  });

  it('is refused with a field that it has not', async () => {
    await expect(read({ ...least, port: 636 })).rejects.toMatchObject({
      data: { issues: [{ code: 'unknownField', parameters: { fields: 'port' } }] },
    });
  });
});
