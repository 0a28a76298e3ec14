import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadKerberos } from '../../../electron/protocols/kerberos/loadKerberos.ts';
import type { SignIn } from '../../../electron/protocols/sasl/signIn.ts';
import { type MailLab, startMailLab } from '../../lab/mailLab.ts';
import { ensureSignInServers } from '../../lab/mailServers.ts';
import { ntlmDomain, ntlmUser } from '../../lab/ntlmHelper.ts';
import { type MailProtocol, signInOver } from './signInOver.ts';

const availability = await ensureSignInServers();
const protocols: readonly MailProtocol[] = ['smtp', 'imap', 'pop3'];
const variables = ['KRB5_CONFIG', 'KRB5_CLIENT_KTNAME', 'KRB5CCNAME'] as const;
const goodToken = `good-${'x'.repeat(2_000)}`;

describe.skipIf(!availability.available)('signing in to Postfix and Dovecot', () => {
  const before = Object.fromEntries(variables.map((name) => [name, process.env[name]]));
  let lab: MailLab;

  beforeAll(async () => {
    lab = await startMailLab({
      ...{ tickets: true, ntlm: true },
      judgeToken: (token) => (token === goodToken || token === 'short' ? 'alice' : undefined),
    });
  });

  afterEach(() => {
    for (const name of variables) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  afterAll(() => lab.stop());

  /** The program runs as who has these keys; no ticket is left of the test before. */
  const actAs = (keytab: string): void => {
    process.env['KRB5_CONFIG'] = lab.realm?.configuration;
    process.env['KRB5_CLIENT_KTNAME'] = `FILE:${keytab}`;
    process.env['KRB5CCNAME'] = `MEMORY:${randomUUID()}`;
  };
  const refusals = () =>
    lab.logs.dovecot.lines().filter((line) => /mismatch|unknown user/i.test(line)).length;

  const passwordSignIns = (password: string): SignIn[] => [
    { mechanism: 'PLAIN', userName: 'alice', password },
    { mechanism: 'LOGIN', userName: 'alice', password },
    { mechanism: 'CRAM-MD5', userName: 'alice', password },
    { mechanism: 'NTLM', userName: ntlmUser.name, password, domain: ntlmDomain, workstation: 'CLIENT' },
  ];
  const tokenSignIns = (accessToken: string): SignIn[] => [
    { mechanism: 'XOAUTH2', userName: 'alice', accessToken },
    { mechanism: 'OAUTHBEARER', userName: 'alice', accessToken },
  ];
  const ticket = (servicePrincipal: string | null = null): SignIn => ({
    mechanism: 'GSSAPI',
    servicePrincipal,
  });

  describe.each(protocols)('over %s', (protocol) => {
    it.each(passwordSignIns(ntlmUser.password))('works with $mechanism', async (signIn) => {
      const { isAccepted, shown } = await signInOver(lab, protocol, signIn);
      expect(isAccepted).toBe(true);
      expect(shown.join('\n')).not.toMatch(/[\w+/]{12,}/);
    });

    it.each(passwordSignIns('not-the-password'))(
      'is refused with $mechanism and a wrong password, which is tried once',
      async (signIn) => {
        const earlier = refusals();
        const { isAccepted, words } = await signInOver(lab, protocol, signIn);
        expect(isAccepted).toBe(false);
        expect(words).toMatch(/authentication failed/i);
        expect(refusals() - earlier).toBeLessThanOrEqual(1);
      },
    );

    it.each([...tokenSignIns(goodToken), ...tokenSignIns('short')])(
      'works with $mechanism, however long the token is',
      async (signIn) => {
        const earlier = lab.tokenQuestions();
        expect(await signInOver(lab, protocol, signIn)).toMatchObject({ isAccepted: true });
        expect(lab.tokenQuestions() - earlier).toBe(1);
      },
    );

    it.each(tokenSignIns('bad'))(
      'is refused with $mechanism and a token that nobody knows, in the words of the server',
      async (signIn) => {
        const earlier = lab.tokenQuestions();
        const { isAccepted, words } = await signInOver(lab, protocol, signIn);
        expect(isAccepted).toBe(false);
        expect(words).toMatch(/\{.*"status":"(?:401|invalid_token)".*\}/);
        expect(words).toMatch(/authentication failed/i);
        expect(lab.tokenQuestions() - earlier).toBe(1);
      },
    );

    it("is refused with somebody else's token", async () => {
      const signIn: SignIn = { mechanism: 'XOAUTH2', userName: 'bob', accessToken: 'short' };
      expect(await signInOver(lab, protocol, signIn)).toMatchObject({ isAccepted: false });
    });

    describe.runIf(loadKerberos().available)('with a ticket', () => {
      const principal = { smtp: 'smtp/localhost', imap: 'imap/localhost', pop3: 'pop/localhost' }[protocol];

      it.each([null, principal, `${principal}@MAIL.EXAMPLE.TEST`])('works for %s', async (name) => {
        actAs(lab.realm?.clientKeytab ?? '');
        expect(await signInOver(lab, protocol, ticket(name))).toMatchObject({ isAccepted: true });
      });

      it('says nothing to the server where Kerberos does not know the service', async () => {
        actAs(lab.realm?.clientKeytab ?? '');
        await expect(signInOver(lab, protocol, ticket('nothing/localhost'))).rejects.toMatchObject({
          code: 'KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN',
        });
      });

      it('says nothing to the server where there is no ticket', async () => {
        actAs('/nowhere');
        await expect(signInOver(lab, protocol, ticket())).rejects.toMatchObject({ code: 'KRB5_FCC_NOFILE' });
      });
    });
  });
});
