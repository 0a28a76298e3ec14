import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpRequest } from '../../../../electron/protocols/http/httpConnection.ts';
import {
  type HttpSignIn,
  secretsOf,
  signRequests,
} from '../../../../electron/protocols/http/signedRequests.ts';

const request: HttpRequest = { method: 'POST', path: '/', headers: { a: 'b' }, body: 'whole' };

const answer = (status: number, fields: readonly string[] = []): HttpAnswer => ({
  ...{ status, headers: { 'www-authenticate': fields }, body: Buffer.alloc(0) },
});

const scripted = (...answers: readonly HttpAnswer[]) => {
  const sent: HttpRequest[] = [];
  return {
    sent,
    request: async (one: HttpRequest) => {
      sent.push(one);
      return answers[sent.length - 1] ?? answer(500);
    },
  };
};

const credentialOf = ({ headers }: HttpRequest): string | undefined => headers['authorization'];

const ntlm: HttpSignIn = {
  method: 'ntlm',
  exchange: {
    negotiate: () => Buffer.from('1'),
    authenticate: (challenge) => Buffer.from(`3${challenge.toString()}`),
  },
};

describe('signed requests', () => {
  it.each<[HttpSignIn, string]>([
    [{ method: 'basic', userName: 'ä', password: 'b:c' }, 'Basic w6Q6Yjpj'],
    [{ method: 'bearer', token: 'x.y.z' }, 'Bearer x.y.z'],
    [{ method: 'negotiate', token: async () => Buffer.from('ticket') }, 'Negotiate dGlja2V0'],
  ])('carry what proves who asks: %j', async (signIn, authorization) => {
    const connection = scripted(answer(401));
    expect(await signRequests(connection, signIn).request(request)).toMatchObject({ status: 401 });
    expect(connection.sent).toEqual([{ ...request, headers: { a: 'b', authorization } }]);
  });

  it('give the whole body to NTLM only once it is known who asks', async () => {
    const connection = scripted(answer(401, ['Negotiate', 'NTLM Mg==']), answer(200), answer(200));
    const signed = signRequests(connection, ntlm);
    await signed.request(request);
    await signed.request(request);
    expect(connection.sent.map(({ headers, body }) => [headers['authorization'], body])).toEqual([
      ['NTLM MQ==', null],
      ['NTLM MzI=', 'whole'],
      [undefined, 'whole'],
    ]);
  });

  it('sign each request in where the server forgets who asked', async () => {
    const [offer, challenge] = [answer(401, ['Negotiate', 'NTLM']), answer(401, ['NTLM Mg=='])];
    const connection = scripted(challenge, answer(200), offer, challenge, answer(202));
    const signed = signRequests(connection, ntlm);
    await signed.request(request);
    expect(await signed.request(request)).toMatchObject({ status: 202 });
    expect(connection.sent.map(credentialOf)).toEqual([
      ...['NTLM MQ==', 'NTLM MzI=', undefined, 'NTLM MQ==', 'NTLM MzI='],
    ]);
  });

  it('take 401 as it is where it does not ask for NTLM', async () => {
    const connection = scripted(answer(401, ['NTLM Mg==']), answer(200), answer(401, ['Basic']));
    const signed = signRequests(connection, ntlm);
    await signed.request(request);
    expect(await signed.request(request)).toMatchObject({ status: 401 });
    expect(connection.sent).toHaveLength(3);
  });

  it.each([
    ['at first', []],
    ['later', [answer(401, ['NTLM Mg==']), answer(200), answer(401, ['NTLM'])]],
  ])('never repeat a handshake that was refused %s', async (_when, before) => {
    const [offer, challenge] = [answer(401, ['NTLM']), answer(401, ['NTLM Mg=='])];
    const connection = scripted(...before, challenge, offer, offer, challenge, answer(200));
    const signed = signRequests(connection, ntlm);
    if (before.length > 0) await signed.request(request);
    expect(await signed.request(request)).toBe(offer);
    const known = connection.sent.length;
    expect(await signed.request(request)).toBe(offer);
    expect(connection.sent.slice(known).map(credentialOf)).toEqual([undefined]);
  });

  it.each([[answer(401, ['NTLM', 'Basic'])], [answer(200, ['NTLM Mg=='])], [answer(302)]])(
    'end where NTLM gets no challenge',
    async (first) => {
      const connection = scripted(first);
      expect(await signRequests(connection, ntlm).request(request)).toBe(first);
      expect(connection.sent).toHaveLength(1);
    },
  );

  it('name the secrets that nobody may be told', () => {
    expect(secretsOf({ method: 'basic', userName: 'a', password: 'b' })).toEqual(['YTpi', 'b']);
    expect(secretsOf({ method: 'bearer', token: 't' })).toEqual(['t']);
    expect(secretsOf(ntlm)).toEqual([]);
  });
});
