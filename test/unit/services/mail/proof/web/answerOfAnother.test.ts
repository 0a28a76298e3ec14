import { describe, expect, it } from 'vitest';
import { toGraphRefusal } from '../../../../../../electron/protocols/graph/graphRefusal.ts';
import { answerOfAnother } from '../../../../../../electron/services/mail/proof/web/answerOfAnother.ts';

const judge = (status: number, body: string) =>
  answerOfAnother(
    toGraphRefusal({ status, headers: {}, body: Buffer.from(body) }, { secrets: [], now: new Date() }),
  );

const page = '<!DOCTYPE html><html><title>Portal</title></html>';

describe('an answer to a message that was handed to Microsoft Graph', () => {
  it.each([
    [302, ''],
    [307, page],
    [200, page],
    [201, '<html><body></body></html>'],
    [400, page],
    [403, page],
  ])('of the status %i with the body %j says that it was not taken', (status, body) => {
    expect(judge(status, body)).toEqual({ mayBeTaken: false });
  });

  it.each([
    [200, ''],
    [200, '{}'],
    [201, 'OK'],
    [204, ''],
  ])('of the status %i with the body %j leaves open whether it was taken', (status, body) => {
    expect(judge(status, body)).toEqual({ mayBeTaken: true });
  });

  it.each([
    [400, ''],
    [401, page],
    [429, page],
    [503, page],
    [200, '{"error":{"code":"ErrorAccessDenied"}}'],
  ])('of the status %i with the body %j is judged as one of Graph', (status, body) => {
    expect(judge(status, body)).toBeNull();
  });
});
