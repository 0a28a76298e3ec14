import { describe, expect, it } from 'vitest';
import { presetSchema } from '../../../../../electron/contract/mail/preset.ts';
import {
  detectSettings,
  type MailResolver,
} from '../../../../../electron/services/mail/detection/detectSettings.ts';
import { providers } from '../../../../../electron/services/mail/detection/providers.ts';
import { presets } from '../../../../../electron/services/mail/presets.ts';

const dnsError = (code: string) => Object.assign(new Error(code), { code });

/** Answers from a zone; names that are not in it do not exist. */
const zone = (records: {
  srv?: Record<string, { name: string; port: number; priority: number; weight: number }[]>;
  mx?: Record<string, { exchange: string; priority: number }[]>;
  a?: Record<string, string[]>;
  aaaa?: Record<string, string[]>;
}): MailResolver => ({
  resolveSrv: async (name) => {
    const found = records.srv?.[name];
    if (found) return found;
    throw dnsError('ENOTFOUND');
  },
  resolveMx: async (name) => {
    const found = records.mx?.[name];
    if (found) return found;
    throw dnsError('ENODATA');
  },
  resolve4: async (name) => records.a?.[name] ?? Promise.reject(dnsError('ENOTFOUND')),
  resolve6: async (name) => records.aaaa?.[name] ?? Promise.reject(dnsError('ENOTFOUND')),
  cancel: () => undefined,
});

const detect = (address: string, resolver: MailResolver, limitMs = 1_000) =>
  detectSettings(address, { openResolver: () => resolver, limitMs });

const noDns = zone({});
const unusable = (code: string): MailResolver => ({
  resolveSrv: () => Promise.reject(dnsError(code)),
  resolveMx: () => Promise.reject(dnsError(code)),
  resolve4: () => Promise.reject(dnsError(code)),
  resolve6: () => Promise.reject(dnsError(code)),
  cancel: () => undefined,
});

describe('detection from the bundled table', () => {
  it.each([
    ['anna@gmail.com', 'smtp.gmail.com', 587, 'google'],
    ['anna@Hotmail.FR', 'smtp-mail.outlook.com', 587, 'outlookCom'],
    ['anna@corp.onmicrosoft.com', 'smtp.office365.com', 587, 'microsoft365'],
    ['anna@gmx.ch', 'mail.gmx.net', 587, 'gmx'],
    ['anna@t-online.de', 'securesmtp.t-online.de', 465, null],
    ['anna@orange.fr', 'smtp.orange.fr', 465, null],
  ])('knows %s without asking anybody', async (address, host, port, preset) => {
    const { candidates, dnsSilent } = await detect(address, unusable('ETIMEOUT'));
    expect(candidates[0]).toMatchObject({ host, port, preset, foundBy: 'table' });
    expect(dnsSilent).toBe(false);
  });

  it('offers nothing where no program can submit mail', async () => {
    expect((await detect('anna@proton.me', noDns)).candidates).toEqual([]);
  });

  it.each(['anna@sfr.fr', 'anna@laposte.net', 'anna@free.fr', 'anna@yahoo.ie'])(
    'offers nothing for %s, which no manual vouches for',
    async (address) => {
      expect((await detect(address, noDns)).candidates).toEqual([]);
    },
  );

  it('does not take a domain for another one that it ends with', async () => {
    expect((await detect('anna@notgmail.com', noDns)).candidates).toEqual([]);
  });

  it('names each domain and each exchanger once', () => {
    for (const list of [providers.flatMap(({ domains }) => domains), providers.flatMap((p) => p.exchangers)])
      expect(list.toSorted()).toEqual([...new Set(list)].toSorted());
  });
});

describe('detection from DNS', () => {
  it('puts submission with TLS from the start first, then the better priority', async () => {
    const { candidates } = await detect(
      'anna@corp.example',
      zone({
        srv: {
          '_submission._tcp.corp.example': [{ name: 'late.corp.example', port: 587, priority: 0, weight: 1 }],
          '_submissions._tcp.corp.example': [
            { name: 'second.corp.example', port: 465, priority: 20, weight: 1 },
            { name: 'First.corp.example', port: 4650, priority: 10, weight: 1 },
          ],
        },
      }),
    );
    expect(candidates.map(({ host, port, encryption }) => [host, port, encryption])).toEqual([
      ['first.corp.example', 4650, 'tls'],
      ['second.corp.example', 465, 'tls'],
      ['late.corp.example', 587, 'starttls'],
    ]);
  });

  it('understands that a service is not offered', async () => {
    const dot = [{ name: '', port: 0, priority: 0, weight: 0 }];
    const { candidates, dnsSilent } = await detect(
      'anna@corp.example',
      zone({ srv: { '_submission._tcp.corp.example': dot } }),
    );
    expect({ candidates, dnsSilent }).toEqual({ candidates: [], dnsSilent: false });
  });

  it.each([
    ['corp-example.mail.protection.outlook.com', 'microsoft365'],
    ['corp-example.p-v1.mx.microsoft', 'microsoft365'],
    ['eur.olc.protection.outlook.com', 'outlookCom'],
    ['ASPMX.L.GOOGLE.COM', 'google'],
    ['mx00.gmx.net', 'gmx'],
  ])('knows the provider behind %s', async (exchange, preset) => {
    const resolver = zone({ mx: { 'corp.example': [{ exchange, priority: 10 }] } });
    const { candidates } = await detect('anna@corp.example', resolver);
    expect(candidates[0]).toMatchObject({ preset, foundBy: 'mx' });
  });

  it('asks for the internationalised name in its ASCII form', async () => {
    const resolver = zone({
      mx: { 'xn--mnchen-3ya.example': [{ exchange: 'mx1.mailbox.org', priority: 1 }] },
    });
    const { candidates } = await detect('anna@münchen.example', resolver);
    expect(candidates[0]?.host).toBe('smtp.mailbox.org');
  });

  it.each(['ETIMEOUT', 'ECONNREFUSED', 'ESERVFAIL', 'ECANCELLED'])(
    'says that DNS gave no answer: %s',
    async (code) => {
      expect(await detect('anna@corp.example', unusable(code))).toEqual({ candidates: [], dnsSilent: true });
    },
  );

  it('gives up when the limit is reached', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const silent: MailResolver = {
      resolveSrv: () => promise,
      resolveMx: () => promise,
      resolve4: () => promise,
      resolve6: () => promise,
      cancel: () => reject(dnsError('ECANCELLED')),
    };
    expect(await detect('anna@corp.example', silent, 1)).toEqual({ candidates: [], dnsSilent: true });
  });
});

describe('what an administrator would try next', () => {
  const mx = { 'corp.example': [{ exchange: 'mx.filter.example', priority: 5 }] };

  it('offers the usual names that exist and the exchangers of the domain', async () => {
    const { candidates } = await detect(
      'anna@corp.example',
      zone({
        a: { 'smtp.corp.example': ['192.0.2.1'] },
        aaaa: { 'mail.corp.example': ['2001:db8::1'] },
        mx: { 'corp.example': [...(mx['corp.example'] ?? []), { exchange: 'First.example.', priority: 1 }] },
      }),
    );
    expect(candidates).toMatchObject([
      { host: 'mail.corp.example', port: 587, authentication: 'password', foundBy: 'name' },
      { host: 'smtp.corp.example', port: 587, authentication: 'password', foundBy: 'name' },
      { host: 'first.example', port: 25, authentication: 'none', foundBy: 'exchanger' },
      { host: 'mx.filter.example', port: 25, authentication: 'none', foundBy: 'exchanger' },
    ]);
  });

  it('offers none of it when the domain announces its server', async () => {
    const { candidates } = await detect(
      'anna@corp.example',
      zone({
        a: { 'mail.corp.example': ['192.0.2.1'] },
        mx,
        srv: {
          '_submission._tcp.corp.example': [{ name: 'out.corp.example', port: 587, priority: 0, weight: 0 }],
        },
      }),
    );
    expect(candidates.map(({ host }) => host)).toEqual(['out.corp.example']);
  });

  it('offers none of it where a known provider lets no program submit mail', async () => {
    const resolver = zone({ mx: { 'corp.example': [{ exchange: 'mail.protonmail.ch', priority: 10 }] } });
    expect((await detect('anna@corp.example', resolver)).candidates).toEqual([]);
  });

  it('knows a domain that takes no mail at all', async () => {
    const resolver = zone({ mx: { 'corp.example': [{ exchange: '', priority: 0 }] } });
    expect((await detect('anna@corp.example', resolver)).candidates).toEqual([]);
  });
});

describe('presets', () => {
  it('fit the contract, one of each name', () => {
    for (const preset of presets) expect(presetSchema.safeParse(preset).success).toBe(true);
    expect(presets.map(({ name }) => name).toSorted()).toEqual(presetSchema.shape.name.options.toSorted());
  });
});
