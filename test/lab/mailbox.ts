import { chownSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { mailboxOwner } from './identities.ts';
import { readIfPresent } from './readIfPresent.ts';
import { readStoredMail, type StoredMail } from './storedMail.ts';
import { watchUntil } from './watchUntil.ts';

/** The header field that a mail is recognised by. */
export type AwaitedHeader = {
  readonly name: string;
  readonly value: string;
  /** Milliseconds to wait; 5000 when left out. */
  readonly timeoutMs?: number;
};

/** One user's mail, read from the Maildir on disk (https://cr.yp.to/proto/maildir.html). */
export class Mailbox {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** Paths of all messages, new and seen ones, oldest first. */
  list(): string[] {
    const paths = ['new', 'cur'].flatMap((folder) =>
      readdirSync(path.join(this.directory, folder)).map((name) => path.join(this.directory, folder, name)),
    );
    return paths.toSorted((left, right) => path.basename(left).localeCompare(path.basename(right)));
  }

  /** All messages, oldest first. */
  read(): StoredMail[] {
    return this.list()
      .map((file) => readIfPresent(() => readStoredMail(file)))
      .filter((mail) => mail !== undefined);
  }

  /**
   * Waits for a mail, which may already be there.
   * @throws Error when no such mail arrives in time.
   */
  waitFor({ name, value, timeoutMs = 5000 }: AwaitedHeader): Promise<StoredMail> {
    return watchUntil({
      directory: path.join(this.directory, 'new'),
      look: () => this.read().find((mail) => mail.headers(name).includes(value)),
      awaited: `a mail with ${name}: ${value}`,
      timeoutMs,
    });
  }

  /** Deletes all messages. */
  clear(): void {
    for (const file of this.list()) rmSync(file, { force: true });
  }
}

/**
 * Makes an empty mailbox that Postfix delivers to and Dovecot reads.
 * @param home the user's folder; the mail is in its sub-folder Maildir.
 */
export function createMailbox(home: string): Mailbox {
  const directory = path.join(home, 'Maildir');
  for (const folder of ['tmp', 'new', 'cur']) mkdirSync(path.join(directory, folder), { recursive: true });
  for (const folder of ['', 'Maildir', 'Maildir/tmp', 'Maildir/new', 'Maildir/cur']) {
    chownSync(path.join(home, folder), mailboxOwner.userId, mailboxOwner.groupId);
  }
  return new Mailbox(directory);
}
