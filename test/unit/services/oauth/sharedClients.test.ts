import { expect, it, vi } from 'vitest';
import { OAuthRefusal } from '../../../../electron/protocols/oauth/oauthError.ts';
import { tokenOwner } from '../../../../electron/services/oauth/tokenOwner.ts';
import { createServiceLab, microsoftClient, tokenOf } from './fakeTokenClients.ts';
import { createPrograms } from './rotatingProvider.ts';

const application = microsoftClient({ flow: 'clientCredentials' });
const byPassword = microsoftClient({ flow: 'ropc', userName: 'anna', password: 'Planted~Password' });
const [first, second] = [
  { owner: 'profile-1', destination: 'mail.corp.example' },
  { owner: 'profile-2', destination: 'relay.corp.example', loginHint: 'box-2@corp.example' },
];

it.each([
  ['its own secret', application],
  ['a password', byPassword],
])('two profiles that renew at once by %s make one token request', async (_, client) => {
  const { provider, start } = createPrograms(client);
  const { get } = start();
  const force = client === application;
  const given = await Promise.all([get({ ...first, force }), get({ ...second, force })]);
  expect(given).toEqual(['access-1', 'access-1']);
  expect(provider.asked).toHaveLength(1);
});

it('a wrong password goes out once for profiles that wait together', async () => {
  const refused = new OAuthRefusal({
    ...{ error: 'invalid_grant', errorNo: 50_126, status: 400, description: '', subError: null },
    ...{ command: 'token', correlationId: null, retryAfterMs: null, serverTimeMs: null },
  });
  const { service, request, asked } = createServiceLab({ acquire: () => Promise.reject(refused) });
  const both = [first, second].map((changes) =>
    service.getToken(request({ client: byPassword, ...changes })),
  );
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked.filter((what) => what === 'ropc')).toHaveLength(1);
});

it.each([
  ['secret', { ...application, proof: { kind: 'secret', secret: 'another', expiresOn: null } as const }],
  ['application', { ...application, clientId: 'another' }],
  ['password', microsoftClient({ flow: 'ropc', userName: 'anna', password: 'another' })],
])('nothing is shared with who has another %s', async (_, other) => {
  const { service, request, made } = createServiceLab();
  const same = other.grant.flow === 'ropc' ? byPassword : application;
  await service.getToken(request({ ...first, client: same }));
  await service.getToken(request({ ...second, client: other }));
  expect(made).toHaveLength(2);
});

it('signing out one profile leaves another one what it shares, until that signs out, too', async () => {
  const { service, request, made } = createServiceLab();
  for (const changes of [first, second]) await service.getToken(request({ client: application, ...changes }));
  await service.signOut('profile-1');
  expect(await service.hasToken('profile-1')).toBe(false);
  expect(await service.hasToken('profile-2')).toBe(true);
  await service.getToken(request({ client: application, ...second }));
  expect(made).toHaveLength(1);
  await service.signOut('profile-2');
  expect(await service.hasToken('profile-2')).toBe(false);
  await service.getToken(request({ client: application, ...second }));
  expect(made).toHaveLength(2);
});

it('signing out one profile does not end the request of another one', async () => {
  const answer = Promise.withResolvers<void>();
  const lab = createServiceLab({ acquire: () => answer.promise.then(() => tokenOf('token-1')) });
  const both = [first, second].map((changes) =>
    lab.service.getToken(lab.request({ client: application, ...changes })),
  );
  await lab.service.signOut('profile-1');
  answer.resolve();
  expect((await Promise.all(both)).map(({ accessToken }) => accessToken)).toEqual(['token-1', 'token-1']);
  expect(await lab.service.hasToken('profile-2')).toBe(true);
});

it('what values got before they were saved is forgotten with the profile', async () => {
  const { service, request, made } = createServiceLab();
  const owner = tokenOwner(null, 'anna', application);
  await service.getToken(request({ client: application, owner }));
  await service.adopt(owner, 'profile-9');
  await service.signOut('profile-9');
  expect(await service.hasToken(owner)).toBe(false);
  await service.getToken(request({ client: application, owner: 'profile-9' }));
  expect(made).toHaveLength(2);
});

const changed: typeof application = { ...application, clientId: 'another' };

it('whose values have changed shares no more what they got before', async () => {
  const { service, request, made } = createServiceLab();
  for (const changes of [first, second]) await service.getToken(request({ client: application, ...changes }));
  service.keepOnly('profile-1', [request({ client: changed, ...first })]);
  expect(await service.hasToken('profile-1')).toBe(false);
  expect(await service.hasToken('profile-2')).toBe(true);
  await service.signOut('profile-2');
  await service.getToken(request({ client: application, ...second }));
  expect(made).toHaveLength(2);
});

it('whose values are the same shares as before', async () => {
  const { service, request, made } = createServiceLab();
  await service.getToken(request({ client: application, ...first }));
  service.keepOnly('profile-1', [request({ client: changed }), request({ client: application, ...second })]);
  expect(await service.hasToken('profile-1')).toBe(true);
  await service.getToken(request({ client: application, ...first }));
  expect(made).toHaveLength(1);
});

it('whose values change during a request keeps what that gets until they change again', async () => {
  const answer = Promise.withResolvers<void>();
  const lab = createServiceLab({ acquire: () => answer.promise.then(() => tokenOf('token-1')) });
  const asked = lab.service.getToken(lab.request({ client: application, ...first }));
  await vi.waitFor(() => expect(lab.asked).toHaveLength(1));
  lab.service.keepOnly('profile-1', []);
  answer.resolve();
  await asked;
  expect(await lab.service.hasToken('profile-1')).toBe(true);
  lab.service.keepOnly('profile-1', []);
  expect(await lab.service.hasToken('profile-1')).toBe(false);
});

it('values that are saved share with the others as before', async () => {
  const { service, request, made } = createServiceLab();
  await service.getToken(request({ client: application, owner: 'new:anna' }));
  await service.adopt('new:anna', 'profile-9');
  await service.signOut('new:anna');
  expect(await service.hasToken('profile-9')).toBe(true);
  await service.getToken(request({ client: application, owner: 'profile-9' }));
  expect(made).toHaveLength(1);
});
