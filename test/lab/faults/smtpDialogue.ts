import type { Socket } from 'node:net';
import { LineReader } from './lineReader.ts';
import { secureConnection, type ServerTls } from './serverTls.ts';
import type { SmtpAction, SmtpCommand, SmtpMoment, SmtpReply } from './smtpScript.ts';

/** What a dialogue follows and what it writes down. */
export type DialoguePlan = {
  readonly script: Record<SmtpMoment, SmtpReply>;
  readonly serverTls?: ServerTls;
  /** Gets every line of the client. */
  readonly received: string[];
  /** Gets every message after its end, with line feeds as line ends and the dots unstuffed. */
  readonly messages: string[];
};

// Challenges of the mechanisms that have some, in base64: "Username:", "Password:", a CRAM-MD5 time stamp.
const challenges: Readonly<Record<string, readonly string[]>> = {
  PLAIN: [''],
  LOGIN: ['VXNlcm5hbWU6', 'UGFzc3dvcmQ6'],
  'CRAM-MD5': ['PDEuMkBzY3JpcHRlZC5leGFtcGxlLnRlc3Q+'],
};

/** One connection to a scripted server. */
export class SmtpDialogue {
  readonly #plan: DialoguePlan;
  readonly #occurrences = new Map<SmtpMoment, number>();
  #socket: Socket;
  #reader: LineReader;
  #secure = false;

  constructor(socket: Socket, plan: DialoguePlan) {
    this.#socket = socket;
    this.#plan = plan;
    this.#reader = new LineReader(socket);
  }

  /** Starts TLS, now. @returns whether the handshake succeeded. */
  async secure(): Promise<boolean> {
    const { serverTls } = this.#plan;
    if (serverTls === undefined) return true;
    this.#reader.release();
    const secured = await secureConnection(this.#socket, serverTls);
    if (secured === undefined) return false;
    this.#socket = secured;
    this.#reader = new LineReader(secured);
    this.#secure = true;
    return true;
  }

  /** Speaks from the greeting to the end of the connection. */
  async run(): Promise<void> {
    await this.#answer('GREETING', '');
    for (let line = await this.#nextLine(); line !== undefined; line = await this.#nextLine()) {
      const moment = this.#momentOf(line);
      if (moment === 'AUTH') await this.#signIn(line);
      else await this.#obey(moment, line);
    }
  }

  async #obey(moment: SmtpMoment, line: string): Promise<void> {
    const code = await this.#answer(moment, line);
    if (moment === 'STARTTLS' && code === '220') await this.secure();
    if (moment === 'DATA' && code === '354') await this.#takeMessage();
  }

  /** Goes through the mechanism's usual challenges, then gives the script's verdict, which may ask for more. */
  async #signIn(line: string): Promise<void> {
    const [, mechanism = '', initial] = line.split(' ');
    const responses = initial === undefined ? [] : [initial];
    for (const challenge of (challenges[mechanism.toUpperCase()] ?? []).slice(responses.length)) {
      this.#send(`334 ${challenge}`);
      const response = await this.#nextLine();
      if (response === undefined) return;
      responses.push(response);
    }
    while ((await this.#answer('AUTH', line, responses)) === '334') {
      const response = await this.#nextLine();
      if (response === undefined) return;
      responses.push(response);
    }
  }

  async #takeMessage(): Promise<void> {
    const lines: string[] = [];
    for (let line = await this.#nextLine(); line !== undefined; line = await this.#nextLine()) {
      if (line === '.') {
        this.#plan.messages.push(lines.join('\n'));
        await this.#answer('.', line);
        return;
      }
      lines.push(line.startsWith('.') ? line.slice(1) : line);
    }
  }

  async #nextLine(): Promise<string | undefined> {
    const line = await this.#reader.next();
    if (line !== undefined) this.#plan.received.push(line);
    return line;
  }

  #momentOf(line: string): SmtpMoment {
    const [verb = ''] = line.toUpperCase().split(/[ :]/);
    const isKnown = verb !== 'GREETING' && verb !== '.' && verb in this.#plan.script;
    return isKnown ? (verb as SmtpMoment) : 'OTHER';
  }

  /** Sends the script's answer. @returns the reply code sent, or the empty string. */
  async #answer(moment: SmtpMoment, line: string, responses: readonly string[] = []): Promise<string> {
    const occurrence = (this.#occurrences.get(moment) ?? 0) + 1;
    this.#occurrences.set(moment, occurrence);
    const command: SmtpCommand = {
      moment,
      line,
      secure: this.#secure,
      occurrence,
      responses: [...responses],
    };
    const reply = this.#plan.script[moment];
    const answer = typeof reply === 'function' ? await reply(command) : reply;
    const action: SmtpAction = typeof answer === 'string' ? { send: answer } : answer;
    if (action.send !== undefined) this.#send(action.send);
    if (action.hangUp !== undefined) this.#hangUp(action.hangUp);
    return action.send?.toString('latin1').slice(0, 3) ?? '';
  }

  #send(content: string | Buffer): void {
    if (!this.#socket.writable) return;
    this.#socket.write(typeof content === 'string' ? `${content.replace(/\n/g, '\r\n')}\r\n` : content);
  }

  #hangUp(how: 'end' | 'reset'): void {
    if (how === 'end') this.#socket.end();
    else this.#socket.resetAndDestroy();
  }
}
