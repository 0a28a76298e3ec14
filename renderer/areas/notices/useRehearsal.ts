import { useEffect, useRef, useState } from 'react';
import { useClient } from '../../shell/ClientContext.ts';
import { asFailure } from '../../texts/asFailure.ts';
import { cut } from '../proof/proofRun.ts';
import { useRenewNotices } from './noticesQueries.ts';
import { advanceRehearsal, noRehearsal, type RehearsalRun } from './rehearsalRun.ts';

/** Follows one rehearsal; it ends with the dialog that started it. */
export const useRehearsal = () => {
  const client = useClient();
  const renew = useRenewNotices();
  const [run, setRun] = useState<RehearsalRun | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);

  const start = async (userId: string): Promise<void> => {
    const { signal } = (control.current = new AbortController());
    let present = noRehearsal;
    setFailure(null);
    setRun(present);
    try {
      for await (const event of await client.notices.rehearseReset({ userId }, { signal }))
        setRun((present = advanceRehearsal(present, event)));
    } catch (error) {
      if (asFailure(error).code !== 'CANCELLED') setFailure(error);
    }
    const { delivery, outcome } = present;
    setRun({ ...present, delivery: delivery && cut(delivery), outcome: outcome ?? 'cancelled' });
    void renew();
  };

  return {
    run,
    running: run !== null && run.outcome === null,
    failure,
    start,
    cancel: () => control.current?.abort(),
  };
};
