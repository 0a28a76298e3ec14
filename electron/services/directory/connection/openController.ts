import type { LdapDialogue } from '../../../protocols/ldap/ldapDialogue.ts';
import type { RootDse } from '../../../protocols/ldap/rootDse.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import type { DirectoryService } from './directoryService.ts';
import { type OpenerParts, type Reached, reachFirst, takeStep } from './reachController.ts';

/** A controller that answered, over an encrypted connection unless the settings want none. Whoever opened it unbinds. */
export type OpenController = {
  host: string;
  dialogue: LdapDialogue;
  root: RootDse;
  isEncrypted: boolean;
  /** Says good-bye, within a second. Never throws. */
  unbind(): Promise<void>;
  /** Closes the connection at once. */
  close(): void;
};

const opened = ({ session, root }: Reached): OpenController => ({
  ...{ host: session.controller.host, root, dialogue: session.dialogue, isEncrypted: session.isEncrypted },
  unbind: () => session.unbind(),
  close: session.close,
});

/** Lets a sign-in happen when it may, or throws instead. */
export type BindTurn = (bind: () => Promise<void>) => Promise<void>;

const atOnce: BindTurn = (bind) => bind();

/** Opens connections to a directory for use, without a proof. Each closes what it opened when it throws. */
export const createControllerOpening = (parts: OpenerParts) => ({
  /**
   * The first controller that can be reached and shows what it is, not signed in on: for a bind as somebody else. The next
   * one is asked when one does not answer. Throws DirectoryObstacle, and the reason of the signal.
   */
  reachController: async (
    directory: ResolvedDirectory,
    signal: AbortSignal,
    service: DirectoryService = 'domain',
  ): Promise<OpenController> => opened(await reachFirst({ directory, service }, parts, signal)),

  /**
   * The same, signed in as the identity that reads: one bind on that controller, never a second one elsewhere. A bind that was
   * sent may count, so the signal does not end it: its time does, `timeoutMs`. Throws DirectoryObstacle, the reason of the
   * signal, and what `inTurn` throws, which lets the bind happen.
   */
  openController: async (
    directory: ResolvedDirectory,
    signal: AbortSignal,
    service: DirectoryService = 'domain',
    inTurn: BindTurn = atOnce,
  ): Promise<OpenController> => {
    const reached = await reachFirst({ directory, service }, parts, signal);
    const { session } = reached;
    const step = { stage: 'bind', limitMs: directory.timeoutMs, work: session.bind } as const;
    let bound = Promise.resolve();
    try {
      await inTurn(() => (bound = takeStep(session, step, parts, new AbortController().signal)));
      signal.throwIfAborted();
    } catch (error) {
      // Nobody waits for it any more, but what comes of it is to be heard.
      void Promise.allSettled([bound]).then(session.close);
      throw error;
    }
    return opened(reached);
  },
});

export type ControllerOpening = ReturnType<typeof createControllerOpening>;
