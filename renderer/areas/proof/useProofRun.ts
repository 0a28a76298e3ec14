import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProofEvent } from '../../../electron/contract/proof/proof.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { advance, cancelledAtOnce, cut, type ProofRun } from './proofRun.ts';
import { afterAgain, whileAgain } from './runAgain.ts';
import type { LineName } from './stageState.ts';

/** Starts a proof; the signal ends it and its connection at once. */
export type StartProof = (signal: AbortSignal) => Promise<AsyncIterable<ProofEvent>>;

/** How a proof ended, and what kept it from being made or from going on. */
export type EndedProof = { run: ProofRun | null; failure: unknown };

/** Follows a proof to its end; `show` gets it after every event. */
const follow = async (
  prove: StartProof,
  signal: AbortSignal,
  show: (run: ProofRun | null) => void,
): Promise<EndedProof> => {
  let run: ProofRun | null = null;
  let failure: unknown = null;
  try {
    for await (const event of await prove(signal)) show((run = advance(run, event)));
  } catch (error) {
    if (asFailure(error).code === 'CANCELLED') run ??= cancelledAtOnce();
    else failure = error;
  }
  if (run) show((run = cut(run)));
  return { run, failure };
};

/** One thing that can be cancelled at a time; it ends with the page that began it. */
const useCancellation = () => {
  const control = useRef<AbortController | null>(null);
  const cancel = useCallback(() => control.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  return {
    cancel,
    drop: () => {
      cancel();
      control.current = null;
    },
    /** Gives the signal of a new one, and what does something only as long as that is the present one. */
    begin: () => {
      const { signal } = (control.current = new AbortController());
      const asPresent = (act: () => void) => {
        if (control.current?.signal === signal) act();
      };
      return { signal, asPresent };
    },
  };
};

/** Follows one proof at a time. It ends with the page that started it. */
export const useProofRun = () => {
  const [run, setRun] = useState<ProofRun | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [lineAgain, setLineAgain] = useState<LineName | null>(null);
  const { cancel, drop, begin } = useCancellation();

  const show = (shown: ProofRun | null, isRunning: boolean, stopped: unknown = null) => {
    setRun(shown);
    setRunning(isRunning);
    setFailure(stopped);
  };

  /** As if none had been made; one that still runs ends. */
  const forget = () => {
    drop();
    show(null, false);
    setLineAgain(null);
  };

  const start = async (prove: StartProof): Promise<EndedProof> => {
    forget();
    const { signal, asPresent } = begin();
    show(null, true);
    const ended = await follow(prove, signal, (next) => asPresent(() => setRun(next)));
    asPresent(() => show(ended.run, false, ended.failure));
    return ended;
  };

  /** Runs one line of the proof shown again, by a proof of that line alone. */
  const again = async (line: LineName, prove: StartProof): Promise<void> => {
    if (!run || running) return;
    const { signal, asPresent } = begin();
    setLineAgain(line);
    show(whileAgain(run, line), true);
    const ended = await follow(prove, signal, () => undefined);
    const shown = afterAgain(run, line, ended.run, new Date().toISOString());
    asPresent(() => show(shown, false, ended.failure));
  };

  return {
    ...{ run, running, failure, start, again, cancel, forget },
    /** The line that runs again or was the last to; null: none did. */
    lineAgain,
  };
};

/** A proof, and what can be done with it. */
export type FollowedProof = ReturnType<typeof useProofRun>;
