/** Moments at which a scripted server answers; '.' is the end of the message, OTHER any verb that is not listed. */
export type SmtpMoment =
  | 'GREETING'
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | '.'
  | 'RSET'
  | 'NOOP'
  | 'QUIT'
  | 'OTHER';

/** What a scripted server knows when it has to answer. */
export type SmtpCommand = {
  readonly moment: SmtpMoment;
  /** The line that the client sent; empty for the greeting. */
  readonly line: string;
  /** Whether TLS protects the connection. */
  readonly secure: boolean;
  /** How often this moment has come on this connection, this time included. */
  readonly occurrence: number;
  /** While signing in: the client's answers to the challenges so far, still in base64. */
  readonly responses: readonly string[];
};

/** An answer that is more than text. */
export type SmtpAction = {
  /** Text, completed with CRLF, or exact bytes; nothing is sent when left out. */
  readonly send?: string | Buffer;
  /** Ends the connection afterwards: `end` in order (FIN), `reset` with RST. */
  readonly hangUp?: 'end' | 'reset';
};

/** Text of one or several lines (separated by a line feed; CRLF is added), or an action. `{}` stays silent. */
export type SmtpAnswer = string | SmtpAction;

/** A fixed answer, or a function that makes one; it may take its time. */
export type SmtpReply = SmtpAnswer | ((command: SmtpCommand) => SmtpAnswer | Promise<SmtpAnswer>);

/** What a scripted server says; moments left out get the answer of a server that accepts everything. */
export type SmtpScript = Partial<Record<SmtpMoment, SmtpReply>>;

const extensions = ['PIPELINING', 'SIZE 10485760', '8BITMIME', 'ENHANCEDSTATUSCODES'];

/** What the default EHLO answer offers besides the usual extensions. */
export type SmtpOffer = {
  readonly startTls: boolean;
  /** Mechanisms to list behind AUTH; none hides AUTH. */
  readonly mechanisms: readonly string[];
};

/**
 * Writes the lines of an EHLO answer: `250-first`, …, `250 last` (RFC 5321, 4.1.1.1).
 * @param lines the server's name, then one extension each.
 */
export function ehloAnswer(lines: readonly string[]): string {
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
}

/** The script of a server that accepts everything. */
export function acceptingScript({ startTls, mechanisms }: SmtpOffer): Record<SmtpMoment, SmtpReply> {
  return {
    GREETING: '220 scripted.example.test ESMTP',
    EHLO: ({ secure }) => {
      const starttls = startTls && !secure ? ['STARTTLS'] : [];
      const auth = mechanisms.length > 0 ? [`AUTH ${mechanisms.join(' ')}`] : [];
      return ehloAnswer(['scripted.example.test', ...starttls, ...auth, ...extensions]);
    },
    HELO: '250 scripted.example.test',
    STARTTLS: startTls ? '220 2.0.0 Ready to start TLS' : '502 5.5.1 Error: command not implemented',
    AUTH: '235 2.7.0 Authentication successful',
    MAIL: '250 2.1.0 Ok',
    RCPT: '250 2.1.5 Ok',
    DATA: '354 End data with <CR><LF>.<CR><LF>',
    '.': '250 2.0.0 Ok: queued as SCRIPTED',
    RSET: '250 2.0.0 Ok',
    NOOP: '250 2.0.0 Ok',
    QUIT: { send: '221 2.0.0 Bye', hangUp: 'end' },
    OTHER: '500 5.5.2 Error: command not recognized',
  };
}
