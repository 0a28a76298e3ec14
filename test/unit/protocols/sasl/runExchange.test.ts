import { describe, expect, it } from 'vitest';
import { KerberosError } from '../../../../electron/protocols/kerberos/kerberosError.ts';
import type { SecurityContext } from '../../../../electron/protocols/kerberos/openSecurityContext.ts';
import { runExchange } from '../../../../electron/protocols/sasl/runExchange.ts';
import { startExchange } from '../../../../electron/protocols/sasl/startExchange.ts';
import type { SignIn } from '../../../../electron/protocols/sasl/signIn.ts';

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const allLayers = '\x07\x01\x00\x00';

/** A context that stands after two steps; what is wrapped is marked. */
const contextOf = (parts: Partial<SecurityContext> = {}): SecurityContext => {
  let steps = 0;
  return {
    step: async () => Buffer.from((steps += 1) < 2 ? 'ticket' : ''),
    unwrap: async (token) => token,
    wrap: async (message) => Buffer.concat([Buffer.from('wrapped '), message]),
    get isComplete() {
      return steps >= 2;
    },
    userName: 'alice@REALM',
    ...parts,
  };
};

/** A server that says this, one after the other: `+ …` asks, anything else ends. */
const speak = async (
  signIn: SignIn,
  answers: string[],
  { context = contextOf(), hasRoom = true }: { context?: SecurityContext; hasRoom?: boolean } = {},
) => {
  const { signal } = new AbortController();
  const opened: unknown[] = [];
  const openContext = async (request: unknown) => {
    opened.push(request);
    return context;
  };
  const exchange = await startExchange(
    signIn,
    { service: 'imap', host: 'mail.test', port: 993, endPoint: null, signal },
    { openContext },
  );
  const sent: string[] = [];
  const say = async (line: string): Promise<string> => {
    sent.push(line);
    return answers.shift() ?? 'no';
  };
  const course = await runExchange<string>(exchange, {
    hasRoom: () => hasRoom,
    begin: (message) => say(message === null ? 'AUTH' : `AUTH ${message}`),
    respond: (message) => say(message),
    challengeIn: (answer) => (answer.startsWith('+') ? answer.slice(1) : null),
    isSuccess: (answer) => answer === 'ok',
  });
  return { ...course, sent, opened };
};

const ticket = { mechanism: 'GSSAPI', servicePrincipal: null } as const;
const token = { mechanism: 'XOAUTH2', userName: 'alice', accessToken: 't' } as const;
const plain = { mechanism: 'PLAIN', userName: 'alice', password: 'pw' } as const;

describe('a sign-in with a ticket (RFC 4752)', () => {
  it('exchanges tokens and then chooses no layer', async () => {
    const { sent, verdict, brokenOff, opened } = await speak(ticket, [
      `+ ${base64('reply')}`,
      `+ ${base64(allLayers)}`,
      'ok',
    ]);
    expect(sent).toEqual([`AUTH ${base64('ticket')}`, '', base64('wrapped \x01\x00\x00\x00')]);
    expect({ verdict, brokenOff }).toEqual({ verdict: 'ok', brokenOff: null });
    expect(opened).toEqual([{ service: 'imap', host: 'mail.test', servicePrincipal: null }]);
  });

  it.each([
    ['calls a first token success', ['ok'], 'serverUnproven', 'ok'],
    ['calls a context success that offered no layer', [`+${base64('reply')}`, 'ok'], 'serverUnproven', 'ok'],
    [
      'wants a layer',
      [`+${base64('reply')}`, `+${base64('\x06\x01\x00\x00')}`, 'cancelled'],
      'layerDemanded',
      'cancelled',
    ],
    ['says what is no Base64', ['+%%', 'cancelled'], 'challengeUnreadable', 'cancelled'],
    [
      'asks on after all was said',
      [`+${base64('reply')}`, `+${base64(allLayers)}`, '+', 'cancelled'],
      'asksForMore',
      'cancelled',
    ],
  ])('is not accepted from a server that %s', async (_, answers, brokenOff, verdict) => {
    expect(await speak(ticket, answers)).toMatchObject({ brokenOff, verdict });
  });

  it('says nothing to the server without a ticket', async () => {
    const context = contextOf({
      step: () => Promise.reject(new KerberosError('No Kerberos credentials available')),
    });
    await expect(speak(ticket, [], { context })).rejects.toMatchObject({ code: 'KRB5_FCC_NOFILE' });
  });
});

describe('a first message', () => {
  it('that has no room waits for an empty question', async () => {
    const { sent, verdict } = await speak(plain, ['+', 'ok'], { hasRoom: false });
    expect(sent).toEqual(['AUTH', base64('\0alice\0pw')]);
    expect(verdict).toBe('ok');
  });

  it('of NTLM waits always, and takes any invitation', async () => {
    const ntlm = { ...plain, mechanism: 'NTLM', domain: '', workstation: '' } as const;
    const { sent } = await speak(ntlm, ['+ ntlm supported', 'no']);
    expect(sent[0]).toBe('AUTH');
    expect(sent[1]).toMatch(/^TlRMTVNTUAAB/);
  });

  it('is not sent to a server that refuses the mechanism', async () => {
    const { sent, verdict } = await speak(token, ['no'], { hasRoom: false });
    expect({ sent, verdict }).toEqual({ sent: ['AUTH'], verdict: 'no' });
  });
});

it('a server that asks for ever is left after a few answers', async () => {
  for (const signIn of [plain, token, ticket, { ...plain, mechanism: 'LOGIN' } as const]) {
    const { sent, brokenOff } = await speak(signIn, Array<string>(50).fill(`+${base64(allLayers)}`));
    expect(brokenOff).toBe('asksForMore');
    expect(sent.length).toBeLessThan(8);
  }
});
