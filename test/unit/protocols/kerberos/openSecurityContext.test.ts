import { describe, expect, it } from 'vitest';
import type { KerberosModule, NativeClient } from '../../../../electron/protocols/kerberos/loadKerberos.ts';
import { openSecurityContext } from '../../../../electron/protocols/kerberos/openSecurityContext.ts';

const client = (parts: Partial<NativeClient> = {}): NativeClient => ({
  step: async (challenge) =>
    Buffer.from(`after ${Buffer.from(challenge, 'base64').toString()}`).toString('base64'),
  unwrap: async (token) => token,
  wrap: async (message) => message,
  username: null,
  ...parts,
});

const open = async (
  platform: NodeJS.Platform,
  native: NativeClient | Error,
  request: { servicePrincipal?: string } = {},
) => {
  const asked: unknown[] = [];
  const module: KerberosModule = {
    GSS_MECH_OID_KRB5: 9,
    initializeClient: async (service, options) => {
      asked.push([service, options]);
      if (native instanceof Error) throw native;
      return native;
    },
  };
  const load = () => ({ available: true, module }) as const;
  const service = { service: 'ldap', host: 'dc1.corp.test', ...request } as const;
  const context = await openSecurityContext(service, { load, platform });
  return { context, asked };
};

describe('a security context', () => {
  it.each([
    ['linux', 'ldap@dc1.corp.test'],
    ['darwin', 'ldap@dc1.corp.test'],
    ['win32', 'ldap/dc1.corp.test'],
  ] as const)('is for the service as %s names it, with Kerberos itself', async (platform, service) => {
    expect((await open(platform, client())).asked).toEqual([[service, { mechOID: 9 }]]);
  });

  it.each([
    ['linux', 'smtpsvc/ex1.corp.test', 'smtpsvc@ex1.corp.test'],
    ['linux', 'smtpsvc/ex1.corp.test@CORP.TEST', 'smtpsvc@ex1.corp.test'],
    ['win32', 'smtpsvc/ex1.corp.test@CORP.TEST', 'smtpsvc/ex1.corp.test@CORP.TEST'],
    ['linux', 'smtpsvc@ex1.corp.test', 'smtpsvc@ex1.corp.test'],
    ['linux', 'smtpsvc@ex1.corp.test@CORP.TEST', 'smtpsvc@ex1.corp.test'],
    ['win32', 'smtpsvc@ex1.corp.test', 'smtpsvc/ex1.corp.test'],
    ['win32', 'smtpsvc@ex1.corp.test@CORP.TEST', 'smtpsvc/ex1.corp.test@CORP.TEST'],
  ] as const)('on %s is for the principal %s where it is given', async (platform, servicePrincipal, name) => {
    const { asked } = await open(platform, client(), { servicePrincipal });
    expect(asked).toEqual([[name, { mechOID: 9 }]]);
  });

  it('turns tokens into bytes and back, also where there is none', async () => {
    const { context } = await open('linux', client());
    expect((await context.step(Buffer.from('one'))).toString()).toBe('after one');
    expect(await context.wrap(Buffer.from([1, 0, 0, 0]))).toEqual(Buffer.from([1, 0, 0, 0]));
    const silent = await open('win32', client({ step: async () => null }));
    expect(await silent.context.step(Buffer.alloc(0))).toEqual(Buffer.alloc(0));
  });

  it('is complete when it has a name', async () => {
    expect((await open('linux', client())).context).toMatchObject({ isComplete: false, userName: null });
    const complete = await open('linux', client({ username: 'anna@CORP.TEST' }));
    expect(complete.context).toMatchObject({ isComplete: true, userName: 'anna@CORP.TEST' });
  });

  it('says by a code what went wrong', async () => {
    const expired = new Error('Unspecified GSS failure: Ticket expired');
    const { context } = await open('linux', client({ step: () => Promise.reject(expired) }));
    await expect(context.step(Buffer.alloc(0))).rejects.toMatchObject({ code: 'KRB5KRB_AP_ERR_TKT_EXPIRED' });
    await expect(open('linux', new Error('No credentials cache found'))).rejects.toMatchObject({
      code: 'KRB5_FCC_NOFILE',
    });
  });

  it('says that there is no native part', async () => {
    const load = () => ({ available: false, reason: 'libraryMissing', words: 'libgssapi' }) as const;
    const opened = openSecurityContext({ service: 'ldap', host: 'dc1.corp.test' }, { load });
    await expect(opened).rejects.toMatchObject({ name: 'KerberosUnavailable', reason: 'libraryMissing' });
  });
});
