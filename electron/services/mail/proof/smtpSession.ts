import type { Socket } from 'node:net';
import type { Ehlo } from '../../../protocols/smtp/ehlo.ts';
import { SmtpDialogue } from '../../../protocols/smtp/smtpDialogue.ts';
import type { TranscriptWriter } from '../../proof/transcriptWriter.ts';
import type { ComposedMessage } from './composeMessage.ts';
import type { SeenServer } from './formChanges.ts';

const known = <Value>(value: Value | null, name: string): Value => {
  if (value === null) throw new Error(`No ${name} yet: the stages are in the wrong order.`);
  return value;
};

/** The connection that the stages of one proof hand on to each other. */
export class SmtpSession {
  addresses: readonly string[] = [];
  /** True inside TLS. */
  encrypted = false;
  /** The mailbox was looked into, and the message was not there yet. */
  hasLookedForArrival = false;
  /** The stage that runs writes here what is said. */
  transcript: TranscriptWriter | null = null;
  #socket: Socket | null = null;
  #dialogue: SmtpDialogue | null = null;
  #ehlo: Ehlo | null = null;
  #message: ComposedMessage | null = null;
  #closed = false;

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
  };
}
