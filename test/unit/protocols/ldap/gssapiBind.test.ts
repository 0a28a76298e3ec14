import { describe, expect, it } from 'vitest';
import type { SecurityContext } from '../../../../electron/protocols/kerberos/openSecurityContext.ts';
import type { SaslAnswer } from '../../../../electron/protocols/ldap/bind.ts';
import type { LdapDialogue } from '../../../../electron/protocols/ldap/ldapDialogue.ts';
import { LdapError } from '../../../../electron/protocols/ldap/ldapError.ts';
import { gssapiBind } from '../../../../electron/protocols/ldap/gssapiBind.ts';

const resultOf = (resultCode: number) => ({
  ...{ resultCode, matchedDn: '', diagnosticMessage: '', referrals: [] },
});
const next = (token: string | null): SaslAnswer => ({
  result: resultOf(14),
  serverToken: token === null ? null : Buffer.from(token, 'latin1'),
});
const success: SaslAnswer = { result: resultOf(0), serverToken: null };
const refused = (resultCode: number): LdapError => new LdapError(resultOf(resultCode));

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

const serverOf = (...answers: (SaslAnswer | LdapError)[]) => {
  const sent: string[] = [];
  const bindSasl: LdapDialogue['bindSasl'] = async (mechanism, token) => {
    sent.push(`${mechanism} ${token?.toString('latin1')}`);
    const answer = answers[sent.length - 1];
    if (answer === undefined) throw new Error('one step too many');
    if (answer instanceof LdapError) throw answer;
    return answer;
  };
  return { dialogue: { bindSasl }, sent };
};

const { signal } = new AbortController();
const allLayers = '\x07\x01\x00\x00';

describe('signing in with a ticket (RFC 4752)', () => {
  it('exchanges tokens, then chooses no security layer', async () => {
    const context = contextOf(2);
    const { dialogue, sent } = serverOf(next('challenge'), next(allLayers), success);
    await gssapiBind(context, dialogue, signal);
    expect(context.taken).toEqual(['', 'challenge']);
    expect(sent).toEqual(['GSSAPI token 1', 'GSSAPI ', 'GSSAPI wrapped \x01\x00\x00\x00']);
  });

  it.each([
    ['at once', [refused(49)], 49],
    ['in the middle', [next('challenge'), refused(53)], 53],
    ['at the end', [next('challenge'), next(allLayers), refused(49)], 49],
  ])('tells of a refusal %s, and does not try again', async (_case, answers, resultCode) => {
    const { dialogue, sent } = serverOf(...answers);
    await expect(gssapiBind(contextOf(2), dialogue, signal)).rejects.toMatchObject({ resultCode });
    expect(sent).toHaveLength(answers.length);
  });

  it.each([
    ['wants a security layer', [next('challenge'), next('\x06\x01\x00\x00')], 'layerDemanded'],
    ['offers nothing', [next('challenge'), next(null)], 'protocol'],
    ['offers something else', [next('challenge'), next('\x01\x00')], 'protocol'],
    ['calls a first token success', [success], 'serverUnproven'],
    ['calls a context success that has offered no layer', [next('challenge'), success], 'serverUnproven'],
    ['never ends', [next('challenge'), next(allLayers), next('')], 'protocol'],
  ])('tells of a server that %s', async (_case, answers, code) => {
    const { dialogue } = serverOf(...answers);
    await expect(gssapiBind(contextOf(2), dialogue, signal)).rejects.toMatchObject({
      name: 'GssapiBindError',
      code,
    });
  });

  it('ends with a server that goes on and on', async () => {
    const { dialogue, sent } = serverOf(...Array.from({ length: 50 }, () => next('more')));
    await expect(gssapiBind(contextOf(100), dialogue, signal)).rejects.toMatchObject({ code: 'protocol' });
    expect(sent.length).toBeLessThan(10);
  });

  it('ends at once when it is called off, although the native part goes on', async () => {
    const stop = new AbortController();
    const { dialogue, sent } = serverOf();
    const context = contextOf(2, { step: () => Promise.withResolvers<Buffer>().promise });
    const signedIn = gssapiBind(context, dialogue, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(signedIn).rejects.toThrow('stopped');
    await expect(gssapiBind(context, dialogue, stop.signal)).rejects.toThrow('stopped');
    expect(sent).toEqual([]);
  });
});
