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
  cancel: () => undefined,
});

const detect = (address: string, resolver: MailResolver, limitMs = 1_000) =>
  detectSettings(address, { openResolver: () => resolver, limitMs });

const noDns = zone({});
const unusable = (code: string): MailResolver => ({
  resolveSrv: () => Promise.reject(dnsError(code)),
  resolveMx: () => Promise.reject(dnsError(code)),
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
    const { candidates, dnsAsked } = await detect(address, unusable('ETIMEOUT'));
    expect(candidates[0]).toMatchObject({ host, port, preset, foundBy: 'table' });
    expect(dnsAsked).toBe(false);
  });

  it('offers nothing where no program can submit mail', async () => {
    expect((await detect('anna@proton.me', noDns)).candidates).toEqual([]);
  });

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
    const { candidates, dnsAsked } = await detect(
      'anna@corp.example',
      zone({ srv: { '_submission._tcp.corp.example': dot } }),
    );
    expect({ candidates, dnsAsked }).toEqual({ candidates: [], dnsAsked: true });
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
      expect(await detect('anna@corp.example', unusable(code))).toEqual({ candidates: [], dnsAsked: false });
    },
  );

  it('gives up when the limit is reached', async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const silent: MailResolver = {
      resolveSrv: () => promise,
      resolveMx: () => promise,
      cancel: () => reject(dnsError('ECANCELLED')),
    };
    expect(await detect('anna@corp.example', silent, 1)).toEqual({ candidates: [], dnsAsked: false });
  });
});

describe('presets', () => {
  it('fit the contract, one of each name', () => {
    for (const preset of presets) expect(presetSchema.safeParse(preset).success).toBe(true);
    expect(presets.map(({ name }) => name).toSorted()).toEqual(presetSchema.shape.name.options.toSorted());
  });
});
