import { askSystemTool, type ToolParts } from '../machine/askSystemTool.ts';
import { windowsProgram } from '../machine/windowsProgram.ts';
import { principalName } from './principalName.ts';

/** A ticket of whoever the program runs as. */
export type Ticket = {
  /** Whom it is for: `anna@CORP.EXAMPLE`. */
  principal: string;
  /** Null: it cannot be read, as on Windows, which writes times in its own language. */
  expiresAt: Date | null;
};

/** `servicePrincipal`: `service/host` or `service@host`, perhaps with `@REALM`. Null: no such ticket was seen. Throws the signal's reason. */
export type FindTicket = (servicePrincipal: string, signal: AbortSignal) => Promise<Ticket | null>;

const withoutRealm = (principal: string): string => principal.replace(/@.*$/s, '').trim().toLowerCase();

/** Month, day, year and time, of this machine's time zone. */
const mitTime = /^(\d\d)\/(\d\d)\/(\d\d|\d{4}) +(\d\d):(\d\d):(\d\d)$/;

const toMoment = (text: string): Date | null => {
  const [month, day, year, hours, minutes, seconds] = mitTime.exec(text)?.slice(1).map(Number) ?? [];
  if (month === undefined || day === undefined || year === undefined) return null;
  return new Date(year < 100 ? 2_000 + year : year, month - 1, day, hours, minutes, seconds);
};

/** What `klist` of MIT Kerberos wrote in the language C. */
export const parseMitTickets = (text: string, servicePrincipal: string): Ticket | null => {
  const principal = /^Default principal: (.+)$/m.exec(text)?.[1]?.trim();
  const wanted = withoutRealm(principalName(servicePrincipal));
  const lines = [...text.matchAll(/^\S+ +\S+ {2,}(\S+ +\S+) {2,}(\S+)$/gm)];
  const line = lines.find(([, , service = '']) => withoutRealm(service) === wanted);
  if (principal === undefined || line === undefined) return null;
  return { principal, expiresAt: toMoment(line[1] ?? '') };
};

/** What `klist` of Windows wrote, in its own language, times and names of fields too: whose ticket it is comes first, for whom then. */
export const parseWindowsTickets = (text: string, servicePrincipal: string): Ticket | null => {
  const wanted = withoutRealm(principalName(servicePrincipal));
  const tickets = [...text.matchAll(/^#\d+>[^:\n]+:\s+(.+?)\s*\n[^:\n]+:\s+(.+?)\s*$/gm)];
  const found = tickets.find(([, , server = '']) => withoutRealm(server) === wanted);
  const principal = found?.[1]?.replace(/ @ /, '@');
  return principal === undefined ? null : { principal, expiresAt: null };
};

export type TicketParts = ToolParts & { platform: NodeJS.Platform; environment: NodeJS.ProcessEnv };

/** Looks with the system's `klist` for a ticket that was just given. A system without it has none to show. */
export const createFindTicket =
  (parts: TicketParts): FindTicket =>
  async (servicePrincipal, signal) => {
    const isWindows = parts.platform === 'win32';
    const program = isWindows ? windowsProgram('klist.exe', parts.environment) : 'klist';
    const said = await askSystemTool({ program, args: [], source: 'klist' }, parts, signal);
    if (!('text' in said)) return null;
    return (isWindows ? parseWindowsTickets : parseMitTickets)(said.text, servicePrincipal);
  };
