import { describe, expect, it } from 'vitest';
import { toAuthorization } from '../../../../electron/protocols/oauth/authorization.ts';
import { beginOperation } from '../../../../electron/protocols/oauth/operation.ts';
import { readAnswer } from '../../../../electron/protocols/oauth/readAnswer.ts';
import type { TokenFlow } from '../../../../electron/protocols/oauth/tokenClient.ts';
import { answer, clientOf, never } from './fakeProvider.ts';

const refusalOf = (body: object, secrets: string[] = []): unknown => {
  try {
    return readAnswer(answer(body, 400), { command: 'token', secrets, nowMs: 0 });
  } catch (error) {
    return error;
  }
};

describe('what decides how it goes on', () => {
  it.each(['grant', 'invalid', 'i', 'invalid_grant'])('does not depend on the secret %s', (secret) => {
    expect(refusalOf({ error: 'invalid_grant' }, [secret])).toMatchObject({ error: 'invalid_grant' });
  });

  it('is not hidden by a password that is part of it', async () => {
    const { client } = clientOf(() => answer({ error: 'invalid_grant' }, 400));
    const flow: TokenFlow = { kind: 'ropc', userName: 'anna', password: 'grant' };
    const asked = client.acquire(flow, ['scope'], { signal: never, force: true });
    await expect(asked).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('is not hidden by a device code that is part of it', async () => {
    const exchange = async () => answer({ error: 'authorization_pending' }, 400);
    const settings = { exchange, now: () => 0, signal: never, isFinished: false, checkTurn: () => undefined };
    const question = {
      method: 'POST',
      url: 'https://id.corp.example',
      headers: {},
      command: 'token',
    } as const;
    const { body } = await beginOperation(settings).ask({ ...question, body: 'device_code=pending' });
    expect(body).toEqual({ error: 'authorization_pending' });
  });

  it('finds the number of Entra in words that hold a secret', () => {
    const body = { error: 'invalid_client', error_description: 'AADSTS7000215: wrong' };
    expect(refusalOf(body, ['7000215'])).toMatchObject({ errorNo: 7_000_215, description: 'AADSTS…: wrong' });
  });
});

describe('what is shown', () => {
  it('is no secret that comes back as the code', () => {
    expect(refusalOf({ error: 'planted_secret' }, ['planted_secret'])).toMatchObject({ error: '…' });
  });

  it.each([
    ['Planted~Secret', null],
    ['planted_secret', null],
    ['x'.repeat(65), null],
    [{ bad: 'token' }, null],
    ['bad_token', 'bad_token'],
    ['some_other_reason', 'some_other_reason'],
  ])('of the second code %j is %j', (suberror, subError) => {
    const secrets = ['Planted~Secret', 'planted_secret'];
    expect(refusalOf({ error: 'invalid_grant', suberror }, secrets)).toMatchObject({ subError });
  });

  it.each([
    ['1//0g-Planted', null],
    ['11111111-2222-3333-4444-555555555555', null],
    ['0f8FAD5B-d9cb-469f-a165-70867728950e', '0f8FAD5B-d9cb-469f-a165-70867728950e'],
  ])('of the number of the event %j is %j', (correlation_id, correlationId) => {
    const secrets = ['11111111-2222-3333-4444-555555555555'];
    expect(refusalOf({ error: 'invalid_grant', correlation_id }, secrets)).toMatchObject({ correlationId });
  });

  it.each([
    ['cancel', 'cancel'],
    ['<b>Cancel</b>', null],
  ])('of what the browser brought with %j is %j', (subcode, subError) => {
    const address = new URL('http://localhost:9999/callback?error=access_denied');
    address.searchParams.set('error_subcode', subcode);
    expect(() => toAuthorization(address)).toThrow(expect.objectContaining({ subError }));
  });
});
