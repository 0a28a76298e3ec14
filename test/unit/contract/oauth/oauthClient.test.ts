import { describe, expect, it } from 'vitest';
import { providerUrlSchema } from '../../../../electron/contract/oauth/oauthClient.ts';

const isTaken = (url: string): boolean => providerUrlSchema.safeParse(url).success;

describe('the address of a provider', () => {
  it.each([
    'https://login.example.test/oauth2/v2.0/token',
    'https://login.example.test:8443/@tenant?user=a@b',
    'HTTPS://LOGIN.example.test',
    'https://[2001:db8::1]/token',
    'http://localhost:8080/token',
    'http://127.0.0.1/token',
    'http://[::1]:8080/token',
    'http://tokens.localhost/token',
  ])('is taken: %s', (url) => {
    expect(isTaken(url)).toBe(true);
  });

  it.each([
    ['another host behind a name', 'http://localhost:1@other.example/token'],
    ['a sign-in', 'https://user:pw@other.example/token'],
    ['a name alone', 'https://user@other.example/token'],
    ['an empty sign-in', 'https://@other.example/token'],
    ['a sign-in behind a slash that does not count', 'https:///user@other.example/token'],
    ['a line end', 'https://other.example/to\nken'],
    ['a tab', 'https://oth\ter.example/token'],
    ['NUL', 'https://other.example/\0token'],
    ['a backslash', 'https://other.example\\@localhost/token'],
    ['no TLS', 'http://other.example/token'],
    ['no TLS to a name like our own', 'http://localhost.example/token'],
    ['no TLS to an address near our own', 'http://128.0.0.1/token'],
    ['no host', 'https://'],
    ['no slashes', 'https:other.example/token'],
    ['another scheme', 'javascript:alert(1)'],
  ])('is refused with %s', (_, url) => {
    expect(isTaken(url)).toBe(false);
  });
});
