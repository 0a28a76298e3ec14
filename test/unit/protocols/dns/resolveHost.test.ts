import { expect, it } from 'vitest';
import { resolveHost } from '../../../../electron/protocols/dns/resolveHost.ts';

it('finds this machine by every name below localhost, whatever servers of DNS say', async () => {
  const { addresses } = await resolveHost('localhost');
  expect((await resolveHost('tokens.localhost')).addresses).toEqual(addresses);
});

it('takes an address as it is, and asks nobody', async () => {
  expect(await resolveHost('2001:db8::1')).toEqual({ addresses: ['2001:db8::1'], resolvers: [] });
});
