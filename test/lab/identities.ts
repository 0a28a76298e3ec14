/** The name every lab server calls itself and every certificate that should be right carries. */
export const labHostName = 'mail.example.test';

/** A person with a mailbox: `name` signs in with `password`; mail goes to `address`. */
export type LabUser = {
  readonly name: string;
  readonly password: string;
  readonly address: string;
};

/** Owner of a mailbox in the lab. */
export type LabUserName = 'alice' | 'bob';

/** Everybody who can sign in, for SMTP, IMAP and POP3 alike. */
export const labUsers: Readonly<Record<LabUserName, LabUser>> = {
  alice: { name: 'alice', password: 'alice-pw', address: `alice@${labHostName}` },
  bob: { name: 'bob', password: 'bob-pw', address: `bob@${labHostName}` },
};

/** Recipients that the servers treat specially; any other unknown name gets `550 5.1.1`. */
export const labRecipients = {
  /** Refused for good: `550 5.7.1`. */
  refused: `refused@${labHostName}`,
  /** Refused for now, every time: `450 4.2.0`. */
  postponed: `grey@${labHostName}`,
} as const;

/** Largest message the Postfix ports accept, in bytes (`SIZE` in EHLO, RFC 1870). */
export const labMessageSizeLimit = 1_048_576;

/** Owner of the mailbox files: a plain number, no entry in /etc/passwd is needed. */
export const mailboxOwner = { userId: 5000, groupId: 5000 } as const;
