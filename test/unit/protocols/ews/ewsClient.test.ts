import { exchangeVersions } from '../../../../electron/contract/mail/exchange.ts';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../electron/protocols/http/httpConnection.ts';
import { ewsUrlOf, openEws } from '../../../../electron/protocols/ews/ewsClient.ts';
import { schemaOf, toServerVersion } from '../../../../electron/protocols/ews/exchangeVersion.ts';
import { getInboxRequest } from '../../../../electron/protocols/ews/writeRequest.ts';

describe('the address of the web services', () => {
  it.each([
    ['mail.example.test', 'https://mail.example.test/EWS/Exchange.asmx'],
    ['bücher.example', 'https://xn--bcher-kva.example/EWS/Exchange.asmx'],
    ['2001:db8::1', 'https://[2001:db8::1]/EWS/Exchange.asmx'],
  ])('of %s is %s', (host, url) => {
    expect(ewsUrlOf(host)).toBe(url);
  });
});

describe('versions of Exchange', () => {
  it('are asked for with a schema that is documented', () => {
    expect(exchangeVersions.map(schemaOf)).toEqual([
      ...['Exchange2007_SP1', 'Exchange2010', 'Exchange2010_SP1', 'Exchange2010_SP2', 'Exchange2013'],
      ...Array<string>(5).fill('Exchange2013_SP1'),
    ]);
  });

  it.each([
    [['8', '3', '83', '0'], '2007'],
    [['14', '3', '123', '3'], '2010'],
    [['15', '0', '1497', '2'], '2013'],
    [['15', '1', '2507', '6'], '2016'],
    [['15', '2', '2562', '17'], '2019 or SE'],
    [['15', '20', '9000', '1'], 'Exchange Online'],
    [['16', '0', '1', '1'], null],
    [[], null],
  ])('are told by their build %j: %j', (numbers, product) => {
    expect(toServerVersion(numbers)).toEqual({ product, build: numbers.join('.') });
  });

  it('are asked without anything slipping out of an address', () => {
    const odd = `a"<&'@b.test`;
    const written = getInboxRequest({ version: 'SE', impersonated: odd, mailbox: null });
    expect(written).toContain('<t:SmtpAddress>a&quot;&lt;&amp;&apos;@b.test</t:SmtpAddress>');
    expect(getInboxRequest({ version: 'SE', impersonated: null, mailbox: odd })).toContain(
      '<t:EmailAddress>a&quot;&lt;&amp;&apos;@b.test</t:EmailAddress>',
    );
  });
});

describe('the field that leads to the server of a mailbox', () => {
  const anchorFor = async (impersonated: string | null, mailbox: string | null = null) => {
    const asked: HttpRequest[] = [];
    const request = async (sent: HttpRequest) => {
      asked.push(sent);
      return { status: 401, headers: {}, body: Buffer.alloc(0) };
    };
    const signIn = { method: 'bearer', token: 't' } as const;
    const options = { version: 'SE', path: '/', signIn, impersonated, mailbox } as const;
    await expect(openEws({ request }, options).openInbox()).rejects.toMatchObject({ name: 'EwsRefusal' });
    return asked.map(({ headers }) => headers['x-anchormailbox']);
  };

  it.each([
    ['relay@example.test', null, 'relay@example.test'],
    [null, 'team@example.test', 'team@example.test'],
    [null, null, undefined],
    ['почта@example.test', null, undefined],
    ['josé@example.test', null, undefined],
  ])('is for %j and %j: %j', async (impersonated, mailbox, expected) => {
    expect(await anchorFor(impersonated, mailbox)).toEqual([expected]);
  });
});
