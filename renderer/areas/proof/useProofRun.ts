import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProofEvent } from '../../../electron/contract/proof/proof.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { advance, cancelledAtOnce, cut, type ProofRun } from './proofRun.ts';

/** Starts a proof; the signal ends it and its connection at once. */
export type StartProof = (signal: AbortSignal) => Promise<AsyncIterable<ProofEvent>>;

/** How a proof ended, and what kept it from being made or from going on. */
export type EndedProof = { run: ProofRun | null; failure: unknown };

/** Follows one proof at a time. It ends with the page that started it. */
export const useProofRun = () => {
  const [run, setRun] = useState<ProofRun | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const control = useRef<AbortController | null>(null);

  const cancel = useCallback(() => control.current?.abort(), []);
  useEffect(() => cancel, [cancel]);

  /** As if none had been made; one that still runs ends. */
  const forget = () => {
    cancel();
    control.current = null;
    setRun(null);
    setFailure(null);
    setRunning(false);
  };

  const start = async (prove: StartProof): Promise<EndedProof> => {
    forget();
    const { signal } = (control.current = new AbortController());
    let present: ProofRun | null = null;
    let stopped: unknown = null;
    const show = (next: ProofRun | null) => {
      present = next;
      if (control.current?.signal === signal) setRun(next);
    };
    setRunning(true);
    try {
      for await (const event of await prove(signal)) show(advance(present, event));
    } catch (error) {
      if (asFailure(error).code === 'CANCELLED') present ??= cancelledAtOnce();
      else stopped = error;
    }
    if (present) show(cut(present));
    if (control.current?.signal === signal) {
      setFailure(stopped);
      setRunning(false);
    }
    return { run: present, failure: stopped };
  };

  return { run, running, failure, start, cancel, forget };
};
