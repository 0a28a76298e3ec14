import { DirectoryReaders, proofParts } from '../directoryReaders.ts';
import type { DirectoryReader } from '../../../../electron/services/directory/directoryReader.ts';
import type { ResolvedDirectory } from '../../../../electron/services/directory/resolvedDirectory.ts';
import type { DirectoryRequest } from '../../../lab/faults/directoryMessage.ts';
import { type DirectoryProofRun, proveDirectory } from '../proveScripted.ts';
import { type ControllerPlan, ScriptedDomain, type ScriptedControllerPlan } from '../scriptedDomain.ts';
import { domainEntries, readerToken } from '../scriptedEntries.ts';

type PasswordBind = Extract<DirectoryRequest, { kind: 'bind' }>;

/** A scripted domain whose controllers fail as a test wants, and those who ask it. */
export class ScriptedFaults {
  readonly #readers = new DirectoryReaders();
  readonly #domain = new ScriptedDomain();

  /** Starts the next controller: dc1, dc2 … Where a plan says nothing, it runs well. */
  async add(plan: ControllerPlan = {}): Promise<void> {
    const healthy: ScriptedControllerPlan = { entries: domainEntries(), rootDse: readerToken };
    await this.#domain.add(typeof plan === 'string' ? plan : { ...healthy, ...plan });
  }

  async openReader(rest: Partial<ResolvedDirectory> = {}): Promise<DirectoryReader> {
    return this.#readers.open(await this.#domain.values(rest), this.#domain.parts()).reader;
  }

  async prove(
    rest: Partial<ResolvedDirectory> = {},
    testUser: string | null = null,
  ): Promise<DirectoryProofRun> {
    const directory = await this.#domain.values(rest);
    return proveDirectory(proofParts(this.#domain.parts()), { directory, testUser });
  }

  /** All that controllers were asked. */
  get requests(): readonly DirectoryRequest[] {
    return this.#domain.servers.flatMap(({ requests }) => requests);
  }

  /** Binds with a password that is somebody's: all but the probe of the policy, which is sent in the clear. */
  get passwordBinds(): readonly PasswordBind[] {
    return this.requests.filter((request) => request.kind === 'bind' && request.secure) as PasswordBind[];
  }

  /** What nobody foresaw. */
  get unforeseen(): readonly unknown[] {
    return this.#readers.unforeseen;
  }

  async close(): Promise<void> {
    this.#readers.close();
    await this.#domain.close();
  }
}

/** The line of a stage in a proof: `bind dc1 failed directoryCredentialsWrong`. */
export const lineOf = ({ lines }: DirectoryProofRun, stage: string): string | undefined =>
  lines.find((line) => line.startsWith(`${stage} `));
