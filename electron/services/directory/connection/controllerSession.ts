import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Finding } from '../../../contract/proof/finding.ts';
import { errorCode } from '../../../protocols/net/connectionError.ts';
import { connectInOrder, type FailedAttempt } from '../../../protocols/net/connectInOrder.ts';
import { type LdapDialogue, openLdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import { readRootDse, type RootDse } from '../../../protocols/ldap/rootDse.ts';
import { secureSocket } from '../../../protocols/tls/secureSocket.ts';
import { sessionTicket } from '../../../protocols/tls/sessionTicket.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure, type StageWork } from '../../proof/stage.ts';
import type { TranscriptWriter } from '../../proof/transcriptWriter.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { addressMissing } from './addressMissing.ts';
import { bindIdentity } from './bindIdentity.ts';
import { bindName } from './bindName.ts';
import type { DirectoryParts } from './directoryParts.ts';
import { type DirectoryService, directoryPort } from './directoryService.ts';
import type { Standing } from './explainDirectoryError.ts';
import type { Controller } from './locateDirectory.ts';
import { foreignRoot } from './foreignRoot.ts';
import { judgeController } from './judgeController.ts';
import { once } from './once.ts';
import { silentWork } from './silentWork.ts';
import { spokenDialogue } from './spokenDialogue.ts';

/** Which controller is asked for what. */
export type SessionTarget = {
  directory: ResolvedDirectory;
  controller: Controller;
  service: DirectoryService;
};

const attemptText = ({ address, error }: FailedAttempt): string =>
  `${address}: ${errorCode(error) ?? String(error)}`;

/**
 * One connection with one controller. Each step makes what it needs of the steps before, without showing it, and is made
 * once: who asks again gets what came of it, also the error, so that no sign-in is ever repeated.
 */
export class ControllerSession {
  readonly controller: Controller;
  readonly port: number;
  readonly #target: SessionTarget;
  readonly #parts: DirectoryParts;
  #socket: Socket | null = null;
  #dialogue: LdapDialogue | null = null;
  #transcript: TranscriptWriter | null = null;
  #isEncrypted = false;
  #isClosed = false;

  constructor(target: SessionTarget, parts: DirectoryParts) {
    this.#target = target;
    this.#parts = parts;
    this.controller = target.controller;
    this.port = directoryPort(target.service, target.directory.encryption);
  }

  /** How far it came, for what an error means. */
  get standing(): Omit<Standing, 'stage'> {
    const { host } = this.controller;
    const port = String(this.port);
    const { identity, domain } = this.#target.directory;
    const userName = identity.mode === 'password' ? bindName(identity.userName, domain) : null;
    return {
      isConnected: this.#socket !== null,
      isLdaps: this.#target.directory.encryption === 'ldaps',
      parameters: {
        ...{ host, controller: host, port, ports: port },
        ...(userName === null ? {} : { userName }),
      },
    };
  }

  /** False before it is secured, and once it is lost or closed. */
  get isUsable(): boolean {
    return this.#dialogue?.isUsable ?? false;
  }

  get isEncrypted(): boolean {
    return this.#isEncrypted;
  }

  /** Opens the TCP connection. Throws NoAddressReached, StageFailure (as `addressMissing` says), the signal's reason. */
  readonly connect = once(async (work: StageWork): Promise<void> => {
    const { addresses, host } = this.controller;
    const { evidence, transcript, signal } = this.#listenTo(work);
    const failures: string[] = [];
    const onFailure = (attempt: FailedAttempt): void => {
      failures.push(attemptText(attempt));
      evidence.fact('failedAddresses', failures);
      transcript.note(attemptText(attempt));
    };
    evidence.fact('port', this.port);
    if (addresses.length === 0) throw new StageFailure(addressMissing(host, this.#target.directory));
    const open = this.#parts.openSocket;
    const { socket, address } = await connectInOrder({ addresses, port: this.port }, signal, {
      onFailure,
      open,
    });
    this.#keep(socket);
    evidence.fact('address', address);
    transcript.note(`→ ${address} ${this.port}`);
  });

  /**
   * Encrypts the connection, at once or by StartTLS, and judges the certificate; gives a warning or null. Where none is
   * wanted it only opens the connection. Throws StageFailure for a certificate that is not right: nothing was sent then.
   */
  readonly secure = once(async (work: StageWork): Promise<Finding | null> => {
    await this.connect(work);
    const { encryption } = this.#target.directory;
    if (encryption !== 'ldaps') this.#speak();
    const finding = encryption === 'none' ? null : await this.#encrypt(this.#listenTo(work));
    if (this.#dialogue === null) this.#speak();
    return finding;
  });

  /** What the controller says of itself. Throws StageFailure (notActiveDirectory), LdapError … */
  readonly readRoot = once(async (work: StageWork): Promise<RootDse> => {
    await this.secure(silentWork(work.signal));
    this.#listenTo(work);
    const root = await readRootDse(this.dialogue, work.signal);
    if (root === null) throw new StageFailure(makeFinding('notActiveDirectory', {}));
    return root;
  });

  /** The same of a controller of the domain itself: who is of another one is told nothing. Throws StageFailure. */
  readonly readOwnRoot = once(async (work: StageWork): Promise<RootDse> => {
    const root = await this.readRoot(work);
    const finding = foreignRoot(root, this.#target);
    if (finding !== null) throw new StageFailure(finding);
    return root;
  });

  /** Signs in as the identity that reads. One attempt; see `bindIdentity`. */
  readonly bind = once(async (work: StageWork): Promise<void> => {
    const { dnsHostName } = await this.readOwnRoot(silentWork(work.signal));
    this.#listenTo(work);
    // Nothing would be sent any more: that is no attempt without an answer.
    if (!this.isUsable) throw new StageFailure(makeFinding('ldapConnectionEnded', this.standing.parameters));
    const bound = {
      ...{ dialogue: this.dialogue, isEncrypted: this.#isEncrypted },
      host: dnsHostName ?? this.controller.host,
    };
    await bindIdentity(bound, this.#target.directory, this.#parts, work);
  });

  /** For searches, once the session is secured or bound. */
  get dialogue(): LdapDialogue {
    if (this.#dialogue === null) throw new Error('No dialogue yet: secure the session first.');
    return this.#dialogue;
  }

  /** From now on what is said is written down there. */
  listenTo(transcript: TranscriptWriter): void {
    this.#transcript = transcript;
  }

  /** Says good-bye, within a second. Never throws. */
  async unbind(): Promise<void> {
    await this.#dialogue?.unbind();
    this.close();
  }

  /** Closes the connection at once, also one that is opened later. */
  readonly close = (): void => {
    this.#isClosed = true;
    this.#dialogue?.close();
    this.#socket?.destroy();
  };

  #listenTo(work: StageWork): StageWork {
    this.#transcript = work.transcript;
    return work;
  }

  #keep(socket: Socket): void {
    this.#socket = socket;
    if (this.#isClosed) socket.destroy();
  }

  #speak(): void {
    if (this.#socket === null) throw new Error('Connect first.');
    const silent = silentWork(new AbortController().signal).transcript;
    this.#dialogue = spokenDialogue(openLdapDialogue(this.#socket), () => this.#transcript ?? silent);
  }

  async #encrypt(work: StageWork): Promise<Finding | null> {
    const { directory } = this.#target;
    const plain = this.#dialogue === null ? this.#socket : await this.#dialogue.startTls(work.signal);
    this.#dialogue = null;
    if (plain === null) throw new Error('Connect first.');
    const anchors = this.#parts.trustStore.anchorsOf(directory.trust);
    const { host } = this.controller;
    const secured = await secureSocket(plain, { host, anchors, signal: work.signal });
    this.#keep(secured);
    const finding = this.#judge(secured, work);
    this.#isEncrypted = true;
    this.#speak();
    await sessionTicket(secured);
    return finding;
  }

  #judge(secured: TLSSocket, { evidence, transcript }: StageWork): Finding | null {
    const { directory, controller } = this.#target;
    const { host } = controller;
    const finding = judgeController(secured, {
      ...{ host, directory, evidence, transcript },
      parameters: { host, port: String(this.port) },
      anchors: this.#parts.trustStore.anchorsOf(directory.trust),
      now: this.#parts.now(),
    });
    if (finding?.severity === 'error') throw new StageFailure(finding);
    return finding;
  }
}
