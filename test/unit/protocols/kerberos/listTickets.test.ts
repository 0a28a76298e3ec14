import { describe, expect, it } from 'vitest';
import {
  createFindTicket,
  parseMitTickets,
  parseWindowsTickets,
} from '../../../../electron/protocols/kerberos/listTickets.ts';

const mit = `Ticket cache: FILE:/tmp/krb5cc_0
Default principal: svc@MAIL.EXAMPLE.TEST

Valid starting     Expires            Service principal
11/22/26 06:10:00  11/22/26 16:10:00  krbtgt/MAIL.EXAMPLE.TEST@MAIL.EXAMPLE.TEST
\trenew until 11/29/26 06:10:00
11/22/2026 06:10:05  11/23/2026 16:10:01  smtp/mail.example.test@MAIL.EXAMPLE.TEST
`;

/** As the documentation of klist shows it, and the same of a German Windows. */
const windows = [
  'Current LogonId is 0:0x3e7',
  '',
  'Cached Tickets: (2)',
  '',
  '#0>\tClient: RELAY$ @ CORP.EXAMPLE',
  '\tServer: krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE',
  '\tKerbTicket Encryption Type: AES-256-CTS-HMAC-SHA1-96',
  '\tEnd Time:   11/22/2026 16:10:00 (local)',
  '',
  '#1>\tClient: RELAY$ @ CORP.EXAMPLE',
  '\tServer: SMTP/mail.corp.example @ CORP.EXAMPLE',
  '\tEndzeit:   22.11.2026 16:10:00 (lokal)',
].join('\r\n');

/** A French Windows: names of fields are translated, with a blank before the colon. */
const french = (blank: string) =>
  [
    'LogonId est 0:0x12b14cd',
    '',
    'Tickets mis en cache : (2)',
    '',
    `#0>     Client${blank}: claire.durand @ CORP.EXAMPLE`,
    `        Serveur${blank}: krbtgt/CORP.EXAMPLE @ CORP.EXAMPLE`,
    `        Type de chiffrement KerbTicket${blank}: AES-256-CTS-HMAC-SHA1-96`,
    '',
    `#1>     Client${blank}: claire.durand @ CORP.EXAMPLE`,
    `        Serveur${blank}: smtp/mail.corp.example @ CORP.EXAMPLE`,
    `        Heure de fin${blank}: 22/11/2026 16:10:00 (Local)`,
  ].join('\r\n');

describe('the tickets that klist shows', () => {
  it('are found by their service, whatever the capitals, with their end', () => {
    expect(parseMitTickets(mit, 'SMTP/mail.example.test')).toEqual({
      principal: 'svc@MAIL.EXAMPLE.TEST',
      expiresAt: new Date(2026, 10, 23, 16, 10, 1),
    });
    expect(parseMitTickets(mit, 'krbtgt/MAIL.EXAMPLE.TEST@MAIL.EXAMPLE.TEST')?.expiresAt).toEqual(
      new Date(2026, 10, 22, 16, 10),
    );
  });

  it('are found by a service on a host as GSSAPI names it', () => {
    for (const name of ['smtp@mail.example.test', 'SMTP@mail.example.test@MAIL.EXAMPLE.TEST'])
      expect(parseMitTickets(mit, name)?.principal).toBe('svc@MAIL.EXAMPLE.TEST');
    expect(parseWindowsTickets(windows, 'smtp@mail.corp.example')?.principal).toBe('RELAY$@CORP.EXAMPLE');
    expect(parseMitTickets(mit, 'smtp@other.example.test')).toBeNull();
  });

  it('are found on Windows without an end, which it writes in its own language', () => {
    expect(parseWindowsTickets(windows, 'smtp/mail.corp.example')).toEqual({
      ...{ principal: 'RELAY$@CORP.EXAMPLE', expiresAt: null },
    });
  });

  it.each([' ', '\u00a0'])('are found on a Windows that writes %j before a colon', (blank) => {
    const ticket = { principal: 'claire.durand@CORP.EXAMPLE', expiresAt: null };
    expect(parseWindowsTickets(french(blank), 'smtp/mail.corp.example')).toEqual(ticket);
    expect(parseWindowsTickets(french(blank), 'smtp/other.corp.example')).toBeNull();
  });

  it('of another service are none, nor is what nobody wrote', () => {
    for (const parse of [parseMitTickets, parseWindowsTickets])
      for (const text of [mit, windows, '', 'klist: No credentials cache found'])
        expect(parse(text, 'smtp/other.example.test')).toBeNull();
  });

  it('are asked of the tool of the system, which may not be there', async () => {
    const programs: string[] = [];
    const parts = (platform: NodeJS.Platform, output: string | null) => ({
      ...{ platform, environment: { SystemRoot: 'C:\\Windows' }, limitMs: 1_000 },
      run: async (program: string) => {
        programs.push(program);
        if (output === null) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
        return { exitCode: 0, output: Buffer.from(output) };
      },
    });
    const find = (platform: NodeJS.Platform, output: string | null) =>
      createFindTicket(parts(platform, output))('smtp/mail.example.test', new AbortController().signal);
    expect(await find('linux', mit)).toMatchObject({ principal: 'svc@MAIL.EXAMPLE.TEST' });
    expect(await find('linux', null)).toBeNull();
    expect(await find('win32', windows)).toBeNull();
    expect(programs).toEqual(['klist', 'klist', 'C:\\Windows\\System32\\klist.exe']);
  });
});
