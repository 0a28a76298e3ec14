import type { RehearsalEvent, RehearsalStep } from '../../../electron/contract/notices/rehearsal.ts';
import type { ProofOutcome, StageName } from '../../../electron/contract/proof/proof.ts';
import type { Tone } from '../../controls/StateBadge.tsx';
import { advance, type ProofRun } from '../proof/proofRun.ts';

export type StepResult = Omit<Extract<RehearsalEvent, { type: 'stepFinished' }>, 'type'>;

/** A rehearsal as it is seen so far. */
export type RehearsalRun = {
  steps: readonly RehearsalStep[];
  /** Of the steps that were done. */
  results: readonly StepResult[];
  /** The mail on its way; null: it did not come to that yet. */
  delivery: ProofRun | null;
  /** Null while it runs. */
  outcome: ProofOutcome | null;
};

/** The rehearsal after one more event of its stream. */
export const advanceRehearsal = (run: RehearsalRun, event: RehearsalEvent): RehearsalRun => {
  switch (event.type) {
    case 'started':
      return { ...run, steps: event.steps };
    case 'stepFinished': {
      const { step, subject, problem } = event;
      return { ...run, results: [...run.results, { step, subject, problem }] };
    }
    case 'delivery':
      return { ...run, delivery: advance(run.delivery, event.event) };
    case 'finished':
      return { ...run, outcome: event.outcome };
  }
};

export const noRehearsal: RehearsalRun = { steps: [], results: [], delivery: null, outcome: null };

/**
 * How a rehearsal ended: as far as the mail was followed, into the mailbox (`arrived`), to the server (`accepted`) or into
 * the pickup folder (`written`); `kept`: in the built-in mailbox, from which nobody gets it.
 */
export type RehearsalEnd = 'arrived' | 'accepted' | 'written' | 'kept' | 'failed' | 'cancelled';

const lastStages: Readonly<Partial<Record<StageName, RehearsalEnd>>> = {
  ...{ arrive: 'arrived', deliver: 'accepted', write: 'written' },
};

export const rehearsalTones: Readonly<Record<RehearsalEnd, Tone>> = {
  ...{ arrived: 'good', accepted: 'good', written: 'good' },
  ...{ kept: 'warning', failed: 'bad', cancelled: 'none' },
};

/** Null while it runs. */
export const endOf = ({ outcome, delivery }: RehearsalRun): RehearsalEnd | null => {
  if (outcome !== 'passed') return outcome;
  const passed = delivery?.stages.filter(({ result }) => result?.status === 'passed').at(-1)?.stage;
  return (passed && lastStages[passed]) ?? 'kept';
};
