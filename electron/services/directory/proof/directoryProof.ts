import type { StageResult } from '../../../contract/proof/proof.ts';
import type { MachineJoin } from '../../../protocols/machine/machineJoin.ts';
import { ControllerSession } from '../connection/controllerSession.ts';
import type { DirectoryParts } from '../connection/directoryParts.ts';
import { type Controller, type LocatedDirectory, locateDirectory } from '../connection/locateDirectory.ts';
import { endsAttempts } from '../connection/bindIdentity.ts';
import { once } from '../connection/once.ts';
import { silentWork } from '../connection/silentWork.ts';
import { onlyController } from './onlyController.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { StageWork } from '../../proof/stage.ts';

export type DirectoryProofParts = DirectoryParts & {
  readMachineJoin: (signal: AbortSignal) => Promise<MachineJoin>;
};

/** What is proven. */
export type ProvenDirectory = {
  directory: ResolvedDirectory;
  /** Whose groups are read; null: those of the identity that reads. */
  testUser: string | null;
  /** Host of the only controller that is asked, one of those that are located; null: all of them. */
  controller: string | null;
};

/** What a controller said to the bind, as far as it tells how it wants to be signed in to. */
export type ChannelBinding = 'required' | 'notRequired' | 'notTold';

type Closable = { close: () => void };

/** What the stages of one proof hand on to each other: the controllers, and one connection with each of them. */
export class DirectoryProof {
  readonly proven: ProvenDirectory;
  readonly parts: DirectoryProofParts;
  /** By the host of the controller. */
  readonly channelBindings = new Map<string, ChannelBinding>();
  /** Of the stages that have ended, in the order of their ends. */
  readonly results: StageResult[] = [];
  readonly #sessions = new Map<string, ControllerSession>();
  readonly #opened = new Set<Closable>();
  #isBinding = false;
  #lastBind: { error: unknown } | null = null;
  #isClosed = false;

  constructor(proven: ProvenDirectory, parts: DirectoryProofParts) {
    this.proven = proven;
    this.parts = parts;
  }

  /** The controllers; they are looked for once. Throws StageFailure (controllerNotOfDomain) and as `locateDirectory` does. */
  readonly locate = once(async ({ signal }: StageWork): Promise<LocatedDirectory> => {
    const { directory, controller } = this.proven;
    const located = await locateDirectory(directory, this.parts, signal);
    return controller === null ? located : onlyController(located, controller, directory.domain);
  });

  /** False: name and password were refused, or what came of them is not known. Nobody is asked with them again. */
  get mayBind(): boolean {
    return !this.#isBinding && this.#lastBind === null;
  }

  /**
   * Signs in on a controller, once. After a bind that was refused or never answered every other one, whoever wants it, ends
   * with the same error and sends nothing: it would count as one more failed attempt.
   */
  async bind(work: StageWork, controller: Controller): Promise<void> {
    const session = this.sessionOf(controller);
    await session.readOwnRoot(silentWork(work.signal));
    if (this.#lastBind !== null) throw this.#lastBind.error;
    this.#isBinding = true;
    try {
      await session.bind(work);
    } catch (error) {
      if (endsAttempts(error)) this.#lastBind = { error };
      throw error;
    } finally {
      this.#isBinding = false;
    }
  }

  /** The connection with a controller, which all its stages share. */
  sessionOf(controller: Controller): ControllerSession {
    const { host } = controller;
    const known = this.#sessions.get(host);
    if (known !== undefined) return known;
    const session = this.openSession(controller);
    this.#sessions.set(host, session);
    return session;
  }

  /** The connection that its stages share; null: none was begun. */
  sessionAt(host: string): ControllerSession | null {
    return this.#sessions.get(host) ?? null;
  }

  /** A connection of its own with a controller. */
  openSession(controller: Controller): ControllerSession {
    const { directory } = this.proven;
    const session = new ControllerSession({ directory, controller, service: 'domain' }, this.parts);
    return this.keep(session);
  }

  /** Keeps what was opened, to close it when the proof ends. */
  keep<Opened extends Closable>(opened: Opened): Opened {
    this.#opened.add(opened);
    if (this.#isClosed) opened.close();
    return opened;
  }

  /** Takes leave of every controller that still listens. */
  async leave(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.unbind()));
  }

  /** Closes at once all that is open, and what is opened later. */
  readonly close = (): void => {
    this.#isClosed = true;
    for (const opened of this.#opened) opened.close();
  };
}
