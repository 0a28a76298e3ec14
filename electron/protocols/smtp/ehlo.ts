import type { SmtpReply } from './smtpReply.ts';

/** What a server offers in its answer to EHLO (RFC 5321, 4.1.1.1). */
export type Ehlo = {
  /** How the server calls itself. */
  domain: string;
  /** The lines after the first, as they came. */
  lines: readonly string[];
  /** Upper-case keywords with the rest of their lines. */
  extensions: ReadonlyMap<string, string>;
  /** Upper-case names of the ways to sign in (RFC 4954), in the server's order. */
  mechanisms: readonly string[];
  /** Largest message in bytes (RFC 1870); null: not said, or no fixed limit. */
  sizeLimit: number | null;
};

/** `AUTH=LOGIN` is what servers wrote before RFC 2554; some still do, beside the right line. */
const keywordPattern = /^(AUTH)[= ](.*)$|^(\S+)(?:\s+(.*))?$/i;

const toEntry = (line: string): [string, string] | null => {
  const match = keywordPattern.exec(line.trim());
  return match && [(match[1] ?? match[3] ?? '').toUpperCase(), match[2] ?? match[4] ?? ''];
};

const sizeOf = (parameter: string | undefined): number | null => {
  const size = /^\d{1,15}$/.test(parameter ?? '') ? Number(parameter) : 0;
  return size > 0 ? size : null;
};

/** Reads the answer to EHLO; that to HELO gives an offer of nothing. */
export const parseEhlo = ({ lines: [first = '', ...lines] }: SmtpReply): Ehlo => {
  const entries = lines.map(toEntry).filter((entry) => entry !== null);
  const mechanisms = entries
    .filter(([keyword]) => keyword === 'AUTH')
    .flatMap(([, parameter]) => parameter.toUpperCase().split(/\s+/).filter(Boolean));
  const extensions = new Map(entries);
  return {
    domain: first.trim().split(/\s+/)[0] ?? '',
    lines,
    extensions,
    mechanisms: [...new Set(mechanisms)],
    sizeLimit: sizeOf(extensions.get('SIZE')),
  };
};
