import { describe, expect, it } from 'vitest';
import { emailAddressSchema, hostNameSchema } from '../../../electron/contract/mail/address.ts';
import {
  servicePrincipalSchema,
  windowsDomainSchema,
} from '../../../electron/contract/mail/authentication.ts';
import { exchangeUrlSchema } from '../../../electron/contract/mail/exchange.ts';
import { accountNameSchema, typedSecretSchema } from '../../../electron/contract/mail/secret.ts';
import {
  clientIdSchema,
  providerUrlSchema,
  tenantIdSchema,
} from '../../../electron/contract/oauth/oauthClient.ts';
import { hasHiddenEnds, trimmed } from '../../../electron/contract/trimmed.ts';

/** Zero width, of direction, joining, soft hyphen, byte order mark, blanks. */
const unseen = ['\u200b', '\u200e', '\u202e', '\u2060', '\u00ad', '\ufeff', '\u00a0', ' \u200b\t'];

describe.each([
  ['the ID of an application', clientIdSchema, '1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d'],
  ['a tenant', tenantIdSchema, 'corp.example'],
  ['an account', accountNameSchema, 'CORP\\anna'],
  ['a Windows domain', windowsDomainSchema, 'CORP'],
  ['a principal', servicePrincipalSchema, 'smtp/relay.corp.example'],
  ['a host', hostNameSchema, 'relay.corp.example'],
  ['an address', emailAddressSchema, 'anna@corp.example'],
  ['a provider', providerUrlSchema, 'https://login.corp.example/realm'],
  ['an Exchange server', exchangeUrlSchema, 'https://mail.corp.example/EWS/Exchange.asmx'],
])('%s', (_, schema, text) => {
  it.each(unseen)('is what can be seen of it: %j', (mark) => {
    expect(schema.parse(`${mark}${text}${mark}`)).toBe(text);
  });
});

describe('trimmed', () => {
  it('keeps what stands inside, half a character, too', () => {
    expect(trimmed(' a\u200bb c \u2060')).toBe('a\u200bb c');
    expect(trimmed('\u200b\u{1f600}\ud83d ')).toBe('\u{1f600}\ud83d');
    expect(trimmed(' \u200b ')).toBe('\u200b');
    expect(trimmed(' \t ')).toBe('');
  });

  it('is no way to keep the program busy', () => {
    const blanks = ' '.repeat(1_000_000);
    expect(trimmed(`a${blanks}b`)).toHaveLength(1_000_002);
  });
});

it.each(['secret ', '\tsecret', 'secret\u200b', '\u00a0', 'secret\n'])('sees hidden ends of %j', (text) => {
  expect(hasHiddenEnds(text)).toBe(true);
  expect(hasHiddenEnds('two \u200b words')).toBe(false);
});

it('changes no secret', () => {
  for (const mark of unseen)
    expect(typedSecretSchema.parse(`${mark}secret${mark}`)).toBe(`${mark}secret${mark}`);
});
