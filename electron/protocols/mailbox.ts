import type { Socket } from 'node:net';
import type { Credential, OpenTokenSignIn, SignIn } from './sasl/signIn.ts';
import type { TrustAnchors } from './tls/trustStore.ts';

/** Who signs in to a mailbox; mechanism null: the best way for a password, or a token, that the server offers. */
export type MailboxSignIn = SignIn | (Credential & { mechanism: null }) | OpenTokenSignIn;

/** How to reach somebody's mailbox. */
export type MailboxServer = {
  host: string;
  port: number;
  encryption: 'starttls' | 'tls';
  signIn: MailboxSignIn;
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

export type MailboxOptions = {
  /** Aborts whatever is going on. */
  signal: AbortSignal;
  /** Is told that the server has accepted the connection. */
  onConnect: () => void;
  /** Makes the handshake, and refuses a server that is not to be trusted by throwing. */
  secure: (socket: Socket) => Promise<Socket>;
  /** A secret was sent: it is hidden where the server repeats it. */
  hide: (token: string) => void;
};

export type Refused = {
  /** What was refused: who signs in (never tried again), any sign-in of that kind, encryption, or a question. */
  about: 'signIn' | 'mechanism' | 'encryption' | 'question';
  /** The command that was answered, without arguments; null for the greeting. */
  command: string | null;
};

/** A mailbox server said no. */
export class MailboxRefusal extends Error {
  override readonly name = 'MailboxRefusal';
  readonly about: Refused['about'];
  readonly command: Refused['command'];

  /** @param words the server's own. */
  constructor(words: string, { about, command }: Refused) {
    super(words);
    this.about = about;
    this.command = command;
  }
}
