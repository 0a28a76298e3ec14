import { expect, it } from 'vitest';
import { askGraphMailbox } from '../../../../electron/protocols/graph/askMailbox.ts';
import type { HttpRequest } from '../../../../electron/protocols/http/httpConnection.ts';

const headers = { 'request-id': ['r-1'] };
const asked = { token: 't0ken', mailbox: 'a@b.test' };

const answering = (status: number, body: string) => {
  const sent: HttpRequest[] = [];
  const request = async (one: HttpRequest) => {
    sent.push(one);
    return { status, headers, body: Buffer.from(body) };
  };
  return { sent, request };
};

const errorOf = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

it('asks with a message to nobody, which the mailbox finds out', async () => {
  const words = "A message can't be sent because it contains no recipients.";
  const graph = answering(400, errorOf('ErrorInvalidRecipients', words));
  expect(await askGraphMailbox(graph, asked)).toEqual({
    ...{ status: 400, words: `ErrorInvalidRecipients ${words}`, requestId: 'r-1' },
  });
  expect(graph.sent).toMatchObject([
    {
      ...{ method: 'POST', path: '/v1.0/users/a%40b.test/sendMail', decidedByHead: [202] },
      headers: { authorization: 'Bearer t0ken', 'content-type': 'application/json' },
    },
  ]);
  expect(JSON.parse(String(graph.sent[0]?.body))).toEqual({ message: {}, saveToSentItems: false });
});

it('takes an acceptance for a yes', async () => {
  expect(await askGraphMailbox(answering(202, ''), asked)).toMatchObject({ status: 202, requestId: 'r-1' });
});

it.each([
  [403, errorOf('ErrorAccessDenied', 'Access is denied to t0ken.')],
  [404, errorOf('ErrorInvalidUser', 'The requested user t0ken is invalid.')],
  [400, errorOf('BadRequest', 'Unable to read JSON request payload of t0ken.')],
  [200, '<html><title>You sent t0ken</title></html>'],
])('throws every other answer (%i), without the token', async (status, body) => {
  const [refused] = await Promise.allSettled([askGraphMailbox(answering(status, body), asked)]);
  expect(refused).toMatchObject({ reason: { name: 'GraphRefusal', status } });
  const { serverMessage } = (refused as { reason: { serverMessage: string } }).reason;
  expect(serverMessage).toContain('***');
  expect(JSON.stringify(refused)).not.toContain('t0ken');
});
