import { describe, expect, it } from 'vitest';
import { parseEhlo } from '../../../../electron/protocols/smtp/ehlo.ts';
import { toReply } from '../../../../electron/protocols/smtp/smtpReply.ts';

const parse = (...lines: string[]) =>
  parseEhlo(toReply(250, ['mail.corp.example Hello [10.0.0.9]', ...lines]));

describe('what a server offers', () => {
  it('is read from its answer to EHLO', () => {
    const ehlo = parse('SIZE 37748736', 'PIPELINING', 'starttls', 'AUTH plain LOGIN', '8BITMIME');
    expect(ehlo.domain).toBe('mail.corp.example');
    expect([...ehlo.extensions.keys()]).toEqual(['SIZE', 'PIPELINING', 'STARTTLS', 'AUTH', '8BITMIME']);
    expect(ehlo.mechanisms).toEqual(['PLAIN', 'LOGIN']);
    expect(ehlo.sizeLimit).toBe(37_748_736);
  });

  it('may name the ways to sign in twice, in the new and the old spelling', () => {
    expect(parse('AUTH PLAIN', 'AUTH=PLAIN LOGIN').mechanisms).toEqual(['PLAIN', 'LOGIN']);
  });

  it.each(['SIZE', 'SIZE 0', 'SIZE much', 'SIZE 99999999999999999999'])('has no limit with %j', (line) => {
    expect(parse(line).sizeLimit).toBeNull();
  });

  it('may be nothing', () => {
    expect(parseEhlo(toReply(250, []))).toMatchObject({ domain: '', lines: [], mechanisms: [] });
  });
});
