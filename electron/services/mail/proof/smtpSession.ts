import type { Socket } from 'node:net';
import type { Ehlo } from '../../../protocols/smtp/ehlo.ts';
import type { SaslExchange } from '../../../protocols/sasl/saslExchange.ts';
import { SmtpDialogue } from '../../../protocols/smtp/smtpDialogue.ts';
import type { TranscriptWriter } from '../../proof/transcriptWriter.ts';
import type { ComposedMessage } from './composeMessage.ts';
import type { ConnectionPlace } from './connectionLimit.ts';
import type { SeenServer } from './formChanges.ts';
import { createTokenSession, forgetTokens } from './oauth/tokenSession.ts';

/** What the stage `arrive` waits for. */
export type ArrivalWait = 'connection' | 'handshake' | 'answer' | 'message';

const known = <Value>(value: Value | null, name: string): Value => {
  if (value === null) throw new Error(`No ${name} yet: the stages are in the wrong order.`);
  return value;
};

/** The connection that the stages of one proof hand on to each other; one that is kept goes on to the next message. */
export class SmtpSession {
  addresses: readonly string[] = [];
  /** True inside TLS. */
  encrypted = false;
  /** Encryption was asked for: what comes from now on is about TLS. */
  isSecuring = false;
  /** What a sign-in by token is made with, here and in the mailbox. */
  readonly tokens = createTokenSession();
  /** A sign-in with Kerberos whose ticket is there; null: none, or it was used. */
  ticket: SaslExchange | null = null;
  /** The server has taken sender and recipients: what it refuses now is the message. */
  hasEnvelope = false;
  #arrivalWait: ArrivalWait = 'connection';
  /** Every connection that the profile allows is in use: no other one may be opened yet. */
  isWaitingForPlace = false;
  /** The stage that runs writes here what is said. */
  transcript: TranscriptWriter | null = null;
  #socket: Socket | null = null;
  #dialogue: SmtpDialogue | null = null;
  #ehlo: Ehlo | null = null;
  #message: ComposedMessage | null = null;
  #closed = false;
  #place: ConnectionPlace | null = null;
  #hide: (token: string) => void;

  /** @param hide is told each secret that is sent. */
  constructor(hide: (token: string) => void) {
    this.#hide = hide;
  }

  /** Is told each secret that is sent. */
  readonly hide = (token: string): void => this.#hide(token);

  get arrivalWait(): ArrivalWait {
    return this.#arrivalWait;
  }

  /** Once the mailbox was looked into in vain, it is the message that is waited for, whatever is done meanwhile. */
  set arrivalWait(wait: ArrivalWait) {
    if (this.#arrivalWait !== 'message') this.#arrivalWait = wait;
  }

  /** What the server said that is no whole reply; empty: nothing. */
  get unread(): string {
    return this.#dialogue?.unread ?? '';
  }

  /** Keeps the place of its connection, and gives it back when the session closes. */
  hold(place: ConnectionPlace): void {
    this.#place = place;
    if (this.#closed) place.release();
  }

  get place(): ConnectionPlace {
    return known(this.#place, 'place');
  }

  /** True while another message can go this way: the connection stands, and nothing was said unasked. */
  get isUsable(): boolean {
    return !this.#closed && (this.#dialogue?.isUsable ?? false);
  }

  /** Forgets the message that went this way, what its sign-in was made with, and what hides its secrets. */
  forgetMessage(): void {
    this.hasEnvelope = false;
    this.transcript = null;
    this.#message = null;
    forgetTokens(this.tokens);
    this.#hide = () => undefined;
  }

  /** Takes another message. @param hide is told each secret that is sent. */
  beginMessage(hide: (token: string) => void): void {
    this.#hide = hide;
  }

  get socket(): Socket {
    return known(this.#socket, 'connection');
  }

  set socket(socket: Socket) {
    this.#socket = socket;
    if (this.#closed) socket.destroy();
  }

  get dialogue(): SmtpDialogue {
    return known(this.#dialogue, 'dialogue');
  }

  /** What the server offers now. */
  get ehlo(): Ehlo {
    return known(this.#ehlo, 'EHLO');
  }

  set ehlo(ehlo: Ehlo) {
    this.#ehlo = ehlo;
  }

  /** What the server was seen to offer, for the changes that a finding suggests. */
  get seen(): SeenServer {
    return {
      offersSignIn: (this.#ehlo?.mechanisms.length ?? 0) > 0,
      offersStarttls: this.#ehlo?.extensions.has('STARTTLS') ?? false,
      hasEnvelope: this.hasEnvelope,
    };
  }

  get message(): ComposedMessage {
    return known(this.#message, 'message');
  }

  set message(message: ComposedMessage) {
    this.#message = message;
  }

  /** From now on the socket is listened to; TLS from the start must be made before. */
  startDialogue(): void {
    this.#dialogue = new SmtpDialogue(this.socket, {
      client: (line) => this.transcript?.client(line),
      server: (line) => this.transcript?.server(line),
      secret: this.hide,
    });
  }

  /** Takes leave of the server, where there is still one to hear it. */
  async leave(): Promise<void> {
    await this.#dialogue?.quit();
    this.close();
  }

  /** Closes the connection at once, also one that is opened later. */
  readonly close = (): void => {
    this.#closed = true;
    this.#dialogue?.close();
    this.#socket?.destroy();
    this.#place?.release();
  };
}
