import { describe, expect, it } from 'vitest';
import type { SecurityContext } from '../../../../electron/protocols/kerberos/openSecurityContext.ts';
import { type BindSasl, gssapiBind } from '../../../../electron/protocols/ldap/gssapiBind.ts';

type Result = { resultCode: number };
type Answer = { result: Result; serverToken: Buffer | null };

const next = (token: string | null): Answer => ({
  result: { resultCode: 14 },
  serverToken: token === null ? null : Buffer.from(token, 'latin1'),
});
const ended = (resultCode: number): Answer => ({ result: { resultCode }, serverToken: null });

/** A context that stands after as many steps; what is wrapped is marked. */
const contextOf = (
  steps: number,
  parts: Partial<SecurityContext> = {},
): SecurityContext & { taken: string[] } => {
  const taken: string[] = [];
  return {
    taken,
    step: async (token) => {
      taken.push(token.toString('latin1'));
      return Buffer.from(taken.length < steps ? `token ${taken.length}` : '');
    },
    unwrap: async (token) => token,
    wrap: async (message) => Buffer.concat([Buffer.from('wrapped '), message]),
    get isComplete() {
      return taken.length >= steps;
    },
    userName: 'anna@CORP.TEST',
    ...parts,
  };
};

const serverOf = (...answers: Answer[]) => {
  const sent: string[] = [];
  const bindSasl: BindSasl<Result> = async (mechanism, token) => {
    sent.push(`${mechanism} ${token.toString('latin1')}`);
    const answer = answers[sent.length - 1];
    if (answer === undefined) throw new Error('one step too many');
    return answer;
  };
  return { bindSasl, sent };
};

const { signal } = new AbortController();
const allLayers = '\x07\x01\x00\x00';

describe('signing in with a ticket (RFC 4752)', () => {
  it('exchanges tokens, then chooses no security layer', async () => {
    const context = contextOf(2);
    const { bindSasl, sent } = serverOf(next('challenge'), next(allLayers), ended(0));
    expect(await gssapiBind(context, bindSasl, signal)).toEqual({ resultCode: 0 });
    expect(context.taken).toEqual(['', 'challenge']);
    expect(sent).toEqual(['GSSAPI token 1', 'GSSAPI ', 'GSSAPI wrapped \x01\x00\x00\x00']);
  });

  it.each([
    ['at once', [ended(49)], 49],
    ['in the middle', [next('challenge'), ended(53)], 53],
    ['at the end', [next('challenge'), next(allLayers), ended(49)], 49],
  ])('gives a refusal %s, and does not try again', async (_case, answers, resultCode) => {
    const { bindSasl, sent } = serverOf(...answers);
    expect(await gssapiBind(contextOf(2), bindSasl, signal)).toEqual({ resultCode });
    expect(sent).toHaveLength(answers.length);
  });

  it.each([
    ['wants a security layer', [next('challenge'), next('\x06\x01\x00\x00')], 'layerDemanded'],
    ['offers nothing', [next('challenge'), next(null)], 'protocol'],
    ['offers something else', [next('challenge'), next('\x01\x00')], 'protocol'],
    ['calls a first token success', [ended(0)], 'serverUnproven'],
    ['calls a context success that has offered no layer', [next('challenge'), ended(0)], 'serverUnproven'],
    ['never ends', [next('challenge'), next(allLayers), next('')], 'protocol'],
  ])('tells of a server that %s', async (_case, answers, code) => {
    const { bindSasl } = serverOf(...answers);
    await expect(gssapiBind(contextOf(2), bindSasl, signal)).rejects.toMatchObject({
      name: 'GssapiBindError',
      code,
    });
  });

  it('ends with a server that goes on and on', async () => {
    const { bindSasl, sent } = serverOf(...Array.from({ length: 50 }, () => next('more')));
    await expect(gssapiBind(contextOf(100), bindSasl, signal)).rejects.toMatchObject({ code: 'protocol' });
    expect(sent.length).toBeLessThan(10);
  });

  it('ends at once when it is called off, although the native part goes on', async () => {
    const stop = new AbortController();
    const { bindSasl, sent } = serverOf();
    const context = contextOf(2, { step: () => Promise.withResolvers<Buffer>().promise });
    const signedIn = gssapiBind(context, bindSasl, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(signedIn).rejects.toThrow('stopped');
    await expect(gssapiBind(context, bindSasl, stop.signal)).rejects.toThrow('stopped');
    expect(sent).toEqual([]);
  });
});
