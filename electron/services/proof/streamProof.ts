import type { ProofEvent } from '../../contract/proof/proof.ts';
import type { LiveSecrets } from '../../stores/vault/liveSecrets.ts';
import { createEventStream } from './eventStream.ts';

export type ProofStreaming = {
  /** Runs the stages when its events are read. */
  proof: (signal: AbortSignal) => AsyncIterable<ProofEvent>;
  /** Masked in the log for as long as the proof runs. */
  passwords: readonly string[];
  secrets: LiveSecrets;
  /** Runs before the stream says that the proof is finished. */
  noteFinished: (proofId: string) => Promise<void>;
};

/** Streams the events of a proof; cancelling ends it at once. */
export const streamProof = (
  { proof, passwords, secrets, noteFinished }: ProofStreaming,
  signal: AbortSignal,
): AsyncGenerator<ProofEvent, undefined, void> =>
  createEventStream<ProofEvent>(async (emit, ended) => {
    const releases = passwords.map((password) => secrets.register(password));
    try {
      for await (const event of proof(ended)) {
        if (event.type === 'finished') await noteFinished(event.proofId);
        emit(event);
      }
    } finally {
      for (const release of releases) release();
    }
  }, signal);
