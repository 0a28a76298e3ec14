import type { TrustAnchors } from './tls/trustStore.ts';

/** How to reach somebody's mailbox. */
export type MailboxServer = {
  host: string;
  port: number;
  encryption: 'starttls' | 'tls';
  userName: string;
  password: string;
  anchors: TrustAnchors;
};

/** What a message is recognised by: its Message-ID, with angle brackets, or a header field that only it has. */
export type MessageMark = { messageId: string; header: { name: string; value: string } };

export type FoundMessage = {
  /** Name of the folder; `INBOX` where the protocol knows no other. */
  folder: string;
  /** The server took it for spam. */
  isJunk: boolean;
};

/** A mailbox that can be looked into again and again. */
export type OpenMailbox = {
  /** Null: it is not there yet. */
  find(mark: MessageMark): Promise<FoundMessage | null>;
  /** Closes the connection at once. */
  close(): void;
};

/** A mailbox server said no: to user name and password (never tried again), to encryption, or to a question. */
export class MailboxRefusal extends Error {
  override readonly name = 'MailboxRefusal';
  readonly about: 'signIn' | 'encryption' | 'question';

  /** @param words the server's own. */
  constructor(words: string, about: MailboxRefusal['about']) {
    super(words);
    this.about = about;
  }
}
